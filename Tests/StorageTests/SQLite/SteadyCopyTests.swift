import Engine
import Foundation
import Ledger
import Testing

@testable import SQLiteEngine
@testable import Storage

/// A backup that another program is at while it is copied: the copy is of one moment, or there is none.
@Suite struct SteadyCopyTests {
  let fixture: Fixture
  private var source: LedgerFiles { LedgerFiles(path: fixture.path) }

  init() throws {
    fixture = try Fixture(isFast: true)
    try fixture.open().close()
  }

  private func write() throws {
    let store = try fixture.open()
    try store.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
    try store.close()
  }

  @Test func `what moved while it was copied is copied again`() throws {
    var copies = 0
    let made = try SteadyCopy.of(source) {
      copies += 1
      // Between the file and its log a writer commits and moves the log into the file.
      if copies == 1 { try write() }
      return copies
    }
    #expect(made == 2)
  }

  @Test func `what never stands still is busy`() throws {
    #expect(throws: EngineError.busy(path: source.main)) {
      try SteadyCopy.of(source) { try write() }
    }
  }
}
