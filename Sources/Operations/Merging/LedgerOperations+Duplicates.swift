import Foundation
package import Ledger
package import Matching
import Storage
import Wording

/// A pair in the queue of possible duplicates.
package struct QueuedDuplicate: Sendable {
  package let duplicate: PossibleDuplicate
  /// Whether a person postponed it.
  package let isPutOff: Bool
}

extension LedgerOperations {
  /// The pairs of projects that may be duplicates and have no answer yet, and postponed ones if requested.
  package func duplicates(withPutOff: Bool) throws -> [QueuedDuplicate] {
    try reading { store, catalogue in
      try Self.duplicates(store, catalogue, withPutOff: withPutOff)
    }
  }

  /// The same for an open ledger, at most `most` pairs.
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

  /// Records a person's answer about two projects as an entry.
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

  /// The answers by pair; those about merged projects count for the surviving ones.
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
