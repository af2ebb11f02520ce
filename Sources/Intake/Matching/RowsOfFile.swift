import Ledger

/// The rows of the file so far: one project cannot be written twice in one import.
struct RowsOfFile {
  private(set) var taken: [ProjectID: Int] = [:]
  private let rows: [ParsedRow]
  private var codes = Interner()
  private var rowOfCode: [Int32] = []
  private var names = Interner()
  /// The last row of each name, and of each row the one before it with that name; -1 is none. Rows are
  /// known by their place.
  private var lastOfName: [Int32] = []
  private var before: [Int32]
  /// What the rows of names that occur again are recognised by.
  private var named: [Int32: Named] = [:]

  private struct Named {
    let identity: KnownProject
    let ownerKey: NameKey?
  }

  init(_ rows: [ParsedRow]) {
    self.rows = rows
    before = Array(repeating: -1, count: rows.count)
  }

  /// What the row at a place is about when those before it are heard.
  mutating func admit(
    _ identity: KnownProject, _ match: Matcher.Match, at place: Int
  ) -> Matcher.Match {
    if case .project(let id, _) = match {
      let row = rows[place].number
      if let earlier = taken[id] { return .repeated(row: earlier) }
      taken[id] = row
      remember(identity, Int32(place))
      return match
    }
    let earlier = remember(identity, Int32(place))
    if match == .new, let earlier { return .repeated(row: rows[Int(earlier)].number) }
    return match
  }

  /// What a row that turned out to be about a project is, when those before it are heard.
  mutating func settle(_ match: Matcher.Match, at place: Int) -> Matcher.Match {
    guard case .project(let id, _) = match else { return match }
    if let earlier = taken[id] { return .repeated(row: earlier) }
    taken[id] = rows[place].number
    return match
  }

  /// Remembers a row; an earlier one that is the same project.
  @discardableResult
  private mutating func remember(_ identity: KnownProject, _ place: Int32) -> Int32? {
    let sameCode = identity.code.flatMap { earlier(code: $0, place) }
    let (name, isNew) = identity.nameKey.number(in: &names)
    if isNew { lastOfName.append(-1) }
    let sameName = isNew ? nil : earlier(name: name, identity)
    before[Int(place)] = lastOfName[name]
    lastOfName[name] = place
    return sameCode ?? sameName
  }

  private mutating func earlier(code: String, _ place: Int32) -> Int32? {
    let (number, isNew) = codes.number(of: code)
    if isNew { rowOfCode.append(place) }
    return isNew ? nil : rowOfCode[number]
  }

  /// The first row of a name that may be the same project.
  private mutating func earlier(name: Int, _ identity: KnownProject) -> Int32? {
    var found: Int32?
    let ownerKey = identity.ownerKey
    var place = lastOfName[name]
    while place >= 0 {
      if let other = self.named(at: place),
        !(other.identity.code != nil && identity.code != nil),
        !other.identity.placeDiffers(from: identity),
        !NameKey.differ(other.ownerKey, ownerKey)
      {
        found = place
      }
      place = before[Int(place)]
    }
    return found
  }

  private mutating func named(at place: Int32) -> Named? {
    if let known = named[place] { return known }
    let known = rows[Int(place)].identity.map { Named(identity: $0, ownerKey: $0.ownerKey) }
    named[place] = known
    return known
  }
}
