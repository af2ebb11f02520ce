import Intake
package import Ledger
import Matching
import Storage

/// The possible duplicates without an answer: computed at once for a small ledger, taken from the last recorded
/// search for a large one, where the search takes seconds.
struct DuplicateCandidates {
  let open: [DuplicateCandidate]

  /// The maximum number of projects to compare on demand; `most` limits the pairs found.
  private static let few = 2_000
  private static let most = 500

  init(
    _ store: LedgerStore, _ catalogue: Catalogue, few: Int = Self.few, most: Int = Self.most
  ) throws {
    guard try store.projectCount() > few else {
      open = try store.lasting("likely pairs", of: PairsBasis(store, catalogue)) {
        try LedgerOperations.duplicates(store, catalogue, withPutOff: false, most: most)
          .map(DuplicateCandidate.init)
      }
      return
    }
    let noted = try store.standingNotes([.pairs]).last?.notes.all(DuplicateCandidate.self) ?? []
    let answers = try LedgerOperations.answers(store, catalogue)
    let there = try store.names(of: noted.flatMap { [$0.pair.first, $0.pair.second] })
    open = noted.filter { likely in
      answers[likely.pair] == nil && there[likely.pair.first] != nil
        && there[likely.pair.second] != nil
    }
  }
}

/// Everything that the pairs depend on, as a cache key: the identifying values of projects, merges, and the
/// catalogue with answers about pairs.
private struct PairsBasis: Equatable, Sendable {
  private let identities: [UInt8]
  private let merged: [ProjectPair]
  private let items: [CatalogueItem]

  init(_ store: LedgerStore, _ catalogue: Catalogue) throws {
    var bytes: [UInt8] = []
    func add(_ number: Int) {
      withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }
    func add(_ text: String?) {
      add(text.map(\.utf8.count) ?? -1)
      bytes += (text ?? "").utf8
    }
    let texts: [IdentityRow.Text] = [
      .code, .name, .owner, .ownerUSCC, .investor, .address, .content,
    ]
    try store.forEachIdentity { row in
      add(Int(row.id))
      add(row.investment.map { Int($0.fen) } ?? .min)
      for text in texts {
        let isThere: Void? = row.withText(text) { span in
          add(span.count)
          for place in span.indices { bytes.append(span[place]) }
        }
        if isThere == nil { add(-1) }
      }
      add(row.district)
      add(row.zone)
      for name in row.otherNames { add(name) }
    }
    identities = bytes
    merged = try store.mergedProjects().map { ProjectPair($0.id, $0.into) }
    items = catalogue.items
  }
}

extension DuplicateCandidate {
  init(_ queued: QueuedDuplicate) {
    let duplicate = queued.duplicate
    self.init(
      pair: ProjectPair(duplicate.one.id, duplicate.other.id),
      isSure: duplicate.judgement.verdict == .same, reason: duplicate.judgement.reason.rawValue,
      score: duplicate.likeness.score)
  }
}

extension LedgerOperations {
  /// Searches the whole ledger for possible duplicates and records them in an entry, which the queue of a large
  /// ledger shows.
  package func noteDuplicates() throws -> (queue: [QueuedDuplicate], entry: Entry?) {
    try act(.decide) { act in
      let (store, catalogue) = (act.store, act.catalogue)
      try requireEverywhere(.decide, in: catalogue)
      let found = try Self.duplicates(store, catalogue, withPutOff: false)
      let pairs = found.map(DuplicateCandidate.init)
      let noted = try store.standingNotes([.pairs]).last?.notes.all(DuplicateCandidate.self)
      if pairs == noted ?? [] { return (found, nil) }
      var notes = EntryNotes()
      notes.set(pairs)
      return (found, try act.write(act.entry(.decide, because: nil, notes: notes)))
    }
  }
}
