import Foundation
import Ledger
import Spreadsheet
import Storage

@testable import Operations

/// The lists that ship with the tests.
enum Fixtures {
  static let lists = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Lists")

  /// Lists written from the contract alone, by somebody who had not seen the code.
  static let heldOut = lists.deletingLastPathComponent().appending(path: "HeldOut")

  /// A file of either folder.
  static func file(_ name: String) -> URL {
    let list = lists.appending(path: name)
    return FileManager.default.fileExists(atPath: list.path) ? list : heldOut.appending(path: name)
  }

  static func json(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: file(name))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }
}

/// A ledger of its own for one test, gone with it.
final class ScratchLedger: Sendable {
  let folder: URL
  let operations: LedgerOperations
  let clock = TestClock()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "taizhang-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var operations = LedgerOperations(
      path: folder.appending(path: "ledger.sqlite").path, actor: "测试"
    ) {
      [clock] in clock.tick()
    }
    operations.beginsLedgers = true
    self.operations = operations
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Prepares a fixture's import.
  func prepare(_ name: String, year: Int? = 2026, sender: String? = nil) throws -> PreparedImport {
    let file = try ReceivedFile(path: Fixtures.file(name).path)
    return try operations.prepare(file, ImportOptions(year: year, sender: sender))
  }

  /// The plan of a fixture as programs see it.
  func plan(_ name: String, year: Int?) throws -> [String: Any] {
    let text: String
    do {
      text = try prepare(name, year: year).json.text
    } catch let error as SpreadsheetError {
      text = RejectedFile.json(name: name, year: year, error: error, hint: nil).text
    }
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// All projects, now or as an entry left them.
  func snapshot(asOf revision: Int64? = nil) throws -> [ProjectID: Record] {
    try operations.reading { store, _ in
      let projects = try store.allProjects(asOf: revision ?? store.revision)
      return Dictionary(projects.map { ($0.id, $0.record) }) { first, _ in first }
    }
  }

  /// Imports a fixture.
  @discardableResult
  func commit(_ name: String) throws -> Entry? { try operations.commit(try prepare(name)) }
}

/// A clock that moves a minute whenever it is looked at.
final class TestClock: @unchecked Sendable {
  private let lock = NSLock()
  private var time = Date(timeIntervalSince1970: 1_774_000_000)

  /// Moves on by whole days.
  func skip(days: Int) { lock.withLock { time += Double(days) * 86_400 } }

  func tick() -> Date {
    lock.withLock {
      time += 60
      return time
    }
  }
}
