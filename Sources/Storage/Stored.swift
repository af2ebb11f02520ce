import Engine
import Ledger

/// The bounds of the numbers that a ledger holds.
///
/// A file may hold anything: it comes from disks that fail and from people. What lies outside is damage,
/// told by table and row where it is read, so that no sum, index or calendar further on meets it.
enum Stored {
  /// Entries, changes and issues of books are counted from 1.
  static let number: ClosedRange<Int64> = 1...1 << 48
  /// Numbers of projects; questions hold a place for each up to the greatest.
  static let project: ClosedRange<Int64> = 1...1 << 26
  /// Numbers of items of the catalogue; the same holds.
  static let item: ClosedRange<Int64> = 1...1 << 24
  static let count: ClosedRange<Int64> = 0...1 << 48
  /// Tables and rows of a source file.
  static let place: ClosedRange<Int64> = 0...1 << 31
  static let year: ClosedRange<Int64> = 0...9_999
  static let month: ClosedRange<Int64> = 1...12
  /// Moments of the years that dates can have, 1900 to 2199, in milliseconds since 1970.
  static let moment: ClosedRange<Int64> = -2_208_988_800_000...7_258_118_399_999
}

extension Statement {
  /// An integer of a row, within bounds; throws `damaged`.
  func int64(
    _ column: Int32, in bounds: ClosedRange<Int64>, _ table: String, row: Int64
  ) throws -> Int64 {
    let number = int64(column)
    guard bounds.contains(number) else { throw StorageError.damaged(table: table, row: row) }
    return number
  }

  /// The same of a column that may be NULL.
  func int64IfAny(
    _ column: Int32, in bounds: ClosedRange<Int64>, _ table: String, row: Int64
  ) throws -> Int64? {
    isNull(column) ? nil : try int64(column, in: bounds, table, row: row)
  }

  /// The number by which a row is told itself, within bounds.
  func key(_ column: Int32, in bounds: ClosedRange<Int64>, _ table: String) throws -> Int64 {
    try int64(column, in: bounds, table, row: int64(column))
  }
}
