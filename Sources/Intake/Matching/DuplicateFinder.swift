import Ledger
import Machine

/// Two projects of the ledger that may be one.
package struct PossibleDuplicate: Sendable {
  package let one: KnownProject
  package let other: KnownProject
  package let judgement: Judgement
  package let likeness: Likeness
}

/// Finds the projects of the ledger that may be one: those with one code, or with names much alike,
/// which the judge does not tell apart.
package struct DuplicateFinder: Sendable {
  private let index: KnownIndex
  private let judge: IdentityJudge
  private let grams: NameGrams

  private let known: [KnownProject]

  package init(_ known: [KnownProject], judge: IdentityJudge) {
    self.known = known
    index = KnownIndex(KnownRoll(known))
    self.judge = judge
    grams = index.grams()
  }

  /// The pairs of which the judge is sure first, then those it is not sure of; the likest first.
  ///
  /// Each project is compared with few others, so that the time follows the number of projects.
  package func duplicates() throws -> [PossibleDuplicate] {
    let candidates = try Cores.map(Cores.parts(of: known.indices, least: 512)) { part in
      part.flatMap { pairs(of: $0) }
    }
    // Both of a pair may name each other.
    let all = Set(candidates.joined()).sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    let found = try Cores.map(Cores.parts(of: all.indices, least: 512)) { part in
      part.compactMap { judged(all[$0]) }
    }
    return found.joined().sorted { $0.rank < $1.rank }
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private func pairs(of position: Int) -> [Pair] {
    let project = known[position]
    let coded = project.code.map(index.positions) ?? []
    return (coded + grams.nearest(to: project.nameKey)).filter { $0 != position }.map {
      Pair(first: min(position, $0), second: max(position, $0))
    }
  }

  private func judged(_ pair: Pair) -> PossibleDuplicate? {
    let (one, other) = (known[pair.first], known[pair.second])
    let judgement = judge.judge(one, other)
    if judgement.verdict == .different { return nil }
    return PossibleDuplicate(
      one: one, other: other, judgement: judgement, likeness: Likeness(one, other))
  }
}

extension PossibleDuplicate {
  fileprivate var rank: (Int, Int, ProjectID, ProjectID) {
    (judgement.verdict == .same ? 0 : 1, -likeness.score, one.id, other.id)
  }
}
