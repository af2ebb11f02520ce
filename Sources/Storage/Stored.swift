import Engine
import Ledger

/// The bounds of the numbers in a ledger.
///
/// A file may contain anything, because of disk errors or people. A number outside of its bounds is reported as
/// damage, with table and row, where it is read, so that no later sum, index or calendar meets it.
enum Stored {
  /// Entries, changes and issues of books are numbered from 1.
  static let number: ClosedRange<Int64> = 1...1 << 48
  /// Project numbers; queries allocate an element for each, up to the greatest.
  static let project: ClosedRange<Int64> = 1...1 << 26
  /// Numbers of catalogue items; the same applies.
  static let item: ClosedRange<Int64> = 1...1 << 24
  static let count: ClosedRange<Int64> = 0...1 << 48
  /// Indices of tables and rows of a source file.
  static let place: ClosedRange<Int64> = 0...1 << 31
  static let year: ClosedRange<Int64> = 0...9_999
  static let month: ClosedRange<Int64> = 1...12
  /// Times within the years 1900 to 2199, in milliseconds since 1970.
  static let moment: ClosedRange<Int64> = -2_208_988_800_000...7_258_118_399_999
}

extension Statement {
  /// Returns an integer of a row within bounds; throws `damaged`.
  func int64(
    _ column: Int32, in bounds: ClosedRange<Int64>, _ table: String, row: Int64
  ) throws -> Int64 {
    let number = int64(column)
    guard bounds.contains(number) else { throw StorageError.damaged(table: table, row: row) }
    return number
  }

  /// The same for a column that may be NULL.
  func int64IfAny(
    _ column: Int32, in bounds: ClosedRange<Int64>, _ table: String, row: Int64
  ) throws -> Int64? {
    isNull(column) ? nil : try int64(column, in: bounds, table, row: row)
  }

  /// Returns the row's own number within bounds; throws `damaged`.
  func key(_ column: Int32, in bounds: ClosedRange<Int64>, _ table: String) throws -> Int64 {
    try int64(column, in: bounds, table, row: int64(column))
  }
}
