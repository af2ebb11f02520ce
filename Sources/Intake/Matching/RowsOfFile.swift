import Ledger

/// The rows of the file so far: one project cannot be written twice in one import.
struct RowsOfFile {
  private(set) var taken: [ProjectID: Int] = [:]
  private var codes: [String: Int] = [:]
  private var names: [NameKey: [(KnownProject, Int)]] = [:]

  /// What the row is about when those before it are heard.
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

  /// A row turned out to be about a project.
  mutating func take(_ id: ProjectID, row: Int) { taken[id] = row }

  private func earlier(_ identity: KnownProject) -> Int? {
    if let code = identity.code, let row = codes[code] { return row }
    return names[identity.nameKey]?.first { other, _ in
      !(other.code != nil && identity.code != nil) && !other.placeDiffers(from: identity)
        && !other.ownerDiffers(from: identity)
    }?.1
  }
}
