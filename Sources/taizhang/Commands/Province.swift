import ArgumentParser
import Ledger
import Operations
import Storage
import Wording

/// `taizhang province`: one question over all ledgers of a database.
struct ProvinceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "province",
    abstract: "全省总览：同一个数据库里能看到的每本台账，一起数。",
    discussion: """
      例：taizhang province list --database "postgresql://tz@db/city"
          taizhang province matrix --chain 新能源
          taizhang province leaders --limit 50
      各台账目录不同的，产业链、阶段、单位按名称对上再加；对不上的另列，不并入别的名称。
      没有权限读、还是旧版本写的、或者不认得所问名称的台账不计入，并列出来。
      """, subcommands: [Cities.self, Crossing.self, Values.self, Leaders.self],
    defaultSubcommand: Cities.self)

  /// `taizhang province list`.
  struct Cities: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "每本台账的项数、总投资和末笔凭证。",
      discussion: "例：taizhang province list --register 储备重大项目")
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var filter: ProjectOptions

    func run() throws {
      try Terminal.answer(
        ProvinceWords.cities(ledger.operations.province(.cities, filter.question.filter)))
    }
  }

  /// `taizhang province matrix`.
  struct Crossing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "matrix", abstract: "产业链 × 阶段：全省项数和总投资。",
      discussion: "例：taizhang province matrix --register 储备重大项目")
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var filter: ProjectOptions

    func run() throws {
      try Terminal.answer(
        ProvinceWords.matrix(ledger.operations.province(.matrix, filter.question.filter)))
    }
  }

  /// `taizhang province facets`.
  struct Values: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "facets", abstract: "全省各产业链、阶段、单位各有多少项目。",
      discussion: "例：taizhang province facets --stage 开工")
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var filter: ProjectOptions

    func run() throws {
      try Terminal.answer(
        ProvinceWords.facets(ledger.operations.province(.facets, filter.question.filter)))
    }
  }

  /// `taizhang province leaders`.
  struct Leaders: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "leaders", abstract: "全省总投资最大的项目。",
      discussion: "例：taizhang province leaders --limit 50 --chain 新能源")
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var filter: ProjectOptions
    @Option(help: ArgumentHelp("最多几项", valueName: "数")) var limit = 50

    func validate() throws {
      guard limit >= 1 else { throw ValidationError("--limit 至少是 1。") }
    }

    func run() throws {
      try Terminal.answer(
        ProvinceWords.leaders(ledger.operations.province(.leaders(limit), filter.question.filter)))
    }
  }
}
