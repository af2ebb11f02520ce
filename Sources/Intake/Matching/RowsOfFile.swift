import Ledger

/// The rows of the file so far: one project cannot be written twice in one import.
struct RowsOfFile {
  private(set) var taken: [ProjectID: Int] = [:]
  /// What each row admitted is recognised by, and its number in the file.
  private var rows: [(identity: KnownProject, number: Int)] = []
  private var codes = Interner()
  private var rowOfCode: [Int] = []
  private var names = Interner()
  /// The last row of each name, and of each row the one before it with that name; -1 is none.
  private var lastOfName: [Int] = []
  private var before: [Int] = []

  /// What the row is about when those before it are heard.
  mutating func admit(_ identity: KnownProject, _ match: Matcher.Match, row: Int) -> Matcher.Match {
    if case .project(let id, _) = match {
      if let earlier = taken[id] { return .repeated(row: earlier) }
      taken[id] = row
      remember(identity, row)
      return match
    }
    let earlier = remember(identity, row)
    if match == .new, let earlier { return .repeated(row: earlier) }
    return match
  }

  /// What a row that turned out to be about a project is, when those before it are heard.
  mutating func settle(_ match: Matcher.Match, row: Int) -> Matcher.Match {
    guard case .project(let id, _) = match else { return match }
    if let earlier = taken[id] { return .repeated(row: earlier) }
    taken[id] = row
    return match
  }

  /// Remembers a row; the number of an earlier one that is the same project.
  @discardableResult
  private mutating func remember(_ identity: KnownProject, _ row: Int) -> Int? {
    let sameCode = identity.code.flatMap { earlier(code: $0, row) }
    let (name, isNew) = identity.nameKey.number(in: &names)
    if isNew { lastOfName.append(-1) }
    let sameName = isNew ? nil : earlier(name: name, identity)
    before.append(lastOfName[name])
    lastOfName[name] = rows.count
    rows.append((identity, row))
    return sameCode ?? sameName
  }

  private mutating func earlier(code: String, _ row: Int) -> Int? {
    let (number, isNew) = codes.number(of: code)
    if isNew { rowOfCode.append(row) }
    return isNew ? nil : rowOfCode[number]
  }

  /// The first row of a name that may be the same project.
  private func earlier(name: Int, _ identity: KnownProject) -> Int? {
    var found: Int?
    var index = lastOfName[name]
    while index >= 0 {
      let other = rows[index].identity
      if !(other.code != nil && identity.code != nil), !other.placeDiffers(from: identity),
        !other.ownerDiffers(from: identity)
      {
        found = rows[index].number
      }
      index = before[index]
    }
    return found
  }
}
