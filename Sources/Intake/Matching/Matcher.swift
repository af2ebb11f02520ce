package import Ledger

/// Finds the project of the ledger that a row is about.
///
/// By code; else by name, unless places or owners differ or both have a code; else the row is new.
/// Never guesses: where more than one project fits, or a row before it in the file already took
/// the project, a person decides.
package struct Matcher: Sendable {
  /// What a row is about.
  package enum Match: Hashable, Sendable {
    case project(ProjectID, by: Basis)
    case new
    /// More than one project fits.
    case several([ProjectID])
    /// An earlier row of the file is the same project.
    case repeated(row: Int)
    /// New, but perhaps a project of the ledger that is not in the file.
    case possibly(ProjectID)
    /// Without a name.
    case nameless
  }

  package enum Basis: String, Hashable, Sendable {
    case code
    case name
  }

  private let byCode: [String: Int]
  private let byName: [NameKey: [Int]]
  private let known: [KnownProject]

  package init(_ known: [KnownProject]) {
    self.known = known
    var byCode: [String: Int] = [:]
    var byName: [NameKey: [Int]] = [:]
    byCode.reserveCapacity(known.count)
    byName.reserveCapacity(known.count)
    for index in known.indices {
      if let code = known[index].code { byCode[code] = index }
      byName[known[index].nameKey, default: []].append(index)
    }
    self.byCode = byCode
    self.byName = byName
  }

  /// A match for each row, in order.
  package func matches(of rows: [ParsedRow]) -> [Match] {
    var file = RowsOfFile()
    var matches = rows.map { row -> Match in
      guard let identity = row.identity else { return .nameless }
      let match = match(identity)
      return file.admit(identity, match, row: row.number)
    }
    guard matches.contains(.new) else { return matches }
    let doubts = Doubts(known: known, taken: file.taken)
    for (index, row) in rows.enumerated() where matches[index] == .new {
      if let identity = row.identity, let project = doubts.possible(identity) {
        matches[index] = .possibly(project)
      }
    }
    return matches
  }

  private func match(_ row: KnownProject) -> Match {
    if let code = row.code, let index = byCode[code] {
      return .project(known[index].id, by: .code)
    }
    let candidates = (byName[row.nameKey] ?? []).lazy.map { known[$0] }.filter { project in
      !(row.code != nil && project.code != nil) && !row.placeDiffers(from: project)
        && !row.ownerDiffers(from: project)
    }
    switch candidates.count {
    case 0: return .new
    case 1: return .project(candidates[0].id, by: .name)
    default: return .several(candidates.map(\.id))
    }
  }
}

/// The rows of the file so far: one project cannot be written twice in one import.
private struct RowsOfFile {
  private(set) var taken: [ProjectID: Int] = [:]
  private var codes: [String: Int] = [:]
  private var names: [NameKey: [(KnownProject, Int)]] = [:]

  mutating func admit(_ identity: KnownProject, _ match: Matcher.Match, row: Int) -> Matcher.Match {
    if case .project(let id, _) = match {
      if let earlier = taken[id] { return .repeated(row: earlier) }
      taken[id] = row
    } else if match == .new, let earlier = earlier(identity) {
      return .repeated(row: earlier)
    }
    if let code = identity.code { codes[code] = row }
    names[identity.nameKey, default: []].append((identity, row))
    return match
  }

  private func earlier(_ identity: KnownProject) -> Int? {
    if let code = identity.code, let row = codes[code] { return row }
    return names[identity.nameKey]?.first { other, _ in
      !(other.code != nil && identity.code != nil) && !other.placeDiffers(from: identity)
        && !other.ownerDiffers(from: identity)
    }?.1
  }
}

/// Projects that are not in the file and may be one of its new rows.
private struct Doubts {
  private let known: [KnownProject]
  private var byName: [NameKey: [Int]] = [:]
  private var byOwner: [NameKey: [Int]] = [:]

  init(known: [KnownProject], taken: [ProjectID: Int]) {
    self.known = known
    for index in known.indices where taken[known[index].id] == nil {
      byName[known[index].nameKey.near, default: []].append(index)
      if let owner = known[index].ownerKey { byOwner[owner, default: []].append(index) }
    }
  }

  func possible(_ row: KnownProject) -> ProjectID? {
    if byName.isEmpty { return nil }
    let named = byName[row.nameKey.near] ?? []
    let owned = row.ownerKey.flatMap { byOwner[$0] } ?? []
    return (named + owned).lazy.map { known[$0] }.first { project in
      !(row.code != nil && project.code != nil) && !row.placeDiffers(from: project)
        && !NameKey.differOnlyInPhase(row.name, project.name)
    }?.id
  }
}
