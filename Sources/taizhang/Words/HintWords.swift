import Ledger
import Operations
import Wording

extension ErrorWording {
  /// The sentence; for a filter condition preceded by its option.
  var statement: String { (option.map { "--\($0.rawValue)：" } ?? "") + sentence }

  /// The sentence and the hint on one line.
  var line: String { statement + (hint.map { " " + $0.words } ?? "") }
}

/// The commands and options that the command line names in hints.
extension Hint {
  /// The hint's text while a verb runs; nil if no part of it applies to the verb.
  func words(for verb: VerbOptions) -> String? { verb.fitting(words) }

  /// The hint's text for the command line.
  var words: String {
    switch self {
    case .advice(let text): text.onOneLine
    case .see(let sight): Self.words(sight).onOneLine
    case .retry(let retry): Self.words(retry)
    case .state(let statement): Self.words(statement).onOneLine
    case .allow(let permission): Self.words(permission)
    case .act(let act): Self.words(act).onOneLine
    }
  }

  private static func words(_ sight: Sight) -> String {
    switch sight {
    case .books: "可用：\(list(Exports.all.map { "\($0.name)（\($0.title)）" }))。"
    case .decisions: "用 taizhang decisions 查看。"
    case .entries: "用 taizhang entries 查看。"
    case .imports: "用 taizhang entries 查看导入的凭证。"
    case .items(nil): "用 taizhang catalogue list 查看有哪些类。"
    case .items(let kind?): "用 taizhang catalogue list \(kind) 查看有哪些。"
    case .project(let id): "用 taizhang show \(id) 查看。"
    case .projects: "用 taizhang list -q 关键词 查找。"
    case .putOffPairs: "用 taizhang duplicates --all 查看。"
    case .queue: "用 taizhang queue 查看。"
    case .setting(let code): "检查 taizhang catalogue show setting \(code)。"
    case .columns: "可用：\(list(ListColumn.all().map(\.name)))。"
    case .sortKeys: "可用：\(list(ProjectSort.Key.allCases.map(\.words)))；前面加减号为降序。"
    }
  }

  private static func words(_ retry: Retry) -> String {
    switch retry {
    case .answers: "改正后重试；taizhang import 清单 --asks 文件 可生成待填的认定文件，taizhang recipes show 可写出版式。"
    case .spelling: "检查缩进、冒号后的空格和引号；taizhang import 清单 --asks 文件 可生成待填的样式。"
    case .mendedCells: "改正上面列出的单元格后重试；不加 --all-or-nothing 则先写入其余的行。"
    case .preview: "重新预览（--dry-run），核对后再提交。"
    case .stalePreview: "重新预览后再提交。"
    }
  }

  private static func words(_ statement: Statement) -> String {
    switch statement {
    case .beginning: "写 --since 2026-03-01；或先用 taizhang publish 发出一期。"
    case .document: "例如 --document 市政府办会议纪要〔2026〕8号。"
    case .dueDay: "例如 --due 2026-06-30。"
    case .format(let offered): "可写成 \(list(offered))：改扩展名；或用 --format。"
    case .journalEnd: "去掉筛选条件；--as-of 可写到某一天为止。"
    case .ledgerFile: "用 --database 指明台账文件。"
    case .listYear: "用 --year 指明，如 --year 2026。"
    case .writableCopy(withLog: true): "把台账连同旁边的日志一起复制到可以写的文件夹，再用 --database 指明。"
    case .writableCopy(withLog: false): "复制到可以写的文件夹，再用 --database 指明。"
    case .plannedDay: "计划的日期用 taizhang edit 写在计划开工、计划竣工时间里；节点的用 --due。"
    case .reason: "确实如此就加 --reason 写明事由。"
    }
  }

  private static func words(_ permission: Permission) -> String {
    switch permission {
    case .clock: "核对电脑的日期和时间；时钟没有错，就加上 --clock-is-right 再做一次。"
    case .loss: "确实要换就加 --replace；换下的台账会留在旁边。"
    case .newItem(let nearest):
      (nearest.isEmpty ? "" : "是不是\(list(nearest))；") + "要新增一条，就加 --new。"
    case .writing: "加 --yes 直接写入；导入也可以用 --plan 指明预览过的方案。"
    }
  }

  private static func words(_ act: Act) -> String {
    switch act {
    case .edit(let project): "用 taizhang edit \(project) 字段=值 修改它。"
    case .giveBackAnswers: "taizhang import 清单 --decide 本文件"
    case .giveBackQueue: "taizhang queue --decide 本文件"
    case .answerQueue: "taizhang queue 查看，taizhang queue --answer 逐项处理。"
    case .answerByFile: "用 taizhang queue --asks 文件 写成待填的文件，填好后用 taizhang queue --decide 文件 交回。"
    case .giveBackLayout: "taizhang import 清单 --recipe 本文件"
    case .verifyBook: "taizhang verify 文件"
    case .exportBook: "用 taizhang export 导出的工作簿才能核对。"
    case .firstImport: "路径写错了，用 --database 指明；还没有台账，先导入清单（taizhang import）或运行 taizhang refresh。"
    case .release(let part, let package):
      "先用 taizhang split \(package) \(part) --undo 把它移出。"
    case .releaseAll(let package): "先用 taizhang split \(package) --undo 取消它的拆分。"
    case .releaseName(let name, let kind, let code):
      "换一个名称；或先从那一条去掉：taizhang catalogue set \(kind) \(code) -alias=\(name)。"
    case .releasePart: "先用 taizhang split --undo 把它移出。"
    case .setTarget(let code?): "用 taizhang catalogue set target \(code) value=数值。"
    case .setTarget(nil):
      "先加一个目标：taizhang catalogue set target 代码 name=名称 chain=产业链代码 value=数值 --new。"
    case .undo(let entry): "撤销：taizhang undo \(entry)"
    case .undoAll(let entries):
      entries.count == 1
        ? "撤销：taizhang undo \(entries[0])"
        : "撤销（从后往前）：\(entries.reversed().map { "taizhang undo \($0)" }.joined(separator: "；"))"
    case .restore(let entry): "恢复：taizhang undo \(entry)"
    case .verify: "运行 taizhang verify 检查台账。"
    case .verifyAndRestore: "运行 taizhang verify 查看，再用备份恢复。"
    case .nothing: "不要再做一次；用 taizhang entries 查看。"
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: "、") }
}
