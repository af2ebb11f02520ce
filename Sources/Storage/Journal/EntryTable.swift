import Engine
import Foundation
import Ledger

/// Reads the rows of `entry` as headers or complete.
enum EntryTable {
  private static let table = "entry"

  static let columns = """
    number, at, actor, kind, reason, upload, file_name, sender, year, as_of_month, layout, undoes,
    created, updated, removed, unchanged, hash, first_change, changes, previous_hash,
    effective, evidence, merged, merged_into, outcomes, published
    """

  /// A parameter for each column.
  static let places = Array(repeating: "?", count: 26).joined(separator: ", ")

  /// The headers of every entry, up to one.
  static func headers(_ session: Session, through last: Int64 = .max) throws -> EntryHeaders {
    // Which entries are there, from which sender, and what did they undo? Each file name is parsed once.
    var unnamed: [String: String] = [:]
    let headers = try session.rows(
      """
      SELECT number, kind, sender, as_of_month, undoes, file_name, year, actor
      FROM entry
      WHERE number <= ?
      ORDER BY number
      """, .integer(last)
    ) { row in
      let number = try row.key(0, in: Stored.number, table)
      let month = try month(row, 3, entry: number)
      var sender = row.textIfAny(2)
      if sender?.isEmpty == true, let file = row.textIfAny(5) {
        sender = unnamed[file] ?? Speaker.name(sender: "", file: file)
        unnamed[file] = sender
      }
      return EntryHeader(
        number: number, kind: try kind(row.text(1), entry: number), actor: row.text(7),
        sender: sender, asOfMonth: month,
        month: month.flatMap { Period.month(Int(row.int64(6)), $0) },
        undoes: try undone(row, 4, entry: number))
    }
    return EntryHeaders(headers)
  }

  /// Returns one entry by its number; throws `unknownEntry`.
  static func entry(_ number: Int64, _ session: Session) throws -> Entry {
    // What is this entry?
    let entry = try session.row(
      """
      SELECT \(columns)
      FROM entry
      WHERE number = ?
      """, .integer(number), read: entry)
    guard let entry else { throw StorageError.unknownEntry(number) }
    return entry
  }

  /// Reads one entry from a row of `columns`.
  static func entry(_ row: any Statement) throws -> Entry {
    let number = try row.key(0, in: Stored.number, table)
    return Entry(
      number: number, at: date(milliseconds: try moment(row, entry: number)), actor: row.text(2),
      kind: try kind(row.text(3), entry: number), reason: row.textIfAny(4),
      source: try source(row, entry: number), undoes: try undone(row, 11, entry: number),
      particulars: try particulars(row, entry: number), counts: try counts(row, entry: number),
      hash: row.text(16))
  }

  /// The numbers of an entry's changes, from a row of `columns`.
  static func changes(_ row: any Statement) throws -> Range<Int64> {
    let number = row.int64(0)
    let first = try row.int64(17, in: Stored.number, table, row: number)
    return first..<first + (try row.int64(18, in: Stored.count, table, row: number))
  }

  /// The hash of an entry over everything before the changes, from a row of `columns`. Its kind, which is covered,
  /// decides whether the particulars follow; outcomes and the register of books sent out follow a mark, because
  /// entries of older ledgers lack them.
  static func hash(_ row: any Statement, previous: String) -> EntryHash {
    hash(previous, kind: row.text(3), isNull: row.isNull) { $0.add(row, $1) }
  }

  /// The same for an entry that is not written yet.
  static func hash(_ row: EntryRow, previous: String) -> EntryHash {
    hash(previous, kind: row.text(3) ?? "", isNull: { row.text($0) == nil }) { hash, columns in
      for column in columns { hash.add(row.text(column)) }
    }
  }

  private static func hash(
    _ previous: String, kind: String, isNull: (Int32) -> Bool,
    _ add: (inout EntryHash, ClosedRange<Int32>) -> Void
  ) -> EntryHash {
    var hash = EntryHash(previous: previous)
    add(&hash, 0...11)
    if Entry.Kind(rawValue: kind)?.hasParticulars == true { add(&hash, 20...23) }
    for (column, mark) in [(Int32(24), "outcomes"), (25, "published")] where !isNull(column) {
      hash.add(mark)
      add(&hash, column...column)
    }
    return hash
  }

  static func milliseconds(_ date: Date) -> Int64 {
    Int64((date.timeIntervalSince1970 * 1000).rounded())
  }

  static func date(milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  private static func source(_ row: any Statement, entry: Int64) throws -> Source? {
    guard let sha256 = row.textIfAny(5) else { return nil }
    guard let tables = LayoutText.read(row.text(10)) else {
      throw StorageError.damaged(table: table, row: entry)
    }
    let outcomes = row.textIfAny(24).map { RowOutcomes(text: $0, tables: tables.count) }
    if case .some(nil) = outcomes { throw StorageError.damaged(table: table, row: entry) }
    return Source(
      fileName: row.text(6), sha256: sha256, sender: row.text(7),
      year: Int(try row.int64(8, in: Stored.year, table, row: entry)),
      asOfMonth: try month(row, 9, entry: entry), tables: tables,
      outcomes: outcomes.flatMap { $0 })
  }

  private static func particulars(
    _ row: any Statement, entry: Int64
  ) throws -> Entry.Particulars {
    let effective = row.textIfAny(20).map { PartialDate($0) }
    if case .some(nil) = effective { throw StorageError.damaged(table: table, row: entry) }
    var particulars = Entry.Particulars(
      effective: effective.flatMap { $0 }, evidence: row.textIfAny(21))
    if let project = try row.int64IfAny(22, in: Stored.project, table, row: entry),
      let into = try row.int64IfAny(23, in: Stored.project, table, row: entry)
    {
      particulars.merge = Entry.Merge(project, into: into)
    }
    return particulars
  }

  private static func moment(_ row: any Statement, entry: Int64) throws -> Int64 {
    try row.int64(1, in: Stored.moment, table, row: entry)
  }

  private static func month(_ row: any Statement, _ column: Int32, entry: Int64) throws -> Int? {
    try row.int64IfAny(column, in: Stored.month, table, row: entry).map(Int.init)
  }

  /// The undone entry must be an earlier one, so that chains of undos have no cycle.
  private static func undone(_ row: any Statement, _ column: Int32, entry: Int64) throws -> Int64? {
    try row.int64IfAny(column, in: 0...entry - 1, table, row: entry)
  }

  private static func counts(_ row: any Statement, entry: Int64) throws -> Entry.Counts {
    let counts = try (12...15).map {
      Int(try row.int64($0, in: Stored.count, table, row: entry))
    }
    return Entry.Counts(
      created: counts[0], updated: counts[1], removed: counts[2], unchanged: counts[3])
  }

  private static func kind(_ text: String, entry: Int64) throws -> Entry.Kind {
    guard let kind = Entry.Kind(rawValue: text) else {
      throw StorageError.damaged(table: table, row: entry)
    }
    return kind
  }
}
