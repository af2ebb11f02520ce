package import Intake
package import Ledger
import Machine

/// Finds the project of the ledger that a row is about.
///
/// The judge has the word: a row is written onto the one project that it says is the same. Where it is
/// unsure, where more than one project fits, or where a row before it in the file already took the
/// project, a person decides.
package struct Matcher: Sendable {
  /// What a row is about.
  package enum Match: Hashable, Sendable {
    case project(ProjectID, by: Basis)
    case new
    /// More than one project fits.
    case several([ProjectID])
    /// An earlier row of the file is the same project.
    case repeated(row: Int)
    /// Perhaps a project of the ledger that no other row is about.
    case possibly(ProjectID, Judgement.Reason)
    /// Without a name.
    case nameless
    /// A row of a 核对表 that is about no project of this ledger.
    case astray
  }

  package enum Basis: String, Hashable, Sendable {
    case code
    case name
    case mark
    /// A person said so.
    case answer
    /// It says again what its sender said under the name of a project that was merged into this one.
    case mergedName
  }

  private let known: KnownIndex
  private let judge: Later<IdentityJudge>

  /// The judge is made when it is asked: most lists say plainly which projects they mean.
  package init(
    _ known: KnownIndex, judge: @escaping @Sendable @autoclosure () -> IdentityJudge
  ) {
    self.known = known
    self.judge = Later(judge)
  }

  /// A match for each row, in order. A row that says to the letter what its sender said last of a project
  /// is about that one; under a name that the sender repeats it means what it meant. What the judge would
  /// put to a person is what the answers say, where they say it.
  package func matches(
    of rows: Rows, answers: RowAnswers = RowAnswers(), said: LastSaid = LastSaid(),
    merged: MergedNames = MergedNames(), watch: () throws -> Void = {}
  ) throws -> [Match] {
    let alone = try rows.concurrentMap(watch: watch) { match(of: $0, answers, said) }
    var file = RowsOfFile(rows, merged)
    var matches = file.admit(alone, answers)
    guard matches.contains(.new) else { return matches }
    try file.settleRepeated(among: &matches, watch: watch)
    guard !known.isEmpty, matches.contains(.new) else { return matches }
    try settleNew(among: &matches, rows, answers, &file, watch)
    return matches
  }

  /// Rows that neither code nor name places are judged against the projects that no row is about.
  private func settleNew(
    among matches: inout [Match], _ rows: Rows, _ answers: RowAnswers,
    _ file: inout RowsOfFile, _ watch: () throws -> Void
  ) throws {
    let new = matches.indices.filter { matches[$0] == .new }
    let near = try known.places(near: new.compactMap { rows[$0].identity }, watch: watch)
    let lookalikes = Near(
      candidates: near.map { known.candidate(at: $0, file.claims.merged) },
      index: try known.lookalikes(at: near, judge.get(), watch: watch))
    for start in stride(from: 0, to: new.count, by: Self.batch) {
      let batch = Array(new[start..<min(start + Self.batch, new.count)])
      let found = try Cores.map(
        Cores.parts(of: batch.indices, least: 4, cores: .max), making: { Lookalikes.Memory() },
        watch: { _, _ in try watch() }
      ) { [claims = file.claims] memory, part, watch in
        try part.map { number in
          try watch(number)
          guard let row = rows[batch[number]].identity else { return Doubts() }
          return doubts(about: row, lookalikes, &memory, claims)
        }
      }
      for (place, found) in zip(batch, found.joined()) {
        guard let row = rows[place].identity else { continue }
        var found = found
        if found.isUsedUp(by: file.claims) {
          var memory = Lookalikes.Memory()
          found = doubts(about: row, lookalikes, &memory, file.claims)
        }
        let match = Self.answered(found.match(file.claims), answers, row)
        matches[place] = file.admit(match, at: place)
      }
    }
  }

  /// So many rows are judged before the projects they take are known to the others.
  private static let batch = 128

  /// The projects that the new rows may be, by their places.
  private struct Near: Sendable {
    let candidates: [Claims.Candidate]
    let index: Lookalikes
  }

  /// What the judge says of a row and the projects that no row is about.
  private func doubts(
    about row: KnownProject, _ near: Near, _ memory: inout Lookalikes.Memory,
    _ claims: Claims
  ) -> Doubts {
    var doubts = Doubts()
    let answer = near.index.found(for: row, doubts: Doubts.wanted, &memory) {
      !claims.isFree(near.candidates[$0])
    }
    for found in answer.found { doubts.add(near.candidates[found.place], found.judgement) }
    if !answer.isWhole { doubts.isWhole = false }
    return doubts
  }

  /// What the judge says of a row, as far as it may count when the rows before it are heard.
  private struct Doubts: Sendable {
    private var same: [Claims.Candidate] = []
    private var doubts: [(candidate: Claims.Candidate, reason: Judgement.Reason)] = []
    /// Whether there are no others.
    var isWhole = true

    /// So many are looked at, to name the likest of them.
    static let wanted = 8

    mutating func add(_ candidate: Claims.Candidate, _ judgement: Judgement) {
      if judgement.verdict == .same {
        same.append(candidate)
      } else if doubts.count < Self.wanted {
        doubts.append((candidate, candidate.gone == nil ? judgement.reason : .mergedName))
      } else {
        isWhole = false
      }
    }

    /// Whether others took all of them, and there are more.
    func isUsedUp(by claims: Claims) -> Bool {
      !isWhole && !same.contains(where: claims.isFree)
        && !doubts.contains { claims.isFree($0.candidate) }
    }

    /// The one project that is the same, else the likest that may be; those that are taken do not count.
    func match(_ claims: Claims) -> Match {
      let free = same.filter(claims.isFree)
      if let match = Match(Set(free.filter(claims.mayWrite).map(\.project))) { return match }
      if let other = free.first { return .possibly(other.project, .mergedName) }
      let doubt = doubts.first { claims.isFree($0.candidate) }
      return doubt.map { .possibly($0.candidate.project, $0.reason) } ?? .new
    }
  }

  /// What a row is about, whatever the others are.
  private func match(of row: ParsedRow, _ answers: RowAnswers, _ said: LastSaid) -> Match {
    guard row.holds(.name) else { return .nameless }
    if let project = said.project(saidAgainBy: row) {
      return .project(project, by: row.holds(.code) ? .code : .name)
    }
    guard !known.isEmpty || !answers.isEmpty, let identity = row.identity else { return .new }
    return Self.answered(plain(identity, said), answers, identity)
  }

  /// A match that leaves a question open, settled by the answer to it.
  static func answered(
    _ match: Match, _ answers: RowAnswers, _ row: KnownProject
  ) -> Match {
    switch match {
    case .several, .possibly: break
    case .project, .new, .repeated, .nameless, .astray: return match
    }
    switch answers.answer(about: row) {
    case .project(let project): return .project(project, by: .answer)
    case .new: return .new
    case nil: return match
    }
  }

  /// By code, else by the very name; the judge is asked about both.
  private func plain(_ row: KnownProject, _ said: LastSaid) -> Match {
    if let code = row.code, let match = coded(row, known.projects(code: code)) { return match }
    // A project is known by its own name and by those of projects merged into it.
    let same = known.projects(named: row).filter { isSame(row, $0, said) }
    return Match(Set(same.map(\.id))) ?? .new
  }

  /// What a row is among the projects of its code; where several have it, those of its name go first.
  private func coded(_ row: KnownProject, _ projects: [KnownProject]) -> Match? {
    let named = projects.filter { $0.nameKey == row.nameKey }
    let found = Set((named.isEmpty ? projects : named).map(\.id))
    guard let project = projects.first(where: { found.contains($0.id) }) else { return nil }
    if found.count > 1 { return .several(found.sorted()) }
    if !named.isEmpty { return .project(project.id, by: .code) }
    let judgement = judge.get().judge(row, project)
    return judgement.verdict == .same
      ? .project(project.id, by: .code) : .possibly(project.id, judgement.reason)
  }

  /// Of two rows with one name: most have one owner and place too, and need no judge.
  private func isSame(
    _ row: KnownProject, _ project: KnownProject, _ said: LastSaid
  ) -> Bool {
    if row.isPlainlySame(as: project) { return true }
    let judgement = judge.get().judge(row, project)
    return judgement.verdict == .same
      || judgement.verdict == .unsure && judgement.reason.isLackOfWords
        && said.names(project.id)
  }
}

extension Matcher.Match {
  /// What a row is about that is the same as some projects by its name; nil when there is none.
  fileprivate init?(_ same: Set<ProjectID>) {
    guard let first = same.first else { return nil }
    self = same.count == 1 ? .project(first, by: .name) : .several(same.sorted())
  }
}

extension Judgement.Reason {
  /// Nothing speaks against it: the rows only say too little, or a sum moved.
  fileprivate var isLackOfWords: Bool {
    self == .bareName || self == .amountDiffers || self == .ownerUnknown
  }
}

extension KnownProject {
  /// Name, owner and place are stated alike, and no code stands against it.
  fileprivate func isPlainlySame(as other: KnownProject) -> Bool {
    name == other.name && code == nil && owner != nil && !ownerDiffers(from: other)
      && other.owner != nil && district != nil && district == other.district
      && zone == other.zone && ownerUSCC == other.ownerUSCC
  }
}
