import Ledger

extension ErrorWording {
  /// The words for an error of an act or a question.
  static func words(_ error: OperationError) -> ErrorWording {
    switch error {
    // Files
    case .missingFile(let path):
      Self("找不到文件「\(path)」。", advice: "核对路径和文件名；含空格的路径请加引号。", .noInput)
    case .isDirectory(let path):
      Self("「\(path)」是文件夹，不是清单文件。", advice: "请指明文件夹里的清单文件，例如「\(path)/清单.xlsx」。", .noInput)
    case .notAFile(let path, let kind):
      Self("「\(path)」是\(words(kind))，不是文件，不读取。", advice: "先把内容存成文件，再指明那个文件。", .noInput)
    case .fileTooLarge(let path, let bytes, let limit):
      Self(
        "「\(path)」有 \(bytes >> 20) MB，超过上限 \(limit >> 20) MB，不读取。",
        advice: "确认是不是这份文件；清单请拆成几个文件。", .data)
    case .nameNotText(let path):
      Self(
        "「\(path)」的名字不是 UTF-8 编码，写下去会成了别的名字，什么都没有做。",
        advice: "换一个名字；已有的文件先改名（mv，或 convmv 整个文件夹）再指明。", .usage)
    case .outputIsLedger(let path):
      Self("「\(path)」是台账自己的文件，不能写成别的东西，什么都没有写。", advice: "换一个文件名。", .cannotCreate)
    case .outputIsInput(let path):
      Self("「\(path)」是这次要读的文件，不能覆盖，什么都没有写。", advice: "换一个文件名或文件夹。", .cannotCreate)
    case .outputExists(let path):
      Self("「\(path)」已经有了，要写的是一个新文件，什么都没有写。", advice: "换一个文件名。", .cannotCreate)
    case .unreadable(let path, let errno):
      Self("无法读取「\(path)」：\(systemText(errno))。", advice: "检查文件权限，或先关闭占用它的程序。", .noInput)
    case .withoutProjectList(let file):
      Self(
        "「\(file)」里没有认出项目清单：没有一行表头能认作“项目名称”，也不是一个项目的申报表。",
        advice: "请确认表头有一列是“项目名称”；若清单在隐藏的工作表里，请取消隐藏后再导入。", .data)
    case .withoutNames(let file):
      Self("「\(file)」的清单没有一行填了项目名称，无法导入。", advice: "补填“项目名称”一列后再导入。", .data)
    case .notABook(let file):
      Self("「\(file)」不是台账导出的报表，没有版次。", .act(.exportBook), .data)

    // Things named by the user
    case .unknownIssue(let number): Self("发出登记里没有第 \(number) 号。", .see(.books), .noInput)
    case .unknownProject(let text):
      Self("台账里没有编号、项目代码或名称为「\(text)」的项目。", .see(.projects), .noInput)
    case .severalProjects(let text, let ids):
      Self("有 \(ids.count) 个项目名为「\(text)」：编号 \(list(ids))。", advice: "请改用编号指明是哪一个。", .usage)
    case .projectExists(let id, let name):
      Self("台账里已有这个项目：编号 \(id)「\(name)」。", .act(.edit(id)), .data)
    case .unknownFields(let names):
      Self(
        "不认识的字段：\(list(names))。",
        advice: "字段可写标识（如 total_investment、plan.2026）或表头（如 总投资）。", .usage)
    case .unknownBook(let name): Self("没有名为「\(name)」的报表。", .see(.books), .usage)
    case .unknownItem(let kind, ""):
      Self("目录里没有「\(kind)」这一类。", .see(.items(kind: nil)), .noInput)
    case .unknownItem(let kind, let code):
      Self(
        "目录「\(CatalogueKind(rawValue: kind)?.label ?? kind)」里没有「\(code)」。",
        .see(.items(kind: kind)), .noInput)
    case .unknownColumn(let text, let nearest):
      Self(
        "没有「\(text)」这一列。",
        nearest.isEmpty ? .see(.columns) : .advice("是不是“\(nearest.joined(separator: "”“"))”？"),
        .usage)
    case .itemNotThere(let kind, let code, let nearest):
      Self(
        "目录「\(kind.label)」里没有「\(code)」，没有写入。", .allow(.newItem(nearest: nearest)), .noInput)
    case .itemExists(let kind, let code, let name):
      Self(
        "目录「\(kind.label)」里已有「\(code)」（\(name)），没有写入。", advice: "要修改它，就不用新增；要新增，换一个代码。",
        .data)
    case .nameTaken(let name, let kind, let code, let other):
      Self(
        "「\(name)」已是\(kind.label)「\(other)」（\(code)）的名称或别名，没有写入。",
        name == other
          ? .advice("换一个名称。") : .act(.releaseName(name, kind: kind.rawValue, code: code)), .data)
    case .ofTarget(let chain, let target):
      Self(
        "产业链「\(chain)」的目标只在目标里改，没有写入。",
        .act(.setTarget(code: target)), .usage)
    case .nothingToCarryOver(let year):
      Self(
        "目录里没有 \(year) 年以前的目标和任务，没有可沿用的。",
        .see(.items(kind: CatalogueKind.target.rawValue)), .data)
    case .unknownSender(let text, let nearest):
      Self(
        "台账里没有「\(text)」报的清单。",
        nearest.isEmpty ? .see(.imports) : .advice("是不是“\(nearest.joined(separator: "”“"))”？"),
        .usage)
    case .withoutTerminal: Self("这里没有终端，不能逐项处理。", .act(.answerByFile), .usage)
    case .unknownInSetting(let text, let nearest):
      Self(
        "这条设置里不能写「\(text)」。",
        nearest.isEmpty ? nil : .advice("是不是“\(nearest.joined(separator: "”“"))”？"), .usage)
    case .nameTooLong(let count, let limit):
      Self("项目名称有 \(count) 个字，最多 \(limit) 个，没有写入。", advice: "名称写短些，内容写到“建设规模及主要内容”里。", .data)
    case .notOwnable(let field):
      Self(
        "「\(field.label)」不能归口：一条一条记的，没有哪一条可以转待办。",
        .advice("要归口的文字写在“\(Field.problems.label)”这样的字段里。"), .usage)
    case .unfitSetting(let label, let text, let allowed):
      Self("\(label)不能写「\(text)」，没有写入。", advice: "可写：\(allowed)。", .usage)
    case .unknownSort(let text): Self("不能按「\(text)」排序。", .see(.sortKeys), .usage)
    case .unknownStage(let text):
      Self(
        "没有「\(text)」这个阶段。", .see(.items(kind: CatalogueKind.stage.rawValue)), .usage)
    case .unknownStep(let text):
      Self(
        "没有「\(text)」这个环节。",
        advice: "可用：\(list(TaskState.Step.allCases.map(\.rawValue)))。", .usage)
    case .unknownBatch(let text, let known):
      Self("看不懂年度批次「\(text)」。", advice: "写成 2026=开工一批；批次有\(list(known))。", .usage)
    case .unknownMatter(let field, let text, let known):
      Self(
        "项目没有「\(text)」这个\(field.matterWord)。",
        known.isEmpty ? nil : .advice("已登记的有\(list(known.map(quoted)))。"), .usage)
    case .severalMatters(let field, let text, let names):
      Self(
        "有 \(names.count) 个\(field.matterWord)含「\(text)」：\(list(names.map(quoted)))。",
        advice: "写全名指明是哪一个。", .usage)
    case .notAnImport(let entry): Self("第 \(entry) 号凭证不是导入，没有回执。", .see(.imports), .usage)
    case .notWaiting(let id): Self("待办里没有「\(id)」。", .see(.queue), .noInput)
    case .contraryAnswers(let one, let other):
      Self(
        "「\(one)」和「\(other)」要给同一个项目的同一个字段写不同的值。没有写入。",
        advice: "只对其中一个写采用，另一个写保留台账或留空。", .usage)
    case .unfitAnswer(let id): Self("「\(id)」不能这样答。", .see(.queue), .usage)
    case .notPromotable(let number):
      Self("第 \(number) 号认定不能升为别名：它不指向目录里的条目，或已撤回。", .see(.decisions), .data)
    case .decisionRevoked(let number): Self("第 \(number) 号认定已经撤回，没有再写。", nil, .data)
    case .withoutCandidateRule:
      Self("目录没有写明要由人认定的清单。", .see(.setting("double-hundred")), .data)

    // Stated values
    case .malformedArgument(let text):
      Self("看不懂「\(text)」。", advice: "写成 字段=值，例如 总投资=5亿元。", .usage)
    case .monthUnknown(let project):
      Self("「\(project)」上月底的累计数不清楚，当月的数加不上去。", advice: "在项目的修改里直接填到本月底的累计数。", .data)
    case .malformedDay(let text): Self("「\(text)」不是日期。", advice: "写成 2026-06-30。", .usage)
    case .malformedPeriod(let text):
      Self("「\(text)」不是年份或月份。", advice: "写成 2025、2026-03 或 2026-01..03。", .usage)
    case .malformedMonths(let text):
      Self("「\(text)」不是同一年里先后的两个月份。", advice: "写成 2026-03,2026-06，较早的在前。", .usage)
    case .officeMissing:
      Self(
        "这台电脑没有 LibreOffice，写不出 PDF。",
        advice: "装上 LibreOffice 再试，或用 WPS、Excel 打开工作簿另存为 PDF。", .cannotCreate)
    case .officeFailed(let file):
      Self(
        "LibreOffice 没有写出「\(file)」的 PDF。", advice: "用 WPS、Excel 打开它另存为 PDF，或稍后再试。",
        .cannotCreate)
    case .malformedPaper(let text):
      Self("「\(text)」不是能用的纸张。", advice: "写 A3 或 A4。", .usage)
    case .malformedFigure(let text, let unit):
      Self("「\(text)」不是可用的数。", advice: "写数字，单位为\(unit)，例如 12.5\(unit)。", .usage)
    case .nameMissing: Self("项目必须有名称。", advice: "填上项目名称。", .data)
    case .rejectedValues(let findings):
      Self(
        "有 \(findings.count) 个值不能采用：\(list(findings.map(rejected)))。",
        advice: "改正后重试；什么都没有写入。", .data)
    case .unseenRemarks(let remarks):
      Self("请核对：\(remarks.joined(separator: "；"))。", advice: "核对过了再保存一次；什么都没有写入。", .data)
    case .documentMissing: Self("要写明依据的文件。", .state(.document), .usage)
    case .dueMissing(let name): Self("项目还没有节点「\(name)」，新增要写应完成的日期。", .state(.dueDay), .usage)
    case .dayToCome(let date):
      Self("\(date.text) 还没有到，登记的是已经发生的事。", .state(.plannedDay), .usage)
    case .withoutBeginning: Self("变化简报要有起点：还没有发过上一期，或上一期以后台账没有变化。", .state(.beginning), .usage)
    case .unusualStage(let step):
      Self(
        "从「\(step.from?.name ?? "")」到「\(step.to.name)」\(step.kind == .back ? "是倒退" : "跳过了中间阶段")，没有写入。",
        .state(.reason), .usage)

    // The act
    case .planMoved(let expected, let found):
      Self(
        "导入方案已变（确认的是 \(expected.prefix(12))，现在是 \(found.prefix(12))），没有写入。",
        .retry(.preview), .temporary)
    case .incomplete(let rows, let findings):
      Self(
        "要求全部写入，但有 \(rows) 行不能写入或要人核定，\(findings) 处错误，所以什么都没有写入。",
        .retry(.mendedCells), .data)
    case .draftsFull(let lists, let bytes):
      Self(
        "您还没有写入的清单已有 \(lists) 份、\(bytes >> 20) MB，再多不收了。",
        advice: "先在“导入”里写入或者放弃几份，再传。", .data)
    case .draftMissing(let number):
      Self("没有第 \(number) 份未写入的清单；放弃的和放了 30 天的已经清除。", .see(.imports), .noInput)
    case .draftWritten(let number, let entry):
      Self("第 \(number) 份清单已经写入，是第 \(entry) 号凭证；不会写两次。", .act(.nothing), .data)
    case .draftDiscarded(let number, let person):
      Self("第 \(number) 份清单已由\(person)放弃，没有写入。", .retry(.preview), .data)
    case .clearsOwned(let field, let group):
      Self(
        "「\(field.label)」（\(group)）由归口单位填，不能由您清空，没有写入。",
        advice: "写上您的数，会转到待办，由归口单位定。", .data)
    case .scopeTooNarrow(let right):
      Self(
        "这里是全部项目的，您的「\(right.label)」只在自己的范围内，没有做。",
        advice: "请在全部范围内有「\(right.label)」权限的人来做；自己范围内的从项目列表里取。", .forbidden)
    case .viewOfOther(let name, let owner):
      Self(
        "视图「\(name)」是\(owner)存的，只有存它的人能改、能删，没有做。", advice: "另存一个自己的视图。", .forbidden)
    case .rightMissing(let right, let holders):
      Self(
        "您没有「\(right.label)」的权限，没有做。",
        advice: holders.isEmpty
          ? "没有哪个角色有这项权限，请安全管理员处理。"
          : "有这项权限的角色：\(list(holders))；需要的话请安全管理员授权。", .forbidden)
    case .notRegistered(let files, let folder, let error):
      Self(
        "已写出 \(files) 个文件到「\(folder)」，但没有登记：\(Self(error).sentence)",
        advice: "先不要发出；排除之后再分发一次。", Self(error).kind)
    case .notConfirmed: Self("没有确认，什么都没有写入。", .allow(.writing), .usage)
    case .interrupted: interrupted
    case .interruptedAfter(let lists, let entry):
      Self(
        "已中断：在此之前有 \(lists) 份清单写入台账（最后一张是第 \(entry) 号凭证），其余没有写入；再做一次会接着做。",
        .see(.entries), .interrupted)
    case .answerLost(let errno, let act): wordsOfLostAnswer(errno, act)
    }
  }

  /// A person stopped the work.
  static var interrupted: ErrorWording { Self("已中断，没有写入台账。", nil, .interrupted) }

  private static func words(_ kind: SpecialFile) -> String {
    switch kind {
    case .pipe: "管道"
    case .socket: "套接字"
    case .device: "设备"
    }
  }

  private static func list(_ names: [some CustomStringConvertible]) -> String {
    names.map(\.description).joined(separator: "、")
  }

  private static func rejected(_ finding: Finding) -> String {
    let near = finding.candidates.prefix(3).map(quoted).joined()
    return "\(finding.field?.field.label ?? "")「\(finding.raw)」"
      + (near.isEmpty ? "" : "（是不是\(near)？）")
  }

  private static func quoted(_ name: String) -> String { "“\(name)”" }
}
