import ArgumentParser
import Operations
import Wording

/// `taizhang year`: opens a new year.
struct YearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year", abstract: "开立新的一年：沿用上年的目标、任务和清单。", subcommands: [Open.self])

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open",
      abstract: "把上年的目标、任务沿用为新一年的草稿，目标值和环节空着；清单照用，名单另起。",
      discussion: """
        例：taizhang year open 2027
            taizhang catalogue set target output-auto year=2027 value=2200     下达一个目标
            taizhang catalogue set task 2.6 year=2027 draft=no                 任务照旧下达
        沿用的草稿在报表里写“未下达”；上年的不变。
        """)

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("年份", valueName: "年")) var year: Int
    @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

    func run() throws {
      let (reply, entry) = try ledger.operations.openYear(year, reason: reason)
      try Terminal.answer(reply.line, act: .of(entry))
    }
  }
}
