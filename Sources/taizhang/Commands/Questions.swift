import ArgumentParser
import Ledger
import Operations
import Storage

/// `taizhang list`: projects by filter.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "按条件列出项目，附合计和分面。",
    discussion: """
      例：taizhang list --chain 新能源 --stage 开工 --sort=-investment
          taizhang list -q 电池 --json
      排序键：\(ProjectSort.Key.allCases.map(\.rawValue).joined(separator: "、"))；前面加减号为降序。
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: FilterOptions
  @Option(help: ArgumentHelp("排序，如 chain,-investment", valueName: "键")) var sort: String?
  @Option(help: ArgumentHelp("最多几项", valueName: "数")) var limit = 50
  @Option(help: ArgumentHelp("跳过几项", valueName: "数")) var offset = 0
  @Flag(help: "输出一行 JSON") var json = false
  @Flag(help: "输出 CSV") var csv = false

  func run() throws {
    let answer = try ledger.desk.list(
      QuestionOptions(filter: filter.values, sort: sort, limit: limit, offset: offset))
    if json {
      try Terminal.answer(data: AnswerJSON.list(answer).text)
    } else if csv {
      try Terminal.answer(data: ListWords(answer).csv)
    } else {
      try Terminal.answer(ListWords(answer).lines)
    }
  }
}

/// `taizhang facets`: how many projects have each value of each property.
struct Facets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "按条件数项目：各产业链、阶段、县区、单位各有多少。", discussion: "例：taizhang facets --stage 开工")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: FilterOptions
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    let answer = try ledger.desk.facets(filter.question)
    if json { return try Terminal.answer(data: AnswerJSON.facets(answer).text) }
    try Terminal.answer(FacetWords.lines(answer.content, answer.catalogue))
  }
}

/// `taizhang funnel`: projects by stage.
struct Funnel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel",
    abstract: "阶段漏斗：各阶段的项目数和投资。", discussion: "例：taizhang funnel --chain 新能源")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: FilterOptions
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    let answer = try ledger.desk.funnel(filter.question)
    if json { return try Terminal.answer(data: AnswerJSON.funnel(answer).text) }
    try Terminal.answer(FunnelWords.lines(answer))
  }
}

/// `taizhang matrix`: projects by chain and stage.
struct Matrix: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "产业链 × 阶段：项数和总投资。", discussion: "例：taizhang matrix --register 储备重大项目")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var filter: FilterOptions
  @Flag(help: "输出一行 JSON") var json = false

  func run() throws {
    let answer = try ledger.desk.matrix(filter.question)
    if json { return try Terminal.answer(data: AnswerJSON.matrix(answer).text) }
    try Terminal.answer(MatrixWords.lines(answer))
  }
}
