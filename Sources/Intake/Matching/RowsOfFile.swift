import Ledger
import Machine

/// The rows of the file among themselves: one project cannot be written twice in one import.
struct RowsOfFile {
  private(set) var claims: Claims
  private let rows: ListRows

  init(_ rows: ListRows, _ merged: MergedNames) {
    self.rows = rows
    claims = Claims(merged: merged)
  }

  /// What the rows are about when those before each are heard; of a project that others were merged into
  /// its own row is heard first.
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

  /// What a row is about when those before it are heard.
  mutating func admit(_ match: Matcher.Match, at place: Int) -> Matcher.Match {
    guard case .project(let id, _) = match else { return match }
    if let earlier = claims.taken[id] { return .repeated(row: earlier) }
    claims.taken[id] = rows[place].number
    return match
  }

  /// A new project that a row before it is about already, by its code or its name, is put to a person.
  func settleRepeated(
    among matches: inout [Matcher.Match], watch: () throws -> Void
  ) throws {
    let parts = Cores.parts(of: rows.indices, least: 8_192, cores: .max)
    let hashes = try Cores.map(parts, making: {}, watch: { _, _ in try watch() }) {
      [rows] _, part, watch in
      defer { rows.rest(part) }
      try watch(part.lowerBound)
      return part.map { Hashes(rows[$0]) }
    }
    var before = RowsBefore(rows)
    for (place, hashes) in hashes.joined().enumerated() {
      if place % 1_024 == 0 { try watch() }
      switch matches[place] {
      case .nameless, .repeated: continue
      case .project, .new, .several, .possibly, .astray: break
      }
      let earlier = before.take(place, hashes)
      if matches[place] == .new, let earlier {
        matches[place] = .repeated(row: rows[earlier].number)
      }
    }
  }
}

/// What a row's code and name are found by.
private struct Hashes {
  let code: UInt64?
  let name: UInt64

  init(_ row: ParsedRow) {
    code = row.withText(.code) { ByteHash.of($0) }
    name = NameKey(row.text(.name) ?? "").hash
  }
}

/// The rows so far by code and name.
private struct RowsBefore {
  private let rows: ListRows
  /// The first row of each code, and all rows of each name.
  private var codes: HashedPlaces
  private var names: HashedPlaces
  /// What the rows of names that occur again are recognised by.
  private let named = MadeOnce<Named?>()

  private struct Named {
    let identity: KnownProject
    let ownerKey: NameKey?

    /// Whether neither codes, places nor owners keep two rows of a name apart.
    func mayBeSame(as other: Named) -> Bool {
      identity.nameKey == other.identity.nameKey
        && !(identity.code != nil && other.identity.code != nil)
        && !identity.placeDiffers(from: other.identity)
        && !NameKey.differ(ownerKey, other.ownerKey)
    }
  }

  init(_ rows: ListRows) {
    self.rows = rows
    codes = HashedPlaces(rows.count)
    names = HashedPlaces(rows.count)
  }

  /// Remembers a row; the first one before it that is the same project.
  mutating func take(_ place: Int, _ hashes: Hashes) -> Int? {
    let sameCode = hashes.code.flatMap { takeCode(of: place, $0) }
    let sameName = takeName(of: place, hashes.name)
    return sameCode ?? sameName
  }

  private mutating func takeCode(of place: Int, _ hash: UInt64) -> Int? {
    let first = codes.first(of: hash) { rows[$0].text(.code) == rows[place].text(.code) }
    if let first { return first }
    codes.add(place, hash)
    return nil
  }

  private mutating func takeName(of place: Int, _ hash: UInt64) -> Int? {
    defer { names.add(place, hash) }
    guard names.first(of: hash, where: { _ in true }) != nil, let own = named(at: place)
    else { return nil }
    return names.first(of: hash) { named(at: $0)?.mayBeSame(as: own) == true }
  }

  private func named(at place: Int) -> Named? {
    named.content(of: place) { place in
      rows[place].identity.map { Named(identity: $0, ownerKey: $0.ownerKey) }
    }
  }
}

extension Matcher.Match {
  fileprivate var isProject: Bool { if case .project = self { true } else { false } }
}
