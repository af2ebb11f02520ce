import Ledger

@testable import Access

extension AccessFile {
  /// An account with a role over everything, and a password of its own.
  func settle(
    _ login: String, _ password: String, as role: String = "promotion", _ rules: AccessRules
  ) throws {
    let code = try addAccount(
      login, name: "测试\(login)", unit: nil, kind: .person, by: AccountSite.terminal)
    let place = SessionPlace(address: "127.0.0.1", browser: "")
    let cookie = try signIn(
      Credentials(login: login, password: code ?? "", code: ""), rules: rules, from: place)
    if let session = try session(ofCookie: cookie, isActivity: true, rules: rules) {
      _ = try setPassword(of: session, old: "", new: password, rules: rules, from: place)
    }
    try grant(
      Grant(role: role, scope: .everything), to: login, rules: rules, by: AccountSite.terminal)
  }
}
