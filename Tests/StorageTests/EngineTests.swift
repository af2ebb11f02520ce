import Engine
import Foundation
import Ledger
import Testing

@testable import Storage

@Suite(.everyEngine) struct EngineTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

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
      try fixture.open(.reading, at: path) { nil }
    }
    #expect(try !TestEngine.current.engine.stands(at: path))
    #expect(!FileManager.default.fileExists(atPath: fixture.directory.path + "/deep"))
    let store = try fixture.open(.reading, at: path)
    #expect(try store.catalogue().items.count == Fixture.catalogue.count)
  }

  @Test func `the catalogue reads back as it was given`() throws {
    let store = try fixture.open()
    #expect(try store.catalogue().items == Catalogue(items: Fixture.catalogue).items)
  }
}
