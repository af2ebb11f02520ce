import Intake
import Ledger
import Machine

/// Resolves matches among the rows of a file: one project cannot be written twice in one import.
struct RowsOfFile {
  private(set) var claims: Claims
  private let rows: Rows

  init(_ rows: Rows, _ merged: MergedNames) {
    self.rows = rows
    claims = Claims(merged: merged)
  }

  /// The matches after considering earlier rows; for a surviving project of a merge its own row is considered first.
  mutating func admit(_ matches: [Matcher.Match], _ answers: RowAnswers) -> [Matcher.Match] {
    let merged = claims.merged
    claims.taken.reserveCapacity(matches.count { $0.isProject })
    var matches = matches
    var gone: [(place: Int, project: ProjectID, isOnly: Bool)] = []
    for place in matches.indices {
      guard case .project(let project, _) = matches[place] else { continue }
      switch merged.isEmpty ? .standing : merged.role(of: rows[place], about: project) {
      case .standing: matches[place] = admit(matches[place], at: place)
      case .repeated(let other):
        claims.spoken.insert(other)
        matches[place] = .project(project, by: .mergedName)
      case .gone(let other, let isOnly):
        claims.spoken.insert(other)
        gone.append((place, project, isOnly))
      }
    }
    for (place, project, isOnly) in gone {
      if !isOnly, claims.taken[project] == nil, let row = rows[place].identity {
        matches[place] = Matcher.answered(.possibly(project, .mergedName), answers, row)
      }
      matches[place] = admit(matches[place], at: place)
    }
    return matches
  }

  /// The match of a row after considering earlier rows.
  mutating func admit(_ match: Matcher.Match, at place: Int) -> Matcher.Match {
    guard case .project(let id, _) = match else { return match }
    if let earlier = claims.taken[id] { return .repeated(row: earlier) }
    claims.taken[id] = rows[place].number
    return match
  }

  /// Marks a new project as repeated, for a person to decide, if an earlier row has its code or its name.
  func settleRepeated(
    among matches: inout [Matcher.Match], watch: () throws -> Void
  ) throws {
    let hashes = try rows.concurrentMap(watch: watch) { RowIndex<ComparedIdentity>.Hashes($0) }
    var before = RowIndex<ComparedIdentity>()
    before.open(rows)
    for (place, hashes) in hashes.enumerated() {
      if place % 1_024 == 0 { try watch() }
      switch matches[place] {
      case .nameless, .repeated: continue
      case .project, .new, .several, .possibly, .astray: break
      }
      let earlier = before.take(place, hashes)
      if matches[place] == .new, let earlier {
        matches[place] = .repeated(row: rows[earlier.place].number)
      }
    }
  }
}

/// A row's identity as the matcher compares it with the ledger's projects and with other rows.
///
/// `WrittenIdentity` states where the two differ and why.
private struct ComparedIdentity: RowIdentity {
  private let project: KnownProject
  private let ownerKey: NameKey?

  static func hash(ofNameIn row: ParsedRow) -> UInt64? { row.text(.name).map { NameKey($0).hash } }

  init?(_ row: ParsedRow) {
    guard let project = row.identity else { return nil }
    self.project = project
    ownerKey = project.ownerKey
  }

  /// Whether two rows with one name are not separated by codes, places or owners.
  func isSame(as other: ComparedIdentity) -> Bool {
    project.nameKey == other.project.nameKey
      && !(project.code != nil && other.project.code != nil)
      && !project.placeDiffers(from: other.project)
      && !NameKey.differ(ownerKey, other.ownerKey)
  }
}

extension Matcher.Match {
  fileprivate var isProject: Bool { if case .project = self { true } else { false } }
}
