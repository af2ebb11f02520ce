import Foundation
import Ledger
import Synchronization
import Testing

@testable import Access

/// A file of accounts of a test's own, with a clock that the test moves. All of it is invented (测试数据).
final class Fixture: Sendable {
  let folder: URL
  let file: AccessFile
  let rules: AccessRules

  static let place = SessionPlace(address: "10.0.0.7", browser: "测试浏览器")
  static let terminal = AuditActor(login: nil, name: "root", address: "terminal")
  static let password = "Kite7-Blau-Regen"

  init(policy: String = "dengbao", factor: String = "nobody") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "taizhang-access-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let clock = Clock()
    self.clock = clock
    file = try AccessFile.open(
      beside: folder.appending(path: "ledger.sqlite").path,
      hasher: PasswordHasher(cost: PasswordHasher.Cost(rounds: 4, block: 8, lanes: 1)),
      now: { clock.now }, beginning: { 5 })
    rules = AccessRules(try Self.catalogue(policy, factor))
  }

  private let clock: Clock

  static func catalogue(_ policy: String, _ factor: String) throws -> Catalogue {
    let settings = [("password", "policy", policy), ("second_factor", "of", factor)]
    let shipped = try Catalogue.shipped().items.filter { item in
      !settings.contains { $0.0 == item.code }
    }
    return Catalogue(
      items: shipped
        + settings.map { code, path, value in
          CatalogueItem(
            kind: .setting, code: code, name: code, position: 0,
            attributes: .map([path: .text(value)]))
        })
  }

  deinit {
    try? file.close()
    try? FileManager.default.removeItem(at: folder)
  }

  func wait(_ seconds: TimeInterval) { clock.wait(seconds) }
  var now: Date { clock.now }

  /// A person with a password, who has signed in for the first time.
  @discardableResult
  func person(_ login: String, password: String = Fixture.password) throws -> String {
    let code = try file.addAccount(
      login, name: "测试\(login)", unit: nil, kind: .person, by: Self.terminal)
    let cookie = try signIn(login, code ?? "")
    return try file.setPassword(
      of: try session(cookie), old: "", new: password, rules: rules, from: Self.place)
  }

  func signIn(
    _ login: String, _ password: String, code: String = "", from address: String = "10.0.0.7"
  ) throws -> String {
    try file.signIn(
      Credentials(login: login, password: password, code: code), rules: rules,
      from: SessionPlace(address: address, browser: "测试浏览器"))
  }

  /// The session of a cookie, which has to have one.
  func session(_ cookie: String, isActivity: Bool = true) throws -> Session {
    try #require(try file.session(ofCookie: cookie, isActivity: isActivity, rules: rules))
  }

  func hasSession(_ cookie: String, isActivity: Bool = true) throws -> Bool {
    try file.session(ofCookie: cookie, isActivity: isActivity, rules: rules) != nil
  }

  /// The acts and results of the audit, the first first.
  func audit() throws -> [String] {
    try file.lines(AuditQuestion(limit: 10_000)).reversed().map {
      "\($0.line.act.rawValue) \($0.line.result)"
    }
  }
}

/// A clock that stands until it is moved.
final class Clock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_774_000_000))

  var now: Date { time.withLock { $0 } }

  func wait(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
