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
    _ known: KnownRoll, judge: @escaping @Sendable @autoclosure () -> IdentityJudge
  ) {
    self.known = KnownIndex(known)
    self.judge = Later(judge)
  }

  /// A match for each row, in order. A row that says to the letter what its sender said last of a project
  /// is about that one; under a name that the sender repeats it means what it meant. What the judge would
  /// put to a person is what the answers say, where they say it.
  package func matches(
    of rows: ListRows, answers: RowAnswers = RowAnswers(), said: LastSaid = LastSaid(),
    merged: MergedNames = MergedNames()
  ) throws -> [Match] {
    let parts = Cores.parts(of: rows.indices, least: 8_192, cores: .max)
    let alone = try Cores.map(parts) { part in
      defer { rows.rest(part) }
      return part.map { match(of: rows[$0], answers, said) }
    }
    var file = RowsOfFile(rows)
    var matches = file.admit(Array(alone.joined()), merged, answers)
    guard matches.contains(.new) else { return matches }
    try file.settleRepeated(among: &matches)
    guard !known.isEmpty, matches.contains(.new) else { return matches }
    let grams = known.grams()
    // Rows that neither code nor name places are judged against the projects that no row is about.
    for index in matches.indices where matches[index] == .new {
      guard let identity = rows[index].identity else { continue }
      let match = Self.answered(
        judged(identity, grams, taken: file.taken), answers, identity)
      matches[index] = file.admit(match, at: index)
    }
    return matches
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

  /// What the judge says of the projects with a name much like the row's.
  private func judged(
    _ row: KnownProject, _ grams: NameGrams, taken: [ProjectID: Int]
  ) -> Match {
    var same: Set<ProjectID> = []
    var doubt: Match?
    for project in known.candidates(for: row, grams) where taken[project.id] == nil {
      let judgement = judge.get().judge(row, project)
      switch judgement.verdict {
      case .same: same.insert(project.id)
      case .unsure: doubt = doubt ?? .possibly(project.id, judgement.reason)
      case .different: break
      }
    }
    return Match(same) ?? doubt ?? .new
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
