import Engine
import Foundation
import TestSupport
import Testing

@testable import SQLiteEngine

/// A database that begins is seen whole or not at all.
@Suite struct BeginningTests {
  private let folder: URL
  private var path: String { folder.appending(path: "ledger.sqlite").path }

  init() throws { folder = try TemporaryFolder.make() }

  private func begin() throws -> SQLiteDatabase {
    try #require(try SQLiteDatabase.beginning(path: path, timeout: .seconds(1)))
  }

  private func fill(_ database: SQLiteDatabase) throws {
    try database.writeMuch { try $0.run("CREATE TABLE t (n); INSERT INTO t VALUES (1), (2)") }
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func rows() throws -> Int64 {
    let reader = try SQLiteDatabase.reading(path: path)
    defer { try? reader.close() }
    return try reader.reading { try $0.integer("SELECT count(*) FROM t") }
  }

  @Test func `nobody sees it before it is published, and then all of it, with the log`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try begin()
    try fill(database)
    #expect(throws: EngineError.missing(path: path)) { try SQLiteDatabase.reading(path: path) }
    try database.publish()
    try database.close()
    #expect(try files() == ["ledger.sqlite", "ledger.sqlite.lock"])
    #expect(try rows() == 2)
    let writer = try SQLiteDatabase.writing(path: path, timeout: .seconds(1))
    #expect(
      try writer.writeWithoutTransaction { try $0.rows("PRAGMA journal_mode") { $0.text(0) } } == [
        "wal"
      ])
    try writer.close()
  }

  @Test func `what is not published is gone`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try begin()
    try fill(database)
    try database.close()
    #expect(try files() == ["ledger.sqlite.lock"])
  }

  @Test func `what a killed program left is no beginning`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for end in ["", "-journal", "-wal"] {
      try Data("half".utf8).write(to: URL(filePath: path + ".beginning.part" + end))
    }
    let database = try begin()
    try fill(database)
    try database.publish()
    try database.close()
    #expect(try files() == ["ledger.sqlite", "ledger.sqlite.lock"])
    #expect(try rows() == 2)
  }

  @Test func `a statement that fails is taken back, and the rest stays`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try begin()
    try fill(database)
    #expect(throws: EngineError.self) {
      try database.write {
        try $0.run("DELETE FROM t")
        try $0.run("INSERT INTO nothing VALUES (1)")
      }
    }
    try database.publish()
    try database.close()
    #expect(try rows() == 2)
  }

  @Test func `two that begin take turns, and the second finds the first one's`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let one = try begin()
    #expect(throws: EngineError.busy(path: path)) {
      try SQLiteDatabase.beginning(path: path, timeout: .zero)
    }
    try fill(one)
    try one.publish()
    try one.close()
    #expect(try SQLiteDatabase.beginning(path: path, timeout: .seconds(1)) == nil)
    try SQLiteDatabase.writing(path: path, timeout: .seconds(1)).close()
  }
}
