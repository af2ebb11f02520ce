/// A record of something done: who, from where, what, on what, with what result.
///
/// A line holds no cell contents, passwords, tokens or line breaks.
package struct AuditLine: Hashable, Sendable {
  package let act: AuditAct
  /// The actor's login; nil if nobody is signed in.
  package let login: String?
  package let name: String
  package let address: String
  /// The object: a project's number, a file's name, a login.
  package let subject: String
  /// The ledger entry that resulted.
  package let entry: Int64?
  /// The result: `done`, or why nothing was done.
  package let result: String

  package static let done = "done"

  /// The result text of a line that stands for `count` others.
  static func more(_ count: Int) -> String { "more \(count)" }

  /// How many other lines it stands for; nil for an ordinary line.
  package var others: Int? {
    result.hasPrefix("more ") ? Int(result.dropFirst("more ".count)) : nil
  }

  package init(
    _ act: AuditAct, by actor: AuditActor, on subject: String, entry: Int64? = nil,
    result: String = AuditLine.done
  ) {
    self.act = act
    login = actor.login.map(Self.plain)
    name = Self.plain(actor.name)
    address = Self.plain(actor.address)
    self.subject = Self.plain(subject)
    self.entry = entry
    self.result = Self.plain(result)
  }

  /// The line shortened, for texts that a stranger chose.
  var short: AuditLine {
    let most = 60
    return AuditLine(
      act, by: AuditActor(login: login, name: name, address: Self.plain(address, most)),
      on: Self.plain(subject, most), entry: entry, result: Self.plain(result, most))
  }

  /// The text on one line, at most 200 characters.
  private static func plain(_ text: String) -> String { plain(text, 200) }

  private static func plain(_ text: String, _ most: Int) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(most).map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: " "
          default: scalar
          }
        }))
  }
}

/// Who is behind a line, and their address.
package struct AuditActor: Hashable, Sendable {
  package let login: String?
  package let name: String
  package let address: String

  package init(login: String?, name: String, address: String) {
    self.login = login
    self.name = name
    self.address = address
  }

  /// The server itself.
  package static let server = AuditActor(login: nil, name: "server", address: "local")
}

/// The kinds of acts that have a line. Raw values are stored in the file.
package enum AuditAct: String, CaseIterable, Sendable {
  case begin
  case signIn = "sign-in"
  case signOut = "sign-out"
  case session
  case password
  case factor
  case account
  case disable
  case grant
  case token
  case rescue
  case refused
  case entry
  case file
  case contacts
  case command
  case backup
  case audit
  /// An entry that was found without a line.
  case late

  /// The act's name in Chinese.
  package var label: String {
    switch self {
    case .begin: "启用账户"
    case .signIn: "登录"
    case .signOut: "退出"
    case .session: "会话"
    case .password: "密码"
    case .factor: "第二重验证"
    case .account: "账户"
    case .disable: "停用启用"
    case .grant: "授权"
    case .token: "令牌"
    case .rescue: "应急"
    case .refused: "拒绝"
    case .entry: "凭证"
    case .file: "导出文件"
    case .contacts: "查看联系方式"
    case .command: "命令行"
    case .backup: "备份"
    case .audit: "查看审计"
    case .late: "补记"
    }
  }
}
