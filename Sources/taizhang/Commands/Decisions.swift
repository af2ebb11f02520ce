import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang decisions`: lists the decisions about words of senders' lists.
struct Decisions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "认定：各报送单位清单里的用语指什么，谁、何时定的。",
    discussion: """
      例：taizhang decisions --sender 鹿寨县项目建设指挥部办公室
          taizhang decisions promote 9 --until 2019 --reason 机构改革前的名称
          taizhang decisions revoke 9
      """,
    subcommands: [ListDecisions.self, Promote.self, Revoke.self],
    defaultSubcommand: ListDecisions.self)

  struct ListDecisions: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出认定。")

    @OptionGroup var ledger: LedgerOptions
    @Option(help: ArgumentHelp("只看一个报送单位", valueName: "单位")) var sender: String?
    @Flag(help: "输出一行 JSON") var json = false

    func run() throws {
      let operations = try ledger.operations
      let words = DecisionWords(
        try operations.decisions(sender: sender), try operations.catalogue())
      if json { return try Terminal.answer(data: words.json.text) }
      try Terminal.answer(words.table)
    }
  }

  struct Promote: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "promote", abstract: "把一条认定升为目录别名，对所有报送单位有效。")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("认定的编号", valueName: "编号")) var number: Int
    @Option(help: ArgumentHelp("别名从何时起用，如 2019 或 2019-03", valueName: "日期")) var from: String?
    @Option(help: ArgumentHelp("别名用到何时", valueName: "日期")) var until: String?
    @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

    func run() throws {
      let entry = try ledger.operations.promoteDecision(
        number, from: try from.map(PartialDate.init(said:)),
        until: try until.map(PartialDate.init(said:)), reason: reason)
      Terminal.note(Reply.promoted(entry: entry.number).line)
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "撤回一条认定：下次导入会再问。")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("认定的编号", valueName: "编号")) var number: Int
    @Option(help: ArgumentHelp("事由，记入凭证", valueName: "事由")) var reason: String?

    func run() throws {
      let entry = try ledger.operations.revokeDecision(number, reason: reason)
      Terminal.note(Reply.revoked(entry: entry.number).line)
    }
  }
}
