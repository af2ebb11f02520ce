import Foundation
package import Ledger
package import Matching
import Storage
import Wording

/// A pair of the queue, with what was said of it.
package struct QueuedDuplicate: Sendable {
  package let duplicate: PossibleDuplicate
  /// Whether somebody put it off.
  package let isPutOff: Bool
}

extension LedgerOperations {
  /// The pairs of the ledger that may be one project: those nobody has answered for yet, and the ones
  /// put off where they are asked for.
  package func duplicates(withPutOff: Bool) throws -> [QueuedDuplicate] {
    try reading { store, catalogue in
      try Self.duplicates(store, catalogue, withPutOff: withPutOff)
    }
  }

  /// The same of an open ledger.
  static func duplicates(
    _ store: LedgerStore, _ catalogue: Catalogue, withPutOff: Bool, most: Int = .max
  ) throws -> [QueuedDuplicate] {
    let known = try KnownProjects(store, catalogue).index.all
    let answers = try answers(store, catalogue)
    let finder = DuplicateFinder(known, judge: IdentityJudge(catalogue)) { one, other in
      switch answers[ProjectPair(one, other)] {
      case nil: false
      case .later?: !withPutOff
      case .different?, .revoked?: true
      }
    }
    return try finder.duplicates(most: most).map { duplicate in
      let answer = answers[ProjectPair(duplicate.one.id, duplicate.other.id)]
      return QueuedDuplicate(duplicate: duplicate, isPutOff: answer == .later)
    }
  }

  /// What was said of two projects is remembered: an entry like any other.
  ///
  /// Throws `unknownProject`, `severalProjects`, `oneProject`.
  package func distinguish(
    _ one: String, _ other: String, _ answer: DuplicateDecision.Answer, reason: String?
  ) throws -> (entry: Entry, pair: ProjectPair) {
    try act(.decide) { act in
      let (store, catalogue) = (act.store, act.catalogue)
      let pair = ProjectPair(try Self.resolve(one, store), try Self.resolve(other, store))
      if pair.first == pair.second { throw PairError.oneProject(pair.first) }
      let item = DuplicateDecision(pair, answer).item(
        position: catalogue.items(of: .distinction).count + 1)
      return (try act.write(act.entry(.decide, items: [item], because: reason)), pair)
    }
  }

  /// What was said of a project that went into another is said of that one.
  static func answers(
    _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> [ProjectPair: DuplicateDecision.Answer] {
    let merged = Dictionary(
      uniqueKeysWithValues: try store.mergedProjects().map { ($0.id, $0.into) })
    return Dictionary(
      catalogue.distinctions.map { distinction in
        let pair = distinction.pair
        return (
          ProjectPair(merged[pair.first] ?? pair.first, merged[pair.second] ?? pair.second),
          distinction.answer
        )
      }, uniquingKeysWith: { $0 == .different ? $0 : $1 })
  }
}
