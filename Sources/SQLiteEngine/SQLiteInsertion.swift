import Engine

/// Adds rows to one table, many with one statement: SQLite then opens the table and its indexes once
/// for all of them, and goes on where the row before was put.
final class SQLiteInsertion: Insertion {
  private let table: String
  private let columns: [String]
  private let connection: SQLiteConnection
  private let one: SQLiteStatement
  /// Compiled when there are many for the first time.
  private var many: SQLiteStatement?

  /// How many rows one statement adds; more gain nothing.
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

  /// A row that is refused leaves those before it in place (OR FAIL), so that SQLite need not note how
  /// to take them back: whoever adds rows takes back the whole transaction then.
  private static func sql(_ table: String, _ columns: [String], rows: Int) -> String {
    let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    return """
      INSERT OR FAIL INTO \(table) (\(columns.joined(separator: ", ")))
      VALUES \(repeatElement(row, count: rows).joined(separator: ", "))
      """
  }
}
