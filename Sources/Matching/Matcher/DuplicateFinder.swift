package import Ledger
import Machine

/// Two projects of the ledger that may be the same.
package struct PossibleDuplicate: Sendable {
  package let one: KnownProject
  package let other: KnownProject
  package let judgement: Judgement
  package let likeness: Likeness
}

/// Finds projects of the ledger that may be the same: those with one code, or with very similar names, which the judge
/// does not call different.
package struct DuplicateFinder: Sendable {
  private let known: [KnownProject]
  private let judge: IdentityJudge
  /// Whether a person already decided about two projects.
  private let isSettled: @Sendable (ProjectID, ProjectID) -> Bool

  package init(
    _ known: [KnownProject], judge: IdentityJudge,
    isSettled: @escaping @Sendable (ProjectID, ProjectID) -> Bool = { _, _ in false }
  ) {
    self.known = known
    self.judge = judge
    self.isSettled = isSettled
  }

  /// The pairs of which the judge is sure first, then the unsure ones, by descending likeness.
  ///
  /// Of a project with many possible duplicates only the likeliest are returned; others follow once these are
  /// settled. The same holds for those after the first `most` found, because many equal names would take long.
  package func duplicates(most: Int = .max) throws -> [PossibleDuplicate] {
    let lookalikes = try SimilarityIndex(
      known.count, { [known] in known[$0] }, judge: judge, watch: {})
    // Each of a pair may find the other.
    var seen: Set<Pair> = []
    var found: [(pair: Pair, judgement: Judgement)] = []
    var rest = known.indices
    while !rest.isEmpty, found.count < most {
      let part = most == .max ? rest : rest.prefix(256)
      rest = part.upperBound..<rest.upperBound
      let parts = Cores.parts(of: part, least: 64, cores: .max)
      let pieces = try Cores.map(parts, making: { SimilarityIndex.Memory() }) { memory, part, _ in
        part.flatMap { pairs(of: $0, lookalikes, &memory) }
      }
      found += pieces.joined().filter { seen.insert($0.pair).inserted }
    }
    return found.map(duplicate).sorted { $0.rank < $1.rank }
  }

  /// The possible duplicates of one project; empty if it is unknown.
  package func duplicates(of project: ProjectID) throws -> [PossibleDuplicate] {
    guard let place = known.firstIndex(where: { $0.id == project }) else { return [] }
    let lookalikes = try SimilarityIndex(
      known.count, { [known] in known[$0] }, judge: judge, watch: {})
    var memory = SimilarityIndex.Memory()
    return pairs(of: place, lookalikes, &memory).map(duplicate).sorted { $0.rank < $1.rank }
  }

  private func duplicate(
    _ found: (pair: Pair, judgement: Judgement)
  ) -> PossibleDuplicate {
    let (one, other) = (known[found.pair.first], known[found.pair.second])
    return PossibleDuplicate(
      one: one, other: other, judgement: found.judgement, likeness: Likeness(one, other))
  }

  private struct Pair: Hashable, Sendable {
    let first: Int
    let second: Int
  }

  /// The maximum number of unsure projects shown beside one, as many as a person would look at.
  private static let limit = 8

  private func pairs(
    of place: Int, _ lookalikes: SimilarityIndex, _ memory: inout SimilarityIndex.Memory
  ) -> [(pair: Pair, judgement: Judgement)] {
    let own = known[place].id
    let open = lookalikes.found(for: known[place], doubts: Self.limit, &memory) { other in
      other == place || isSettled(own, known[other].id)
    }.found
    let sure = open.filter { $0.judgement.verdict == .same }
    let doubtful = open.filter { $0.judgement.verdict == .unsure }.prefix(Self.limit)
    return (sure + doubtful).map { found in
      (
        Pair(first: min(place, found.place), second: max(place, found.place)), found.judgement
      )
    }
  }
}

extension PossibleDuplicate {
  fileprivate var rank: (Int, Int, ProjectID, ProjectID) {
    (judgement.verdict == .same ? 0 : 1, -likeness.score, one.id, other.id)
  }
}
