import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations
@testable import Website

/// A site over a small ledger of a test's own, asked without a socket. All of it is invented (测试数据).
final class TestSite {
  static let port = 8080

  let folder: URL
  let operations: LedgerOperations
  let site: Website.Site
  let caller = Caller(name: "测试员")

  /// `isEmpty` is a ledger that has just begun; `database` is where it stands, when not in a file here.
  init(
    isEmpty: Bool = false, commitPatience: Int = 20_000, daysLater: Int = 2,
    database: String? = nil
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "taizhang-web-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let clock = SteadyClock()
    let path = database ?? folder.appending(path: "ledger.sqlite").path
    var operations = LedgerOperations(path: path, actor: "测试员") {
      clock.tick()
    }
    operations.beginsLedgers = true
    self.operations = operations
    if !isEmpty { try Self.fill(operations) }
    // Pages look back at the day after the list.
    clock.pass(days: daysLater)
    site = try Website.Site(
      try OpenLedger(at: operations), operations: operations, strict: true,
      commitPatience: commitPatience)
    site.opens(at: Self.port)
  }

  deinit {
    try? site.ledger.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// A list of fifteen projects, and what people did about them afterwards.
  private static func fill(_ operations: LedgerOperations) throws {
    let list = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/Books/projects.csv").standardized
    _ = try operations.commit(
      try operations.prepare(try ReceivedFile(path: list.path), ImportOptions(year: 2026)))
    _ = try operations.edit("1", [Assignment(field: "形象进度", text: "厂房竣工")], reason: "测试")
    var overdue = MatterAct()
    overdue.due = PartialDate("2026-03-01")
    _ = try operations.milestone("2", "主体封顶", overdue)
    _ = try operations.problem("3", "征地拆迁未完成", MatterAct())
  }

  /// Asks for a page as a browser on this machine does.
  func get(
    _ target: String, method: String = "GET", from caller: Caller? = nil
  ) -> WebResponse {
    var request = WebRequest(method: method, target: target) ?? WebRequest(path: ["?"])
    request.source.host = "127.0.0.1:\(Self.port)"
    return site.answer(request, from: caller ?? self.caller)
  }

  /// Sends a form as a page of the site does.
  func post(_ target: String, _ form: Query = [:]) -> WebResponse {
    var request = WebRequest(method: "POST", target: target) ?? WebRequest(path: ["?"])
    request.source.host = "127.0.0.1:\(Self.port)"
    request.source.fetchSite = "same-origin"
    request.form = form
    return site.answer(request, from: caller)
  }
}

/// A clock that moves a minute whenever it is looked at.
private final class SteadyClock: @unchecked Sendable {
  private let lock = NSLock()
  private var time = Date(timeIntervalSince1970: 1_774_000_000)

  func tick() -> Date {
    lock.withLock {
      time += 60
      return time
    }
  }

  func pass(days: Int) { lock.withLock { time += Double(days) * 86_400 } }
}

extension WebResponse {
  /// What a body of bytes says.
  var text: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}
