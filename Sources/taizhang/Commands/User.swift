import Access
import ArgumentParser
import Ledger
import Operations
import Wording

/// `taizhang user`: manages accounts and their roles.
struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "账户：谁能登录，有哪些角色。",
    discussion: """
      第一次用，先在这里建三位管理员（有了第一个账户，网页就要登录）：
          taizhang user add xi --name 韦系统 && taizhang user grant xi 系统管理员
          taizhang user add an --name 韦安全 && taizhang user grant an 安全管理员
          taizhang user add shen --name 韦审计 && taizhang user grant shen 审计管理员
      其他人：
          taizhang user add li --name 李某 --unit 市工信局
          taizhang user grant li 牵头单位 --units 市工信局
      密码不在命令行上写：这里给出一次性代码，30 分钟内用它登录，自己设密码。
      """,
    subcommands: [
      ListUsers.self, AddUser.self, DisableUser.self, EnableUser.self, ResetUser.self,
      GrantRole.self, RevokeRole.self, RescueUser.self,
    ], defaultSubcommand: ListUsers.self)

  struct ListUsers: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出账户；90 天没有登录的标明。")

    @OptionGroup var ledger: LedgerOptions
    @Flag(help: "输出一行 JSON") var json = false

    func run() throws {
      try ledger.operations.accessing { file, rules, catalogue in
        let accounts = try file.accounts().map { try AccountSummary($0, file, catalogue) }
        if json { return try Terminal.answer(data: AccountJSON.json(accounts).text) }
        try Terminal.answer(AccountWords.table(accounts))
        try AccountWords.remarks(file, rules).forEach(Terminal.note)
      }
    }
  }

  struct AddUser: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "新建账户，还没有任何权限；给出一次性代码。",
      discussion: "例：taizhang user add li --name 李某 --unit 市工信局")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("登录名：小写字母、数字和 . - _", valueName: "登录名")) var login: String
    @Option(help: ArgumentHelp("姓名，记入凭证", valueName: "姓名")) var name: String
    @Option(help: ArgumentHelp("代表哪个单位说话；管台账的单位不写", valueName: "单位")) var unit: String?
    @Flag(help: "机器账户：只用令牌，不用密码") var machine = false

    func run() throws {
      let operations = try ledger.operations
      try operations.accessing(begins: true) { file, rules, catalogue in
        let code = try file.addAccount(
          login, name: name, unit: try operations.unit(named: unit, catalogue),
          kind: machine ? .machine : .person, by: CommandAudit.actor(operations))
        Terminal.note("已新建账户「\(login)」，还没有权限；授权用 taizhang user grant。")
        if let code { try AccountWords.tell(code, of: login) }
        try AccountWords.remarks(file, rules).forEach(Terminal.note)
      }
    }
  }

  struct DisableUser: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "disable", abstract: "停用账户：会话马上结束，令牌不再有效。")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("登录名", valueName: "登录名")) var login: String

    func run() throws {
      let operations = try ledger.operations
      try operations.accessing { file, rules, _ in
        try file.disable(login, by: CommandAudit.actor(operations))
        Terminal.note("已停用账户「\(login)」。")
        try AccountWords.remarks(file, rules).forEach(Terminal.note)
      }
    }
  }

  struct EnableUser: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "enable", abstract: "恢复停用的账户；密码照旧。")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("登录名", valueName: "登录名")) var login: String

    func run() throws {
      let operations = try ledger.operations
      try operations.accessing { file, _, _ in
        try file.enable(login, by: CommandAudit.actor(operations))
        Terminal.note("已恢复账户「\(login)」。")
      }
    }
  }

  struct ResetUser: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset", abstract: "重设密码：给出一次性代码，原来的密码和会话作废。")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("登录名", valueName: "登录名")) var login: String

    func run() throws {
      let operations = try ledger.operations
      try operations.accessing { file, _, _ in
        try AccountWords.tell(try file.reset(login, by: CommandAudit.actor(operations)), of: login)
      }
    }
  }

  struct RescueUser: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rescue", abstract: "应急：恢复账户，去掉第二重验证，给出一次性代码。",
      discussion: """
        例：taizhang user rescue xi --reason 手机丢失，恢复码不在手边
        管理员登录后都看得到，直到审计管理员记下。
        """)

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("登录名", valueName: "登录名")) var login: String
    @Option(help: ArgumentHelp("事由，记入审计", valueName: "事由")) var reason: String

    func run() throws {
      let operations = try ledger.operations
      try operations.accessing { file, _, _ in
        let code = try file.rescue(login, reason: reason, by: CommandAudit.actor(operations))
        try AccountWords.tell(code, of: login)
      }
    }
  }

  struct GrantRole: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "grant", abstract: "给账户一个角色，写明范围。",
      discussion: """
        例：taizhang user grant li 牵头单位 --units 市工信局
            taizhang user grant ban 县区 --areas 鹿寨县
            taizhang user grant guan 查阅 --chains 新能源
        角色见 taizhang catalogue list role；管理员不兼别的角色。
        """)

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("登录名", valueName: "登录名")) var login: String
    @Argument(help: ArgumentHelp("角色", valueName: "角色")) var role: String
    @Option(help: ArgumentHelp("这些单位牵头或负责的项目", valueName: "单位")) var units: [String] = []
    @Option(help: ArgumentHelp("这些县区、新区的项目", valueName: "名称")) var areas: [String] = []
    @Option(help: ArgumentHelp("这些产业链的项目，只能看", valueName: "名称")) var chains: [String] = []

    func run() throws {
      let operations = try ledger.operations
      try operations.accessing { file, rules, catalogue in
        let grant = try operations.grant(
          role: role, units: units, areas: areas, chains: chains, catalogue)
        try file.grant(grant, to: login, rules: rules, by: CommandAudit.actor(operations))
        Terminal.note("已授权「\(login)」：\(AccountSummary.words(grant, catalogue))。")
        try AccountWords.remarks(file, rules).forEach(Terminal.note)
      }
    }
  }

  struct RevokeRole: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "收回账户的一条授权。",
      discussion: "例：taizhang user revoke li 3      编号见 taizhang user list")

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: ArgumentHelp("登录名", valueName: "登录名")) var login: String
    @Argument(help: ArgumentHelp("授权的编号", valueName: "编号")) var number: Int64

    func run() throws {
      let operations = try ledger.operations
      try operations.accessing { file, rules, _ in
        try file.revoke(number, of: login, by: CommandAudit.actor(operations))
        Terminal.note("已收回「\(login)」的第 \(number) 号授权。")
        try AccountWords.remarks(file, rules).forEach(Terminal.note)
      }
    }
  }
}
