import Foundation
import Ledger
import Testing

@testable import Storage

@Suite struct EngineTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test func `a commit reaches the disk before it returns`() throws {
    let store = try fixture.open()
    let (synchronous, mode) = try store.engine.writeWithoutTransaction { session in
      (
        try session.integer("PRAGMA synchronous"),
        try session.row("PRAGMA journal_mode") { $0.text(0) }
      )
    }
    #expect(synchronous == 2)
    #expect(mode == "wal")
  }

  @Test func `a second writer waits, then says that the ledger is busy`() throws {
    let first = try fixture.open()
    #expect(throws: StorageError.busy(path: fixture.path)) {
      try fixture.open(timeout: .milliseconds(60))
    }
    try first.close()
    try fixture.open().close()
  }

  @Test func `a reader sees the ledger while a writer holds it, and can alter nothing`() throws {
    let writer = try fixture.open()
    let reader = try fixture.openReading()
    #expect(try reader.revision == 1)
    #expect(throws: StorageError.self) {
      try reader.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
    }
    try writer.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
    #expect(try reader.revision == 2)
  }

  @Test func `a missing ledger is made only when there is something to begin with`() throws {
    let path = fixture.file("deep/er/ledger.sqlite")
    #expect(throws: StorageError.missing(path: path)) {
      try LedgerStore.open(path: path, access: .reading) { nil }
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.file("deep")))
    let store = try LedgerStore.open(path: path, access: .reading) { Fixture.beginning }
    #expect(try store.catalogue().items.count == Fixture.catalogue.count)
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
    try store.engine.writeWithoutTransaction { try $0.setSchemaVersion(99) }
    try store.close()
    #expect(throws: StorageError.newerSchema(found: 99, known: Migration.latest)) {
      try fixture.open()
    }
  }

  @Test func `the catalogue reads back as it was given`() throws {
    let store = try fixture.open()
    #expect(try store.catalogue().items == Catalogue(items: Fixture.catalogue).items)
  }
}
