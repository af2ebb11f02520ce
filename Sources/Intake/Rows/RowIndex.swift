package import Ledger
import Machine

/// The identity of a row's project apart from its code.
package protocol RowIdentity: Sendable {
  /// The hash of the row's name, for look-up; nil without a name.
  static func hash(ofNameIn row: ParsedRow) -> UInt64?

  /// Nil without a name.
  init?(_ row: ParsedRow)

  /// Whether two rows whose codes do not decide are the same project.
  func isSame(as other: Self) -> Bool
}

/// An index of a file's rows so far, which finds an earlier row of the same project by code, else name.
///
/// The identity defines which names are equal, and what distinguishes two rows of the same name.
package struct RowIndex<Identity: RowIdentity> {
  package private(set) var rows: Rows = []
  /// The first row of each code, and all rows of each name.
  private var codes = HashIndex(0)
  private var names = HashIndex(0)
  private let identities = Identities()

  package init() {}

  /// The hashes a row is found by.
  package struct Hashes: Sendable {
    fileprivate let code: UInt64?
    fileprivate let name: UInt64?

    package init(_ row: ParsedRow) {
      code = row.withText(.code) { ByteHash.of($0) }
      name = Identity.hash(ofNameIn: row)
    }
  }

  /// Replaces the rows by more that begin with the previous ones; indexed rows keep their places.
  package mutating func open(_ rows: Rows) {
    self.rows = rows
    codes.makeRoom(for: rows.count)
    names.makeRoom(for: rows.count)
  }

  /// Indexes a row; returns the first earlier row of the same project, and the field they share: code or
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

  /// A cache of the identities of rows whose names recur.
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
