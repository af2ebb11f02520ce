package import Ledger
import Machine

/// What a row says of its project's identity beside the code.
package protocol RowIdentity: Sendable {
  /// What the row's name is found by; nil without a name.
  static func hash(ofNameIn row: ParsedRow) -> UInt64?

  /// Nil without a name.
  init?(_ row: ParsedRow)

  /// Whether two rows whose codes do not say so are one project.
  func isSame(as other: Self) -> Bool
}

/// The rows of a file so far: which of them is the project of the next one, by its code, else by its name.
///
/// What counts as one name, and what keeps two rows of a name apart, is the identity's.
package struct RowsBefore<Identity: RowIdentity> {
  package private(set) var rows: Rows = []
  /// The first row of each code, and all rows of each name.
  private var codes = HashedPlaces(0)
  private var names = HashedPlaces(0)
  private let identities = Identities()

  package init() {}

  /// What a row is found by.
  package struct Hashes: Sendable {
    fileprivate let code: UInt64?
    fileprivate let name: UInt64?

    package init(_ row: ParsedRow) {
      code = row.withText(.code) { ByteHash.of($0) }
      name = Identity.hash(ofNameIn: row)
    }
  }

  /// Rows are put where they stand among some that begin with those of before.
  package mutating func open(_ rows: Rows) {
    self.rows = rows
    codes.makeRoom(for: rows.count)
    names.makeRoom(for: rows.count)
  }

  /// Puts a row in its place; the first one before it that is the same project, and what tells so: code or
  /// name.
  package mutating func take(_ place: Int, _ hashes: Hashes) -> (place: Int, by: Field)? {
    let sameCode = hashes.code.flatMap { takeCode(of: place, $0) }
    let sameName = hashes.name.flatMap { takeName(of: place, $0) }
    if let sameCode { return (sameCode, .code) }
    return sameName.map { ($0, .name) }
  }

  private mutating func takeCode(of place: Int, _ hash: UInt64) -> Int? {
    let first = codes.first(of: hash) { rows[$0].text(.code) == rows[place].text(.code) }
    if first == nil { codes.add(place, hash) }
    return first
  }

  private mutating func takeName(of place: Int, _ hash: UInt64) -> Int? {
    defer { names.add(place, hash) }
    guard names.first(of: hash, where: { _ in true }) != nil,
      let own = identities.identity(at: place, of: rows)
    else { return nil }
    return names.first(of: hash) {
      identities.identity(at: $0, of: rows)?.isSame(as: own) == true
    }
  }

  /// The identities of rows whose names occur again, each read once.
  private final class Identities {
    private var known: [Int: Identity?] = [:]

    func identity(at place: Int, of rows: Rows) -> Identity? {
      if let known = known[place] { return known }
      let identity = Identity(rows[place])
      known[place] = identity
      return identity
    }
  }
}
