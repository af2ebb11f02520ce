import Engine

/// Evaluates the CHECKs of every table row by row: SQLite parses none of them in a file opened read-only, so
/// `integrity_check` skips them there.
enum ForbiddenRows {
  static func find(_ connection: SQLiteConnection) throws -> [(table: String, row: Int64)] {
    // Which tables are there, and how were they made?
    let tables = try connection.rows(
      """
      SELECT name, sql
      FROM sqlite_schema
      WHERE type = 'table' AND sql IS NOT NULL
      ORDER BY name
      """
    ) { (name: $0.text(0), sql: $0.text(1)) }
    return try tables.flatMap { table in
      let checks = TableChecks.conditions(in: table.sql)
      if checks.isEmpty { return [(table: String, row: Int64)]() }
      let key = table.sql.hasSuffix("WITHOUT ROWID") ? "*" : "rowid"
      // Which rows does the table forbid?
      return try connection.rows(
        """
        SELECT \(key)
        FROM \(table.name)
        WHERE \(checks.map { "NOT (\($0))" }.joined(separator: " OR "))
        ORDER BY 1
        """
      ) { (table: table.name, row: $0.int64(0)) }
    }
  }
}

/// The conditions of the CHECKs in a CREATE TABLE statement.
enum TableChecks {
  static func conditions(in sql: String) -> [String] {
    let bytes = Array(sql.utf8)
    let mark = Array("CHECK (".utf8)
    var conditions: [String] = []
    var position = 0
    while position < bytes.count {
      if let end = endOfQuoted(bytes, from: position) {
        position = end
      } else if bytes[position...].starts(with: mark) {
        let start = position + mark.count
        position = closing(bytes, from: start)
        conditions.append(String(decoding: bytes[start..<position], as: UTF8.self))
      } else {
        position += 1
      }
    }
    return conditions
  }

  /// The index of the parenthesis that closes the one before `start`.
  private static func closing(_ bytes: [UInt8], from start: Int) -> Int {
    var depth = 1
    var position = start
    while position < bytes.count {
      if let end = endOfQuoted(bytes, from: position) {
        position = end
        continue
      }
      if bytes[position] == UInt8(ascii: "(") { depth += 1 }
      if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return position }
      position += 1
    }
    return position
  }

  /// The end of the string or comment that begins at `start`; nil if none does.
  private static func endOfQuoted(_ bytes: [UInt8], from start: Int) -> Int? {
    let isText = bytes[start] == UInt8(ascii: "'")
    guard isText || bytes[start...].starts(with: "--".utf8) else { return nil }
    let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: isText ? "'" : "\n"))
    return end.map { $0 + 1 } ?? bytes.count
  }
}
