package import Intake
package import Ledger
import Machine

/// Finds the project of the ledger that a row is about.
///
/// The judge decides: a row is written to the one project that the judge calls the same. If the judge is unsure, if
/// more than one project fits, or if an earlier row of the file already took the project, a person decides.
package struct Matcher: Sendable {
  /// The project a row is about.
  package enum Match: Hashable, Sendable {
    case project(ProjectID, by: Basis)
    case new
    /// More than one project fits.
    case several([ProjectID])
    /// An earlier row of the file is the same project.
    case repeated(row: Int)
    /// Perhaps a project of the ledger that no other row is about.
    case possibly(ProjectID, Judgement.Reason)
    /// The row has no name.
    case nameless
    /// A row of a 核对表 that is about no project of this ledger.
    case astray
  }

  package enum Basis: String, Hashable, Sendable {
    case code
    case name
    case mark
    /// A person decided.
    case answer
    /// The row repeats what its sender stated under the name of a project merged into this one.
    case mergedName
  }

  private let known: KnownIndex
  private let judge: Later<IdentityJudge>

  /// The judge is created on demand: most lists identify their projects clearly.
  package init(
    _ known: KnownIndex, judge: @escaping @Sendable @autoclosure () -> IdentityJudge
  ) {
    self.known = known
    self.judge = Later(judge)
  }

  /// A match for each row, in order. A row identical to its sender's last statement is about the same project; a name
  /// that the sender repeats means what it meant before. Where the judge leaves a question for a person, the answers
  /// apply, if they contain one.
  package func matches(
    of rows: Rows, answers: RowAnswers = RowAnswers(), said: LastRowDigests = LastRowDigests(),
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

  /// Judges rows that neither code nor name identifies against the projects that no row is about.
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
        Cores.parts(of: batch.indices, least: 4, cores: .max), making: { SimilarityIndex.Memory() },
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
          var memory = SimilarityIndex.Memory()
          found = doubts(about: row, lookalikes, &memory, file.claims)
        }
        let match = Self.answered(found.match(file.claims), answers, row)
        matches[place] = file.admit(match, at: place)
      }
    }
  }

  /// The number of rows judged in parallel before the projects they take are known to others.
  private static let batch = 128

  /// The projects that the new rows may be, by their places in the index.
  private struct Near: Sendable {
    let candidates: [Claims.Candidate]
    let index: SimilarityIndex
  }

  /// The judge's results for a row and the projects that no row is about.
  private func doubts(
    about row: KnownProject, _ near: Near, _ memory: inout SimilarityIndex.Memory,
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

  /// The judge's results for a row, kept until the rows before it are decided.
  private struct Doubts: Sendable {
    private var same: [Claims.Candidate] = []
    private var doubts: [(candidate: Claims.Candidate, reason: Judgement.Reason)] = []
    /// Whether there are no others.
    var isWhole = true

    /// The number of doubtful projects looked at to find the likeliest.
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

    /// Whether other rows took all of them, and there are more.
    func isUsedUp(by claims: Claims) -> Bool {
      !isWhole && !same.contains(where: claims.isFree)
        && !doubts.contains { claims.isFree($0.candidate) }
    }

    /// The one project that is the same, else the likeliest possible one; projects already taken are skipped.
    func match(_ claims: Claims) -> Match {
      let free = same.filter(claims.isFree)
      if let match = Match(Set(free.filter(claims.mayWrite).map(\.project))) { return match }
      if let other = free.first { return .possibly(other.project, .mergedName) }
      let doubt = doubts.first { claims.isFree($0.candidate) }
      return doubt.map { .possibly($0.candidate.project, $0.reason) } ?? .new
    }
  }

  /// The match of a row regardless of other rows.
  private func match(of row: ParsedRow, _ answers: RowAnswers, _ said: LastRowDigests) -> Match {
    guard row.holds(.name) else { return .nameless }
    if let project = said.project(saidAgainBy: row) {
      return .project(project, by: row.holds(.code) ? .code : .name)
    }
    guard !known.isEmpty || !answers.isEmpty, let identity = row.identity else { return .new }
    return Self.answered(plain(identity, said), answers, identity)
  }

  /// A match that leaves a question open, settled by a person's answer to it.
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

  /// Matches by code, else by the exact name; the judge confirms either.
  private func plain(_ row: KnownProject, _ said: LastRowDigests) -> Match {
    if let code = row.code, let match = coded(row, known.projects(code: code)) { return match }
    // A project is found by its own name and by those of projects merged into it.
    let same = known.projects(named: row).filter { isSame(row, $0, said) }
    return Match(Set(same.map(\.id))) ?? .new
  }

  /// The match of a row among the projects with its code; if several have it, those with its name take precedence.
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

  /// Whether two with one name are the same: most also have one owner and place, and need no judge.
  private func isSame(
    _ row: KnownProject, _ project: KnownProject, _ said: LastRowDigests
  ) -> Bool {
    if row.isPlainlySame(as: project) { return true }
    let judgement = judge.get().judge(row, project)
    return judgement.verdict == .same
      || judgement.verdict == .unsure && judgement.reason.isLackOfWords
        && said.names(project.id)
  }
}

extension Matcher.Match {
  /// The match of a row that is the same as some projects by name; nil if there are none.
  fileprivate init?(_ same: Set<ProjectID>) {
    guard let first = same.first else { return nil }
    self = same.count == 1 ? .project(first, by: .name) : .several(same.sorted())
  }
}

extension Judgement.Reason {
  /// Whether nothing contradicts: the rows only state too little, or a sum changed.
  fileprivate var isLackOfWords: Bool {
    self == .bareName || self == .amountDiffers || self == .ownerUnknown
  }
}

extension KnownProject {
  /// Whether name, owner and place are equal, and no code contradicts.
  fileprivate func isPlainlySame(as other: KnownProject) -> Bool {
    name == other.name && code == nil && owner != nil && !ownerDiffers(from: other)
      && other.owner != nil && district != nil && district == other.district
      && zone == other.zone && ownerUSCC == other.ownerUSCC
  }
}
