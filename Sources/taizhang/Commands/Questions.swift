import ArgumentParser
import Ledger
import Operations
import Storage
import Wording

/// `taizhang list`: lists projects by filter.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "按条件列出项目，附合计和分面。",
    discussion: """
      例：taizhang list --chain 新能源 --stage 开工 --sort -总投资
          taizhang list --due 2026-06               到 6 月底应开工或竣工而没有的
          taizhang list --light 严重滞后 --columns 编号,项目名称,年度计划,完成投资,完成率,进度灯
          taizhang list --start-planned 2026-Q3 --missing 项目代码 --csv > 三季度.csv
          taizhang list -q 电池 --json
      排序键：\(ProjectSort.Key.allCases.map(\.words).joined(separator: "、"))；前面加减号为降序。
      列：\(ListColumn.all().map(\.name).joined(separator: "、"))，以及排序键的名称。
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: ProjectOptions
  @Option(
    parsing: .unconditional, help: ArgumentHelp("排序，如 产业链,-总投资", valueName: "键"))
  var sort: String?
  @Option(help: ArgumentHelp("显示哪些列，用逗号分开", valueName: "列")) var columns: String?
  @Option(help: ArgumentHelp("最多几项；不写为 50 项，--csv 为全部", valueName: "数")) var limit: Int?
  @Option(help: ArgumentHelp("跳过几项", valueName: "数")) var offset = 0
  @Flag(help: "输出一行 JSON") var json = false
  @Flag(help: "输出 CSV") var csv = false
  @Flag(help: "--csv 里连同联系人、电话和设置为敏感的字段") var withPersonalData = false

  func run() throws {
    let named = try columns.map(ListColumn.list)
    let options = QuestionOptions(
      filter: filter.values, sort: sort, limit: limit ?? (csv && !json ? nil : 50), offset: offset)
    if json {
      let answer = try named.map {
        try AnswerJSON.table(ledger.operations.table(options, columns: $0))
      }
      try Terminal.answer(data: (answer ?? AnswerJSON.list(ledger.operations.list(options))).text)
    } else if csv {
      let columns =
        try named
        ?? ListColumn.all(
          without: withPersonalData ? [] : ledger.operations.catalogue().sensitiveFields)
      try Terminal.answer(data: ledger.operations.table(options, columns: columns).content.csv)
    } else {
      let answer = try ledger.operations.table(options, columns: named ?? ListColumn.usual)
      try Terminal.answer(ListWords(answer).lines)
      Terminal.note(before: answer.begun)
    }
  }
}

/// `taizhang facets`: counts projects by the values of each property.
struct Facets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "按条件数项目：各产业链、阶段、县区、单位各有多少。", discussion: "例：taizhang facets --stage 开工")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: ProjectOptions
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    let answer = try ledger.operations.facets(filter.question)
    if json { return try Terminal.answer(data: AnswerJSON.facets(answer).text) }
    try Terminal.answer(FacetWords.lines(answer.content, answer.catalogue))
    Terminal.note(before: answer.begun)
  }
}

/// `taizhang funnel`: counts projects by stage.
struct Funnel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel",
    abstract: "阶段漏斗：各阶段的项目数和投资。", discussion: "例：taizhang funnel --chain 新能源")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: ProjectOptions
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    let answer = try ledger.operations.funnel(filter.question)
    if json { return try Terminal.answer(data: AnswerJSON.funnel(answer).text) }
    try Terminal.answer(FunnelWords.lines(answer))
    Terminal.note(before: answer.begun)
  }
}

/// `taizhang matrix`: counts projects by chain and stage.
struct Matrix: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "产业链 × 阶段：项数和总投资。", discussion: "例：taizhang matrix --register 储备重大项目")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: ProjectOptions
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    let answer = try ledger.operations.matrix(filter.question)
    if json { return try Terminal.answer(data: AnswerJSON.matrix(answer).text) }
    try Terminal.answer(MatrixWords.lines(answer))
    Terminal.note(before: answer.begun)
  }
}

extension Terminal {
  /// Notes when the ledger began, if the answer is about an earlier day.
  static func note(before begun: PartialDate?) {
    if let begun { note(YearWords.before(begun) + "。") }
  }
}
