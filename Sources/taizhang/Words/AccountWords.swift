import Access
import Foundation
import Ledger
import Operations

/// Accounts and tokens as text.
enum AccountWords {
  static func table(_ accounts: [AccountSummary]) -> [String] {
    var table = TextTable([
      ("登录名", .left), ("姓名", .left), ("单位", .left), ("状态", .left), ("授权", .left),
      ("第二重", .left), ("最近登录", .left),
    ])
    for summary in accounts {
      let account = summary.account
      let kind = account.kind == .machine ? "机器" : "有效"
      let seen = account.seen.map(ShanghaiCalendar.text)
      table.add([
        account.login, account.name, summary.unit ?? "", account.isActive ? kind : "停用",
        summary.grants.map { "\($0.id) \($0.words)" }.joined(separator: "；"),
        account.hasFactor ? "有" : "",
        account.kind == .machine
          ? "" : (seen ?? "从未") + (summary.isUnused ? "（90 天未登录）" : ""),
      ])
    }
    return table.lines
  }

  static func table(_ tokens: [Token], at now: Date) -> [String] {
    var table = TextTable([
      ("编号", .right), ("账户", .left), ("用途", .left), ("到期", .left), ("最近使用", .left),
    ])
    for token in tokens {
      table.add([
        String(token.id), token.login, token.purpose,
        ShanghaiCalendar.text(token.until) + (token.until <= now ? "（已到期）" : ""),
        token.seen.map(ShanghaiCalendar.text) ?? "从未",
      ])
    }
    return table.lines
  }

  /// Prints a one-time code, alone on standard output.
  static func tell(_ code: String, of login: String) throws {
    Terminal.note("「\(login)」的一次性代码，30 分钟内用它登录并设密码，只能用一次：")
    try Terminal.answer(code)
  }

  /// What is still to be done: missing administrators, rescues that nobody has acknowledged.
  static func remarks(_ file: AccessFile, _ rules: AccessRules) throws -> [String] {
    let missing = try file.missingAdministrators(rules).map(\.name)
    let rescues = try file.rescues().map { rescue in
      "提醒：\(ShanghaiCalendar.text(rescue.at)) \(rescue.actor) 应急恢复了「\(rescue.login)」：\(rescue.reason)"
    }
    return (missing.isEmpty ? [] : ["还缺：\(missing.joined(separator: "、"))。"]) + rescues
  }
}
