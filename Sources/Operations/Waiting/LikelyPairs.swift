import Intake
package import Ledger
import Matching
import Storage

/// The pairs of projects that may be one and that nobody has answered for: looked for at once in a small ledger;
/// in a large one, where that takes seconds, those that the last search noted.
struct LikelyPairs {
  let open: [LikelyPair]

  /// Up to so many projects are compared whenever somebody asks, until so many pairs are found.
  private static let few = 2_000
  private static let most = 500

  init(
    _ store: LedgerStore, _ catalogue: Catalogue, few: Int = Self.few, most: Int = Self.most
  ) throws {
    guard try store.projectCount() > few else {
      open = try LedgerDesk.duplicates(store, catalogue, withPutOff: false, most: most)
        .map(LikelyPair.init)
      return
    }
    let noted = try store.standingNotes([.pairs]).last?.notes.all(LikelyPair.self) ?? []
    let answers = try LedgerDesk.answers(store, catalogue)
    let there = try store.names(of: noted.flatMap { [$0.pair.first, $0.pair.second] })
    open = noted.filter { likely in
      answers[likely.pair] == nil && there[likely.pair.first] != nil
        && there[likely.pair.second] != nil
    }
  }
}

extension LikelyPair {
  init(_ queued: QueuedDuplicate) {
    let duplicate = queued.duplicate
    self.init(
      pair: ProjectPair(duplicate.one.id, duplicate.other.id),
      isSure: duplicate.judgement.verdict == .same, reason: duplicate.judgement.reason.rawValue,
      score: duplicate.likeness.score)
  }
}

extension LedgerDesk {
  /// Looks through the whole ledger for projects that may be one, and notes what it found in an entry of its own:
  /// the queue of a large ledger shows that.
  package func noteDuplicates() throws -> (queue: [QueuedDuplicate], entry: Entry?) {
    try act(.decide) { act in
      let (store, catalogue) = (act.store, act.catalogue)
      try requireEverywhere(.decide, in: catalogue)
      let found = try Self.duplicates(store, catalogue, withPutOff: false)
      let pairs = found.map(LikelyPair.init)
      let noted = try store.standingNotes([.pairs]).last?.notes.all(LikelyPair.self)
      if pairs == noted ?? [] { return (found, nil) }
      var notes = EntryNotes()
      notes.set(pairs)
      return (found, try act.write(act.entry(.decide, because: nil, notes: notes)))
    }
  }
}
