import Foundation
import Ledger
import Operations
import Synchronization

@testable import Access
@testable import Website

/// A site with accounts over the ledger of a test site, asked without a socket, by a clock that the test moves.
/// All of it is invented (测试数据).
final class AccountSite {
  static let password = "Kite7-Blau-Regen"
  static let address = "10.0.0.7"

  let base: TestSite
  let site: Website.Site
  let access: AccessFile
  let clock = TestClock()
  private let rules: AccessRules

  init(
    isEmpty: Bool = false, isSecure: Bool = false, userHeader: String? = nil,
    database: String? = nil
  ) throws {
    base = try TestSite(isEmpty: isEmpty, database: database)
    let clock = clock
    let hasher = PasswordHasher(cost: PasswordHasher.Cost(rounds: 4, block: 8, lanes: 1))
    _ = try base.operations.setItem(
      .setting, code: "second_factor", isNew: false, [(path: "of", text: "nobody")], reason: "测试")
    access = try AccessFile.open(
      beside: base.operations.path, hasher: hasher, now: { clock.now }, beginning: { 0 })
    rules = AccessRules(try base.operations.catalogue())
    let ledger = try OpenLedger(at: base.operations)
    let door = Door(
      ledger, operations: base.operations, host: base.caller,
      way: Door.Way(isSecure: isSecure, userHeader: userHeader), hasher: hasher,
      now: { clock.now })
    site = try Website.Site(ledger, operations: base.operations, door: door, strict: true)
    site.opens(at: TestSite.port)
  }

  deinit {
    try? access.close()
    try? site.door.close()
    try? site.ledger.close()
  }

  static let terminal = AuditActor(login: nil, name: "root", address: "terminal")

  /// An account with a password and roles.
  func person(_ login: String, unit: String? = nil, _ grants: Grant...) throws {
    let code = try access.addAccount(
      login, name: "测试\(login)", unit: unit, kind: .person, by: Self.terminal)
    let place = SessionPlace(address: Self.address, browser: "")
    let cookie = try access.signIn(
      Credentials(login: login, password: code ?? "", code: ""), rules: rules, from: place)
    if let session = try access.session(ofCookie: cookie, isActivity: true, rules: rules) {
      _ = try access.setPassword(
        of: session, old: "", new: Self.password, rules: rules, from: place)
    }
    for grant in grants {
      try access.grant(grant, to: login, rules: rules, by: Self.terminal)
    }
  }

  /// A machine's account with a token.
  func machine(_ login: String, _ grants: Grant...) throws -> String {
    try machine(login, grants)
  }

  func machine(_ login: String, _ grants: [Grant]) throws -> String {
    _ = try access.addAccount(
      login, name: "测试\(login)", unit: nil, kind: .machine, by: Self.terminal)
    for grant in grants {
      try access.grant(grant, to: login, rules: rules, by: Self.terminal)
    }
    return try access.addToken(of: login, purpose: "测试", days: 30, by: Self.terminal)
  }

  /// Signs in by the page; the cookie that it sets.
  func signIn(_ login: String, next: String? = nil) throws -> String {
    let answer = post("/sign-in", signInForm(login, next: next))
    return Self.cookie(of: answer) ?? ""
  }

  func signInForm(_ login: String, _ password: String = AccountSite.password, next: String? = nil)
    -> Query
  {
    var form: Query = ["login": login, "password": password]
    if let next { form = form.setting("next", to: next) }
    return form
  }

  /// What an answer sets, as a browser sends it back.
  static func cookie(of answer: WebResponse) -> String? {
    answer["Set-Cookie"]?.split(separator: ";").first.map(String.init)
  }

  func get(_ target: String, cookie: String? = nil, _ alter: (inout WebRequest) -> Void = { _ in })
    -> WebResponse
  {
    send("GET", target, cookie: cookie, alter)
  }

  /// Sends a form as a page of the site does.
  func post(
    _ target: String, _ form: Query = [:], cookie: String? = nil,
    _ alter: (inout WebRequest) -> Void = { _ in }
  ) -> WebResponse {
    send("POST", target, cookie: cookie) { request in
      request.source.fetchSite = "same-origin"
      request.form = form
      alter(&request)
    }
  }

  private func send(
    _ method: String, _ target: String, cookie: String?, _ alter: (inout WebRequest) -> Void
  ) -> WebResponse {
    var request = WebRequest(method: method, target: target) ?? WebRequest(path: ["?"])
    request.source.host = "127.0.0.1:\(TestSite.port)"
    request.source.address = Self.address
    request.source.cookie = cookie
    alter(&request)
    return site.answer(request)
  }

  /// Lines of the audit, the first first: act, result, subject.
  func audit(after count: Int = 0) throws -> [String] {
    try access.lines(AuditQuestion(limit: 10_000)).reversed().dropFirst(count).map { record in
      "\(record.line.act.rawValue) \(record.line.result) \(record.line.subject)"
    }
  }
}

/// A clock that stands until it is moved.
final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_774_000_000))

  var now: Date { time.withLock { $0 } }

  func wait(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
