import Engine
import Ledger
import TestSupport
import Testing

@testable import Storage

@Suite(.everyEngine) struct LedgerProperties {
  let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  @Test(arguments: Sequences.seeds(24, from: 0))
  func `the balance is the replay, as of any entry too`(seed: UInt64) throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: Int(seed))
    for _ in 0..<14 { try ledger.act() }
    #expect(try ledger.store.verify() == [])
    for revision in try 0...ledger.store.revision {
      #expect(try ledger.holdings(asOf: revision) == ledger.snapshots[revision])
    }
    #expect(try ledger.store.verify() == [])
  }

  @Test(arguments: Sequences.seeds(12, from: 0))
  func `everything undone, last first, leaves an empty ledger`(
    seed: UInt64
  ) throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: Int(seed))
    for _ in 0..<10 { try ledger.act() }
    let last = try ledger.store.revision
    for number in stride(from: last, to: 1, by: -1) { try ledger.undo(number) }
    #expect(try ledger.store.verify() == [])
    #expect(ledger.model == [:])
    #expect(try ledger.holdings(asOf: .max) == [:])
    #expect(
      try ledger.store.database.read { try $0.integer("SELECT count(*) FROM statement") } == 0)
  }

  @Test(arguments: Sequences.seeds(12, from: 0))
  func `everything undone in any order leaves an empty ledger`(
    seed: UInt64
  ) throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: Int(seed) + 1_000)
    for _ in 0..<8 { try ledger.act() }
    // What stays because of later acts goes once these are taken back: so in rounds.
    for _ in 0..<6 where !ledger.model.isEmpty {
      let last = try ledger.store.revision
      for number in (2...last).shuffled(using: &ledger.values.random) {
        if try ledger.store.entry(number).kind != .undo { try ledger.undo(number) }
      }
      for number in stride(from: try ledger.store.revision, to: 1, by: -1) {
        try ledger.undo(number)
      }
    }
    #expect(try ledger.store.verify() == [])
    #expect(ledger.model == [:])
    #expect(try ledger.holdings(asOf: .max) == [:])
  }
}
