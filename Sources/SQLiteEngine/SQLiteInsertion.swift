import Engine

/// Adds rows to one table, many with one statement: SQLite then opens the table and its indexes once for all of them
/// and continues after the previous row.
final class SQLiteInsertion: Insertion {
  private let table: String
  private let columns: [String]
  private let connection: SQLiteConnection
  private let one: SQLiteStatement
  /// Compiled on first use.
  private var many: SQLiteStatement?

  /// The number of rows per statement; more bring no gain.
  private static let most = 25

  init(into table: String, _ columns: [String], _ connection: SQLiteConnection) throws {
    self.table = table
    self.columns = columns
    self.connection = connection
    one = try connection.compiled(Self.sql(table, columns, rows: 1))
  }

  func run(
    _ count: Int, bind: (_ row: Int, _ statement: any Binding, _ before: Int32) throws -> Void
  ) throws {
    var row = 0
    while row < count {
      let rows = count - row < Self.most ? 1 : Self.most
      let statement = try rows == 1 ? one : severalAtOnce()
      statement.clear()
      for offset in 0..<rows {
        try bind(row + offset, statement, Int32(offset * columns.count))
      }
      try statement.run()
      row += rows
    }
  }

  private func severalAtOnce() throws -> SQLiteStatement {
    if let many { return many }
    let statement = try connection.compiled(Self.sql(table, columns, rows: Self.most))
    many = statement
    return statement
  }

  /// A rejected row leaves those before it in place (OR FAIL), so that SQLite need not record how to undo them: the
  /// caller rolls back the whole transaction.
  private static func sql(_ table: String, _ columns: [String], rows: Int) -> String {
    let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    return """
      INSERT OR FAIL INTO \(table) (\(columns.joined(separator: ", ")))
      VALUES \(repeatElement(row, count: rows).joined(separator: ", "))
      """
  }
}
