import Engine
import Foundation
import Ledger
import Testing

@testable import Storage

/// A ledger goes from one engine to another and back, with every hash as it was.
@Suite(.everyEngine) struct LedgerCopyTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  private func copy(from path: String, to target: String) throws -> Entry {
    try LedgerStore.copy(from: path, to: target, timeout: .seconds(5), watch: .nobody)
  }

  /// What else than entries a ledger answers by.
  private func content(_ store: LedgerStore) throws -> [String] {
    let journal = try store.database.read { session in
      try session.rows("SELECT id, body FROM change ORDER BY id") { "\($0.int64(0)) \($0.text(1))" }
        + session.rows("SELECT sha256, name, size FROM upload ORDER BY sha256") {
          $0.text(0) + $0.text(1)
        }
        + session.rows("SELECT number, sha256 FROM publication ORDER BY number") { $0.text(1) }
    }
    let projects = try store.allProjects(asOf: store.revision).map { "\($0)" }
    return journal + projects
  }

  @Test(arguments: 0..<6) func `a ledger that went to every engine and back is the same`(seed: Int)
    throws
  {
    var ledger = RandomLedger(store: try fixture.open(), seed: seed + 40)
    for _ in 0..<12 { try ledger.act() }
    let before = try content(ledger.store)
    let last = try ledger.store.entry(ledger.store.revision)
    try ledger.store.close()
    var path = fixture.path
    for (place, engine) in (TestEngine.all + [TestEngine.current]).enumerated() {
      let target = engine.path(fixture.directory.path(percentEncoded: false), "copy-\(place)")
      #expect(try copy(from: path, to: target) == last)
      path = target
    }
    let store = try LedgerStore.open(path: path, access: .reading) { nil }
    #expect(try content(store) == before)
    #expect(try store.verify() == [])
    let after = try store.entry(store.revision)
    #expect(after == last)
  }

  @Test func `where a ledger stands nothing is written`() throws {
    try fixture.open().close()
    let other = fixture.file("other")
    try fixture.open(.writing(timeout: .seconds(5)), at: other).close()
    #expect(throws: StorageError.ledgerStands(path: other)) {
      try copy(from: fixture.path, to: other)
    }
  }

  @Test func `a journal that was altered is not copied, and nothing stays`() throws {
    let store = try fixture.open()
    try store.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
    try store.database.write { try $0.run("UPDATE change SET body = replace(body, '一', '二')") }
    try store.close()
    for (place, engine) in TestEngine.all.enumerated() {
      let target = engine.path(fixture.directory.path(percentEncoded: false), "bad-\(place)")
      #expect(throws: StorageError.unfitBackup(path: fixture.path, findings: 1)) {
        try copy(from: fixture.path, to: target)
      }
      #expect(try !engine.engine.stands(at: target))
    }
  }
}
