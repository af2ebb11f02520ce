import Intake
import Ledger
import Matching
import Operations
import Reports

/// The schemas shared by several operations, by name.
enum Schemas {
  static let named: [String: Schema] = projects.merging(answers) { $1 }.merging(imports) { $1 }
    .merging(acts) { $1 }

  private static let text = Schema.text()
  private static let count = Schema.integer(least: 0)
  private static let number = Schema.integer(least: 1)
  private static let money = FieldSchemas.decimal
  private static let texts = Schema.array(.text())
  /// Each value before and after a change.
  private static let pairs = Schema.object([], others: .array(.anything))
  /// A date and time (RFC 3339).
  private static let moment = Schema.text(Schema.Text(format: "date-time"))
  static let next = Schema.text().orNull

  // MARK: Projects

  private static let projects: [String: Schema] = [
    "Project": .object(
      [.always("id", number)] + FieldSchemas.project + [
        .always("origins", .object([], others: Schema.named("Origin").orNull)),
        .always("statements", .object([], others: .array(.named("Statement")))),
        .always("months", .object([], others: .named("Month"))),
      ]),
    "ListedProject": .object([.always("id", number)] + FieldSchemas.listed),
    "ProjectPatch": .object(FieldSchemas.written),
    "NewProject": .object(
      FieldSchemas.written.filter { $0.name != Field.name.id }
        + [.always(Field.name.id, .stated, Field.name.label)]),
    "Matter": .object([
      .always("raised", text.orNull), .always("due", text.orNull), .always("done", text.orNull),
      .always("unit", text.orNull), .always("person", text.orNull),
    ]),
    "Origin": .object([
      .always("entry", number), .always("file", text.orNull), .always("sheet", text.orNull),
      .always("cell", text.orNull), .always("raw", text.orNull), .maybe("constant", .boolean),
    ]),
    "Statement": .object([
      .always("sender", text), .always("value", .anything), .always("month", text.orNull),
      .always("source", .named("Origin")),
    ]),
    "Month": .object([
      .always("own", money.orNull), .always("done", money.orNull), .always("progress", text.orNull),
    ]),
    "History": .object([
      .always("id", number),
      .always("origins", .object([], others: Schema.named("Origin").orNull)),
      .always(
        "history",
        .array(
          .object([
            .always("entry", number), .always("at", moment), .always("actor", text),
            .always("kind", text), .always("act", .oneOf(Entry.Kind.allCases.map(\.rawValue))),
            .always("effective", text.orNull), .always("evidence", text.orNull),
            .always("reason", text.orNull), .always("fields", pairs),
          ]))),
    ]),
  ]

  // MARK: Questions

  private static let facetValue = Schema.object([
    .always("value", .either([text, .boolean, .nothing])), .always("count", count),
    .always("total_investment", money), .always("selected", .boolean),
  ])
  private static let facets = Schema.object(
    FilterProperty.facets.map { .maybe($0.id, .array(facetValue), $0.title) })

  private static let answers: [String: Schema] = [
    "ProjectList": .object([
      .always("projects", .array(.named("ListedProject"))), .always("count", count),
      .always("totals", .named("Totals")), .always("facets", facets),
      .always("revision", count), .always("ended_only", count), .always("filter", text),
      .maybe("begun", text), .always("next", next),
    ]),
    "Totals": .object([
      .always("basis", .oneOf(CountingBasis.allCases.map(\.rawValue))), .always("count", count),
      .always("left_out", count), .always("total_investment", money),
      .always("year", count.orNull), .always("plan", money), .always("planned", count),
      .always("done", money), .always("reporting", count), .always("month", count.orNull),
      .always("older", count), .always("undated", count),
    ]),
    "Facets": .object([.always("facets", facets)]),
    "Funnel": .object([
      .always(
        "stages",
        .array(
          .object([
            .always("stage", text.orNull), .always("count", count),
            .always("total_investment", money), .always("reached", count),
          ]))), .always("totals", .named("Totals")),
    ]),
    "Matrix": .object([
      .always(
        "chains",
        .array(
          .object([
            .always("chain", text.orNull),
            .always(
              "stages",
              .array(
                .object([
                  .always("stage", text.orNull), .always("count", count),
                  .always("total_investment", money),
                ]))), .always("totals", .named("Totals")),
          ]))), .always("totals", .named("Totals")), .always("counts_other_chains", .boolean),
    ]),
    "Due": .object([
      .always("year", count), .always("month", count.orNull),
      .always(
        "rule",
        .object([
          .always("stages", texts), .always("needs_plan", .boolean), .always("day", count),
        ])), .always("due", count), .always("reported", count),
      .always(
        "projects",
        .array(
          .object([
            .always("id", number), .always("name", text), .always("stage", text.orNull),
            .always("lead_units", texts), .always("plan", money.orNull),
            .always("done", money.orNull), .always("done_before_month", money.orNull),
            .always("through_month", count.orNull), .always("reported", .boolean),
            .always("missing", .array(.oneOf(Field.allCases.map(\.id)))),
          ]))), .always("revision", count), .always("next", next),
    ]),
    "Targets": .object([
      .always("year", count), .always("month", count.orNull),
      .always(
        "targets",
        .array(
          .object([
            .always("code", text), .always("name", text), .always("group", text),
            .always("chain", text.orNull), .always("lead_units", texts),
            .always("goal", text.orNull), .always("goal_words", text.orNull),
            .always("unit", text), .always("comparator", text), .always("deadline", text.orNull),
            .always("value", money.orNull), .always("share", Schema.number.orNull),
            .always("standing", text.orNull), .always("source", text), .always("rule", text),
            .always("projects", count),
          ]))), .always("revision", count),
    ]),
    "Tasks": .object([
      .always("year", count), .always("day", text),
      .always(
        "tasks",
        .array(
          .object([
            .always("code", text), .always("summary", text), .always("lead_units", texts),
            .always("mode", text), .always("deadline", text.orNull), .always("draft", .boolean),
            .always("step", .either([.oneOf(TaskState.Step.allCases.map(\.rawValue)), .nothing])),
            .always("day", text.orNull), .always("note", text.orNull),
            .always("document", text.orNull), .always("days_overdue", count.orNull),
          ]))),
    ]),
    "Catalogue": .object([
      .always("kind", .oneOf(CatalogueKind.allCases.map(\.rawValue))), .always("label", text),
      .always(
        "items",
        .array(
          .object([
            .always("code", text), .always("name", text), .always("position", .integer()),
            .always(
              "aliases",
              .array(
                .object([
                  .always("text", text), .always("from", text.orNull),
                  .always("until", text.orNull),
                ]))), .always("attributes", .anything),
          ]))), .always("revision", count),
    ]),
    "Problem": .object(
      [
        .always("type", text), .always("title", text), .always("status", count),
        .always("code", .oneOf(ProblemCode.allCases.map(\.rawValue))), .always("detail", text),
        .always("request", count),
        .always(
          "errors",
          .array(
            .object([
              .always("code", text), .always("at", text), .always("cell", text),
              .always("raw", text), .always("message", text), .always("suggestion", text),
            ]))),
        .maybe("project", number, "已有的那个项目的编号"),
        .maybe("values", .object([], others: .anything), "两边的值"),
        .maybe("rows", .array(.named("MovedRow")), "有变动的行"),
      ]),
  ]

  // MARK: Imports

  private static let rowCounts = Schema.object(
    PlannedRow.Action.allCases.map { .always($0.rawValue, count) })

  private static let issue = Schema.object([
    .always("severity", .oneOf(["warning", "error"])),
    .always("code", .oneOf(FindingCode.allCases.map(\.rawValue))), .always("sheet", text),
    .always("cell", text), .always("raw", text), .always("message", text),
    .always("suggestion", text),
  ])

  private static let touch = Schema.object([.always("by", text), .always("at", moment)])

  private static let imports: [String: Schema] = [
    "Issue": issue,
    "Import": .object([
      .always("id", number), .always("file", text), .always("sha256", text),
      .always("bytes", count),
      .always("state", .oneOf(ImportState.Name.allCases.map(\.rawValue))),
      .always("progress", .either([.integer(least: 0, most: 100), .nothing])),
      .always("received", touch), .always("last", touch), .always("sender", text.orNull),
      .always("year", count.orNull), .always("clear", texts),
      .always("rows", rowCounts.orNull), .always("open_words", count),
      .always("open_pairs", count), .always("entry", number.orNull),
      .always("problem", Schema.named("Problem").orNull),
    ]),
    "Imports": .object([
      .always("imports", .array(.named("Import"))), .always("next", next),
    ]),
    "Answers": .object(
      [
        .maybe("sender", text), .maybe("note", text),
        .maybe("decisions", .array(answer(["kind"], oneOf: names)), "词指什么"),
        .maybe("headers", .array(answer([], oneOf: names)), "列指什么"),
        .maybe("conflicts", .array(answer(["project", "field"])), "两边的值取哪个"),
        .maybe("duplicates", .array(answer(["id"]))), .maybe("seen", .array(answer(["id"]))),
      ]),
    "Plan": .object([
      .always("file", text), .always("as_of_year", count), .always("as_of_month", count.orNull),
      .always("sender", text), .always("sender_proposed", text.orNull),
      .always("older_than", text.orNull), .always("revision", count), .always("plan", text),
      .always("counts", rowCounts), .always("rows", .array(.named("PlannedRow"))),
      .always("next", next), .always("issues", .array(.named("Issue"))),
      .always("ask_values", .array(.object([], others: .anything))),
      .always("unknown_columns", .array(.object([], others: .anything))),
      .always("not_in_file", texts),
      .always("totals_check", .array(.object([], others: .anything))),
    ]),
    "PlannedRow": .object([
      .always("sheet", text), .always("row", number),
      .always("outcome", .oneOf(PlannedRow.Action.allCases.map(\.rawValue))),
      .always("project", number.orNull), .always("name", text.orNull),
      .always("reason", text.orNull), .always("fields", .object(FieldSchemas.project)),
      .always("changes", pairs), .always("conflicts", .array(.object([], others: .anything))),
      .always("kept", texts),
    ]),
    "MovedRow": .object([
      .always("sheet", text), .always("row", number), .always("name", text),
      .always("project", number.orNull), .always("before", text.orNull),
      .always("after", text.orNull), .always("entries", .array(number)),
    ]),
    "Commit": .object([
      .maybe("whole", .boolean, "有一行不能写就都不写"), .maybe("clear", .array(.stated), "空白格要清除的列"),
      .maybe("reason", text, "事由"),
    ]),
  ]

  /// The schema of one answer in a document of decisions: `members` are required, and if `names` is not empty exactly
  /// one of them. Other members are text, number, Boolean or null.
  private static func answer(_ members: [String], oneOf names: [String] = []) -> Schema {
    func saying(_ names: [String]) -> Schema {
      .object(
        names.map { .always($0, $0 == "id" ? waiting : said) },
        others: .either([text, .number, .boolean, .nothing]))
    }
    return names.isEmpty ? saying(members) : .either(names.map { saying(members + [$0]) })
  }

  /// The identifier of a pending item (`PendingID`).
  private static let waiting = Schema.pattern(
    "^(\(PendingID.Kind.allCases.map(\.rawValue).joined(separator: "|"))):[^\\n]", "写待办里的 id")

  /// A value that a file of decisions does not read as blank.
  private static let said = Schema.either([
    .pattern("^(?!(~|null)$)[^\\n]", "不能空着"), .number,
  ])

  /// The member that identifies a word or a column.
  private static let names = ["value", "header", "path"]

  // MARK: Entries and acts

  private static let entryMembers: [Schema.Member] =
    [
      .always("entry", number), .always("at", moment), .always("actor", text),
      .always("kind", .oneOf(Entry.Kind.allCases.map(\.rawValue))),
      .always("reason", text.orNull), .always("file", text.orNull),
      .always("sender", text.orNull), .always("undoes", number.orNull),
      .always("merged", number.orNull), .always("merged_into", number.orNull),
    ]
    + [
      "created", "updated", "removed", "unchanged", "review", "rejected", "issues",
      "unread_columns", "not_in_file",
    ].map { .always($0, count) } + [.always("hash", text)]

  private static let acts: [String: Schema] = [
    "Edit": .object([
      .always("project", number.orNull), .always("entry", number.orNull),
      .always("fields", pairs),
      .always("waiting", .object([], others: .anything), "等归口单位认定的值，没有写入"),
      .always("issues", .array(.named("Issue"))),
    ]),
    "Move": .object([
      .always("stage", .stated, "阶段"), .maybe("date", text.orNull, "发生的日子，默认今天"),
      .maybe("document", text.orNull, "依据"), .maybe("condition", text.orNull, "状态"),
      .maybe("batch", text.orNull, "年度批次，如 2026=开工一批"), .maybe("reason", text.orNull, "事由"),
    ]),
    "MatterAct": .object([
      .always("kind", .oneOf(["milestone", "problem"])), .always("words", .stated, "节点或问题的文字"),
      .maybe("due", text.orNull, "应完成的日子"), .maybe("done", text.orNull, "完成或办结的日子"),
      .maybe("unit", text.orNull, "交给哪个单位"), .maybe("person", text.orNull, "责任人"),
      .maybe("removed", .boolean, "取消"), .maybe("document", text.orNull, "依据"),
      .maybe("reason", text.orNull, "事由"),
    ]),
    "EntrySummary": .object(entryMembers),
    "Entries": .object([
      .always("entries", .array(.named("EntrySummary"))), .always("next", next),
    ]),
    "Entry": .object(
      entryMembers + [
        .always("effective", text.orNull), .always("evidence", text.orNull),
        .always("undone_by", number.orNull),
        .always(
          "changes",
          .array(
            .object([
              .always("project", number), .always("name", text.orNull), .always("kind", text),
              .always("fields", pairs),
            ]))), .always("receipt", Schema.object([], others: .anything).orNull),
        .always("next", next),
      ]),
    "Written": .object([.always("entry", number.orNull), .always("import", number)]),
    "UndoPlan": .object([
      .always("entry", number), .always("revision", count),
      .always("reverted", .array(.object([], others: .anything))),
      .always("kept", .array(.object([], others: .anything))),
      .always("impossible", .array(.object([], others: .anything))),
      .always("parts", .array(.object([], others: .anything))),
      .always("items", .array(.object([], others: .anything))), .always("effect", .boolean),
    ]),
    "Undone": .object([.always("entry", number), .always("undoes", number)]),
    "Audit": .object([
      .always("lines", .array(.object([], others: .anything))), .always("next", next),
    ]),
  ]
}
