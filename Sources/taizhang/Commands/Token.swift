import Access
import ArgumentParser
import Operations
import Wording

/// `taizhang token`: manages the credentials of machines.
struct TokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "令牌：别的系统经接口读写台账时出示。",
    discussion: """
      例：taizhang user add dashboard --name 市大数据平台 --machine
          taizhang user grant dashboard 查阅
          taizhang token add dashboard --purpose 领导驾驶舱 --days 180
      """,
    subcommands: [ListTokens.self, AddToken.self, RevokeToken.self],
    defaultSubcommand: ListTokens.self)

  struct ListTokens: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出令牌：用途、到期、最近使用。")

    @OptionGroup var ledger: LedgerOptions
    @Flag(help: "输出一行 JSON") var json = false

    func run() throws {
      try ledger.operations.accessing { file, _, _ in
        let tokens = try file.tokens()
        if json { return try Terminal.answer(data: TokenJSON.json(tokens).text) }
        try Terminal.answer(AccountWords.table(tokens, at: file.now()))
      }
    }
  }

  struct AddToken: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "给机器账户一个令牌；只显示这一次。")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("机器账户的登录名", valueName: "登录名")) var login: String
    @Option(help: ArgumentHelp("用途", valueName: "用途")) var purpose: String
    @Option(help: ArgumentHelp("用多少天，至多 366", valueName: "数")) var days = 90

    func run() throws {
      let operations = try ledger.operations
      try operations.accessing { file, _, _ in
        let token = try file.addToken(
          of: login, purpose: purpose, days: days, by: CommandAudit.actor(operations))
        Terminal.note("令牌只显示这一次，请马上存到用它的系统里；\(days) 天后作废。")
        try Terminal.answer(token)
      }
    }
  }

  struct RevokeToken: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "作废一个令牌。")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("令牌的编号", valueName: "编号")) var number: Int64

    func run() throws {
      let operations = try ledger.operations
      try operations.accessing { file, _, _ in
        try file.revokeToken(number, by: CommandAudit.actor(operations))
        Terminal.note("已作废第 \(number) 号令牌。")
      }
    }
  }
}
