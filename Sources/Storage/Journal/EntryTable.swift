import Foundation
import Ledger

/// The rows of `entry`: written once, read as headers or whole.
enum EntryTable {
  static let columns = """
    number, at, actor, kind, reason, upload, file_name, sender, year, as_of_month, layout, undoes,
    created, updated, removed, unchanged, hash, first_change, changes, previous_hash,
    effective, evidence, merged, merged_into, outcomes
    """

  /// What replay needs of every entry, up to one.
  static func headers(_ session: Session, through last: Int64 = .max) throws -> EntryHeaders {
    // Which acts were there, from which sender, and what did they take back?
    let headers = try session.rows(
      """
      SELECT number, kind, sender, as_of_month, undoes
      FROM entry
      WHERE number <= ?
      ORDER BY number
      """, .integer(last)
    ) { row in
      EntryHeader(
        number: row.int64(0), kind: try kind(row.text(1), entry: row.int64(0)),
        sender: row.textIfAny(2), asOfMonth: row.int64IfAny(3).map(Int.init),
        undoes: row.int64IfAny(4))
    }
    return EntryHeaders(headers)
  }

  /// One entry by its number.
  static func entry(_ number: Int64, _ session: Session) throws -> Entry {
    // What was this act?
    let entry = try session.row(
      """
      SELECT \(columns)
      FROM entry
      WHERE number = ?
      """, .integer(number), read: entry)
    guard let entry else { throw StorageError.unknownEntry(number) }
    return entry
  }

  /// One entry from a row of `columns`.
  static func entry(_ row: Statement) throws -> Entry {
    let number = row.int64(0)
    return Entry(
      number: number, at: date(milliseconds: row.int64(1)), actor: row.text(2),
      kind: try kind(row.text(3), entry: number), reason: row.textIfAny(4),
      source: try source(row, entry: number), undoes: row.int64IfAny(11),
      particulars: try particulars(row, entry: number),
      counts: Entry.Counts(
        created: row.int(12), updated: row.int(13), removed: row.int(14), unchanged: row.int(15)),
      hash: row.text(16))
  }

  /// The parts of an entry that its hash covers before its changes, from a row of `columns`. Its kind,
  /// which is one of them, tells whether the particulars follow; outcomes have a mark before them,
  /// because entries of ledgers that did not keep them have none.
  static func hashedParts(_ row: Statement) -> [String?] {
    let parts = (0...11).map { row.textIfAny($0) }
    let hasParticulars = Entry.Kind(rawValue: row.text(3))?.hasParticulars == true
    let particulars = hasParticulars ? (20...23).map { row.textIfAny($0) } : []
    let outcomes = row.textIfAny(24).map { ["outcomes", $0] } ?? []
    return parts + particulars + outcomes
  }

  static func milliseconds(_ date: Date) -> Int64 {
    Int64((date.timeIntervalSince1970 * 1000).rounded())
  }

  static func date(milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  private static func source(_ row: Statement, entry: Int64) throws -> Source? {
    guard let sha256 = row.textIfAny(5) else { return nil }
    guard let tables = LayoutText.read(row.text(10)) else {
      throw StorageError.damaged(table: "entry", row: entry)
    }
    let outcomes = row.textIfAny(24).map { RowOutcomes(text: $0) }
    if case .some(nil) = outcomes { throw StorageError.damaged(table: "entry", row: entry) }
    return Source(
      fileName: row.text(6), sha256: sha256, sender: row.text(7), year: row.int(8),
      asOfMonth: row.int64IfAny(9).map(Int.init), tables: tables,
      outcomes: outcomes.flatMap { $0 })
  }

  private static func particulars(
    _ row: Statement, entry: Int64
  ) throws -> Entry.Particulars {
    let effective = row.textIfAny(20).map { PartialDate($0) }
    if case .some(nil) = effective { throw StorageError.damaged(table: "entry", row: entry) }
    var particulars = Entry.Particulars(
      effective: effective.flatMap { $0 }, evidence: row.textIfAny(21))
    if let project = row.int64IfAny(22), let into = row.int64IfAny(23) {
      particulars.merge = Entry.Merge(project, into: into)
    }
    return particulars
  }

  private static func kind(_ text: String, entry: Int64) throws -> Entry.Kind {
    guard let kind = Entry.Kind(rawValue: text) else {
      throw StorageError.damaged(table: "entry", row: entry)
    }
    return kind
  }
}
