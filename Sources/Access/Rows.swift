import Engine
import Foundation

/// A connection during one read or write, with values bound in order.
struct Rows {
  private let connection: any Connection

  init(_ connection: any Connection) { self.connection = connection }

  func run(_ sql: String, _ values: SQLValue...) throws {
    try connection.statement(sql).bind(values).run()
  }

  func all<T>(_ sql: String, _ values: SQLValue..., read: (any Statement) throws -> T) throws -> [T]
  {
    try all(sql, values, read: read)
  }

  func all<T>(_ sql: String, _ values: [SQLValue], read: (any Statement) throws -> T) throws -> [T]
  {
    let statement = try connection.statement(sql).bind(values)
    var rows: [T] = []
    while try statement.step() { rows.append(try read(statement)) }
    return rows
  }

  /// The condition that an expression holds a text somewhere.
  func holds(_ expression: String, _ text: String) -> SQLCondition {
    connection.holds(expression, text)
  }

  func first<T>(
    _ sql: String, _ values: SQLValue..., read: (any Statement) throws -> T
  ) throws -> T? {
    let statement = try connection.statement(sql).bind(values)
    return try statement.step() ? try read(statement) : nil
  }

  /// The next row number of a table.
  func next(in table: String) throws -> Int64 {
    try first(
      """
      SELECT coalesce(max(id), 0) + 1
      FROM \(table)
      """
    ) { $0.int64(0) } ?? 1
  }

  /// The next row number of a table whose numbers are shown to people and never reused. Each such row is added with
  /// its line of the audit, so no earlier line can contain the number.
  func nextForEver(in table: String) throws -> Int64 {
    try max(next(in: table), AuditTable.head(self).number + 1)
  }
}

extension SQLValue {
  /// A time as stored in the file.
  static func time(_ time: Date) -> SQLValue { .integer(time.milliseconds) }
}

extension Statement {
  func time(_ column: Int32) -> Date { Date(milliseconds: int64(column)) }
  func timeIfAny(_ column: Int32) -> Date? { isNull(column) ? nil : time(column) }
  func blob(_ column: Int32) -> [UInt8] { Array(bytes(column)) }
  func blobIfAny(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : blob(column) }
}

extension Date {
  var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

  init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
