import Engine
import Foundation
import Ledger
import Testing

@testable import SQLiteEngine
@testable import Storage

/// A ledger as an SQLite file.
@Suite struct FileTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test(arguments: [1, 6_000])
  func `a commit reaches the disk before it returns, also after a large one`(count: Int) throws {
    let store = try fixture.open()
    let changes = (0..<count).map { Drafts.create([.name: .text("项目\($0)")], row: $0) }
    try store.commit(Drafts.list(changes), expecting: nil, upload: Drafts.upload)
    let (synchronous, mode, references) = try store.database.writeWithoutTransaction { session in
      (
        try session.integer("PRAGMA synchronous"),
        try session.row("PRAGMA journal_mode") { $0.text(0) },
        try session.integer("PRAGMA foreign_keys")
      )
    }
    #expect(synchronous == 2)
    #expect(mode == "wal")
    #expect(references == 1)
  }

  @Test func `a file that is no ledger is refused and left as it is`() throws {
    try Data("not a database, by any means at all".utf8).write(to: URL(filePath: fixture.path))
    #expect(throws: StorageError.notALedger(path: fixture.path)) { try fixture.open() }
    #expect(throws: StorageError.notALedger(path: fixture.path)) { try fixture.openReading() }
    #expect(
      try String(contentsOfFile: fixture.path, encoding: .utf8)
        == "not a database, by any means at all")
  }

  @Test func `a ledger of a newer program is refused`() throws {
    let store = try fixture.open()
    try store.database.writeWithoutTransaction { try $0.run("PRAGMA user_version = 99") }
    try store.close()
    #expect(throws: StorageError.newerSchema(found: 99, known: Migration.latest)) {
      try fixture.open()
    }
  }
}
