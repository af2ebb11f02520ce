import Intake
import Ledger
import Matching
import Operations

/// All routes of the API, each with its contract.
enum APIRoutes {
  static let all: [Route] = projects + acts + questions + imports + entries + others

  private typealias Parameter = Contract.Parameter

  private static let project = Parameter.number("id", "项目编号")
  private static let draft = Parameter.number("id", "导入的编号")
  private static let entry = Parameter.number("n", "凭证号")
  private static let sort = Parameter.query(
    "sort",
    .pattern(
      "^-?(\(ProjectSort.Key.allCases.map(\.rawValue).joined(separator: "|")))"
        + "(,-?(\(ProjectSort.Key.allCases.map(\.rawValue).joined(separator: "|"))))*$",
      "按什么排，如 chain,-investment"),
    "按什么排，如 chain,-investment；减号是从大到小")
  private static let fields = Parameter.query(
    "fields", .oneOf((ListColumn.all() + [.place]).map(\.id)),
    "要哪些列；不写是全部字段。可写多次", isList: true)
  private static let moved = Contract.Answered(
    status: 308, words: "项目已并入另一个", headers: ["Location"])
  private static let stale = Contract.Answered.problem(
    412, "读过之后有人改过：values 里并列两边的值", headers: ["ETag"])

  // MARK: Projects

  private static let projects: [Route] = [
    .asking(
      "/projects",
      Contract(
        name: "listProjects", words: "项目清单，带合计和分面",
        parameters: FilterParameters.all + [
          sort, fields,
          .query(
            "facet", .oneOf(FilterProperty.facets.map(\.id)), "要哪些分面；不写是全部。可写多次",
            isList: true), .limit,
          .query(
            "cursor", .pattern("^[A-Za-z0-9_-]+$", "原样传回上一页的 next"), "上一页的 next"),
        ], answers: [.json("ProjectList", "一页项目"), .problem(422, "翻页标记不是这个排序的")],
        endings: [.csv, .lines, .xlsx])
    ) { try ProjectsAPI.list($0) }.needs(.see),
    .asking(
      "/projects.csv",
      Contract(
        name: "listProjectsAsCSV", words: "项目清单，CSV",
        parameters: FilterParameters.all + [sort, fields],
        answers: [.file(.csv, "全部符合的项目")])
    ) { try ProjectsAPI.csv($0) }.needs(.export),
    .asking(
      "/projects.jsonl",
      Contract(
        name: "listProjectsAsLines", words: "项目清单，一行一个 JSON 对象",
        parameters: FilterParameters.all + [sort, fields],
        answers: [.file(.lines, "全部符合的项目")])
    ) { try ProjectsAPI.lines($0) }.needs(.export),
    .asking(
      "/projects.xlsx",
      Contract(
        name: "listProjectsAsWorkbook", words: "项目清单，全字段明细工作簿",
        parameters: FilterParameters.all, answers: [.file(.xlsx, "全部符合的项目")])
    ) { try ProjectsAPI.book($0) }.needs(.export),
    .api(
      .post, "/projects", .acts,
      Contract(
        name: "addProject", words: "新增一个项目：与导入同样校验、同样留痕", parameters: [.reason],
        body: Contract.SentContent(
          types: ["application/json"], schema: .named("NewProject"), words: "字段和值，写法与清单的单元格相同"),
        answers: [
          .json("Edit", "已新增", status: 201, headers: ["Location", "ETag"]),
          .problem(409, "已有这个项目：project 是它的编号"),
        ])
    ) { try ProjectsAPI.add($0, $1) }.needs(.edit),
    .asking(
      "/projects/{id}",
      Contract(
        name: "showProject", words: "一个项目，每个值带来源", parameters: [project, .asOf],
        answers: [.json("Project", "项目", headers: ["ETag"], links: OperationLink.ofProject), moved])
    ) { try ProjectsAPI.show($0) }.needs(.see),
    .api(
      .patch, "/projects/{id}", .acts,
      Contract(
        name: "editProject", words: "修改一个项目（RFC 7396）：null 清除，没写的不动",
        parameters: [project, .ifMatch("读到的 ETag"), .reason],
        body: Contract.SentContent(
          types: ["application/merge-patch+json", "application/json"],
          schema: .named("ProjectPatch"), words: "要改的字段"),
        answers: [.json("Edit", "改了什么", headers: ["ETag"]), moved, stale])
    ) { try ProjectsAPI.patch($0, $1) }.needs(.edit),
    .asking(
      "/projects/{id}/history",
      Contract(
        name: "showHistory", words: "一个项目的历史，每个值的来源", parameters: [project],
        answers: [.json("History", "历史"), moved])
    ) { try ProjectsAPI.history($0) }.needs(.see),
  ]

  private static let acts: [Route] = [
    .api(
      .post, "/projects/{id}/moves", .acts,
      Contract(
        name: "moveProject", words: "转段", parameters: [project, .ifMatch("读到的 ETag")],
        body: Contract.SentContent(
          types: ["application/json"], schema: .named("Move"), words: "转到哪个阶段，哪一天，凭什么"),
        answers: [.json("Edit", "改了什么", headers: ["ETag"]), moved, stale])
    ) { try ProjectActsAPI.move($0, $1) }.needs(.edit),
    .api(
      .post, "/projects/{id}/matters", .acts,
      Contract(
        name: "followMatter", words: "登记、修改、办结、取消一个节点或问题",
        parameters: [project, .ifMatch("读到的 ETag")],
        body: Contract.SentContent(
          types: ["application/json"], schema: .named("MatterAct"), words: "节点或问题"),
        answers: [.json("Edit", "改了什么", headers: ["ETag"]), moved, stale])
    ) { try ProjectActsAPI.matter($0, $1) }.needs(.edit),
  ]

  // MARK: Questions

  private static let questions: [Route] = [
    .asking(
      "/facets",
      Contract(
        name: "listFacets", words: "分面：每个值有多少项目", parameters: FilterParameters.all,
        answers: [.json("Facets", "分面")])
    ) { try QuestionsAPI.facets($0) }.needs(.see),
    .asking(
      "/funnel",
      Contract(
        name: "showFunnel", words: "阶段漏斗", parameters: FilterParameters.all,
        answers: [.json("Funnel", "漏斗")])
    ) { try QuestionsAPI.funnel($0) }.needs(.see),
    .asking(
      "/matrix",
      Contract(
        name: "showMatrix", words: "产业链 × 阶段", parameters: FilterParameters.all,
        answers: [.json("Matrix", "矩阵")])
    ) { try QuestionsAPI.matrix($0) }.needs(.see),
    .asking(
      "/due",
      Contract(
        name: "listDue", words: "本月应报的项目，哪些报了",
        parameters: FilterParameters.all + [.limit, .place], answers: [.json("Due", "应报")])
    ) { try QuestionsAPI.due($0) }.needs(.see),
    .asking(
      "/targets",
      Contract(
        name: "listTargets", words: "年度目标的现值、完成比例和口径", parameters: [.asOf],
        answers: [.json("Targets", "目标")])
    ) { try QuestionsAPI.targets($0) }.needs(.see),
    .asking(
      "/tasks",
      Contract(
        name: "listTasks", words: "年度任务所到的环节",
        parameters: [
          .asOf, .query("step", .oneOf(TaskState.Step.allCases.map(\.rawValue)), "环节"),
          .query("unit", .names { $0.items(of: .unit).map(\.name) }, "牵头单位"),
        ], answers: [.json("Tasks", "任务")])
    ) { try QuestionsAPI.tasks($0) }.needs(.see),
  ]

  // MARK: Imports

  private static let listTypes = [
    "application/octet-stream", BookDownload.type, "application/vnd.ms-excel",
    "application/vnd.oasis.opendocument.spreadsheet", "text/csv",
  ]

  private static let imports: [Route] = [
    .api(
      .post, "/imports", .acts,
      Contract(
        name: "sendList", words: "上传一份清单：正文就是文件",
        parameters: [
          .query("name", .stated, "文件名", isRequired: true),
          .query("sender", .stated, "报送单位"),
          .query("year", .integer(least: 1990, most: 2100), "数据年度"),
          .query("clear", .stated, "空白格要清除的列。可写多次", isList: true),
        ],
        body: Contract.SentContent(types: listTypes, schema: nil, words: "不超过 20 MB"),
        answers: [
          .json(
            "Import", "收下了，正在读", status: 202, headers: ["Location", "Retry-After"],
            links: OperationLink.ofList),
          .problem(409, "没有写入的清单太多"), .problem(413, "超过 20 MB"),
        ])
    ) { context, _ in try ImportsAPI.receive(context) }.needs(.import),
    .asking(
      "/imports",
      Contract(
        name: "listImports", words: "没有写入的和 30 天内写入的清单", parameters: [.limit, .place],
        answers: [.json("Imports", "清单")])
    ) { try ImportsAPI.list($0) }.needs(.import),
    .asking(
      "/imports/{id}",
      Contract(
        name: "showImport", words: "一份清单到哪一步了", parameters: [draft],
        answers: [.json("Import", "清单", headers: ["Retry-After"])])
    ) { try ImportsAPI.show($0) }.needs(.import),
    .api(
      .put, "/imports/{id}/answers", .acts,
      Contract(
        name: "answerImport", words: "认定：与命令行 --decide 的文件同样的内容", parameters: [draft],
        body: Contract.SentContent(
          types: ["application/json"], schema: .named("Answers"), words: "取代以前的认定"),
        answers: [
          .json("Import", "方案重新在做", status: 202, headers: ["Location", "Retry-After"]),
          .problem(409, "已经写入"),
        ])
    ) { try ImportsAPI.answer($0, $1) }.needs(.import),
    .asking(
      "/imports/{id}/plan",
      Contract(
        name: "showPlan", words: "写入会怎样，逐行",
        parameters: [
          draft, .query("outcome", .oneOf(PlannedRow.Action.allCases.map(\.rawValue)), "哪一类行"),
          .limit, .place,
        ],
        answers: [
          .json("Plan", "方案", headers: ["ETag"], links: [.commitImport]),
          .problem(409, "方案还没有，或已不再有"),
        ], endings: [.xlsx])
    ) { try ImportsAPI.plan($0) }.needs(.import),
    .asking(
      "/imports/{id}/plan.xlsx",
      Contract(
        name: "showPlanAsWorkbook", words: "标注退回表：原表上写着哪里不对", parameters: [draft],
        answers: [.file(.xlsx, "原表和批注"), .problem(409, "方案还没有，或已不再有")])
    ) { try ImportsAPI.annotated($0) }.needs(.export),
    .api(
      .post, "/imports/{id}/commit", .imports,
      Contract(
        name: "commitImport", words: "写入看过的方案",
        parameters: [draft, .ifMatch("方案的 ETag")],
        body: Contract.SentContent(
          types: ["application/json"], schema: .named("Commit"), words: "怎样写", isRequired: false),
        answers: [
          .json("Written", "台账里都有了，没有什么要写"),
          .json("Written", "已写入", status: 201, headers: ["Location"], links: OperationLink.ofEntry),
          .json("Import", "还在写", status: 202, headers: ["Location", "Retry-After"]),
          .problem(409, "plan.stale：方案变了，rows 是有变动的行"),
        ])
    ) { try ImportsAPI.commit($0, $1) }.needs(.import),
    .api(
      .delete, "/imports/{id}", .acts,
      Contract(
        name: "discardImport", words: "放弃一份清单", parameters: [draft],
        answers: [
          Contract.Answered(status: 204, words: "已放弃"), .problem(409, "已经写入"),
        ])
    ) { context, _ in try ImportsAPI.discard(context) }.needs(.import),
  ]

  // MARK: Entries

  private static let entries: [Route] = [
    .asking(
      "/entries",
      Contract(
        name: "listEntries", words: "凭证，新的在前",
        parameters: [
          .query("kind", .oneOf(Entry.Kind.allCases.map(\.rawValue)), "哪一种"),
          .query("actor", .stated, "谁；写一部分也可以"), .query("file", .stated, "文件名；写一部分也可以"),
          .limit, .place,
        ], answers: [.json("Entries", "凭证")])
    ) { try EntriesAPI.list($0) }.needs(.see),
    .asking(
      "/entries/{n}",
      Contract(
        name: "showEntry", words: "一张凭证：改了什么；导入的带回执", parameters: [entry, .limit, .place],
        answers: [.json("Entry", "凭证")])
    ) { try EntriesAPI.show($0) }.needs(.see),
    .api(
      .post, "/entries/{n}/undo", .acts,
      Contract(
        name: "undoEntry", words: "撤销一张凭证：之后有人改过的保留",
        parameters: [
          entry, .query("dry-run", .oneOf(["yes", "no", "true", "false", "1", "0"]), "只看会怎样"),
          .reason,
        ],
        answers: [
          .json("UndoPlan", "会怎样；什么都没有写入"),
          .json("Undone", "已撤销", status: 201, headers: ["Location"]),
          .problem(409, "已经撤销过，或没有可撤销的"),
        ])
    ) { context, _ in try EntriesAPI.undo(context) }.needs(.edit, or: .decide),
  ]

  // MARK: Others

  private static let others: [Route] = [
    .asking(
      "/books/{book}.xlsx",
      Contract(
        name: "exportBook", words: "一本报表",
        parameters: [.path("book", .oneOf(Book.allCases.map(\.rawValue)), "哪一本")]
          + FilterParameters.all + [
            .query(
              "since", .either([FilterParameters.day, .oneOf(["last"])]), "变化从哪一天算起，或从上一期（last）"),
            .query(
              "months", FilterParameters.months, "变化比的两个月份，如 2026-03,2026-06"),
          ], answers: [.file(.xlsx, "工作簿"), .problem(422, "还没有发过上一期，或上一期以后台账没有变化")])
    ) { try QuestionsAPI.book($0) }.needs(.books),
    .asking(
      "/catalogue/{kind}",
      Contract(
        name: "listCatalogue", words: "目录的一类",
        parameters: [.path("kind", .oneOf(CatalogueKind.allCases.map(\.rawValue)), "类别")],
        answers: [.json("Catalogue", "目录")])
    ) { try QuestionsAPI.catalogue($0) }.needs(.see, or: .settings),
    .asking(
      "/journal",
      Contract(
        name: "readJournal", words: "凭证全文，一行一张，供复制",
        parameters: [.query("after", .integer(least: 0, most: .max), "已有到第几号")],
        answers: [
          Contract.Answered(status: 200, words: "凭证", type: Contract.FileType.lines.type)
        ])
    ) { try EntriesAPI.journal($0) }.needs(.export),
    .asking(
      "/audit",
      Contract(
        name: "listAudit", words: "审计记录", parameters: [.limit, .place],
        answers: [.json("Audit", "审计记录")])
    ) { try AuditAPI.list($0) }.needs(.audit),
    .asking(
      "/openapi.json",
      Contract(
        name: "describe", words: "这份接口文件",
        answers: [
          Contract.Answered(
            status: 200, words: "OpenAPI 3.1", type: "application/json", schema: .anything)
        ])
    ) { try QuestionsAPI.document($0) },
  ]
}
