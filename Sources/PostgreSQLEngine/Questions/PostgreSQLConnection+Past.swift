import Engine

/// Projects as of an earlier revision are in settings of the transaction; queries begin with common table expressions
/// that read them under the balance's table names. No object is created, so that a reader without that privilege can
/// query them, even on a standby.
extension PostgreSQLConnection {
  func withPast<T>(
    at revision: Int64, of projects: SQLCondition, fill: (PastProjects) throws -> Void,
    _ body: () throws -> T
  ) throws -> T {
    if filledPast != revision {
      filledPast = nil
      try fillPast(of: projects, fill)
      filledPast = revision
    }
    isPast = true
    defer { isPast = false }
    return try body()
  }

  private func fillPast(of projects: SQLCondition, _ fill: (PastProjects) throws -> Void) throws {
    let touched = PostgreSQLStatement(projects.sql, isStream: false, self)
    try touched.bind(projects.values)
    var ids: [Int64] = []
    while try touched.step() { ids.append(touched.int64(0)) }
    ids.sort()
    pastRows = Dictionary(
      uniqueKeysWithValues: PastTables.all.map { ("\($0.name)_then", PastRows()) })
    defer { pastRows = [:] }
    try fill(PastProjects(ids: ids) { "\($0)_then" })
    try set("touched", "{" + ids.map(String.init).joined(separator: ",") + "}")
    for table in PastTables.all {
      try set(table.name, pastRows["\(table.name)_then"]?.text ?? "[]")
    }
  }

  private func set(_ name: String, _ text: String) throws {
    let statement = PostgreSQLStatement(
      "SELECT set_config('taizhang.\(name)', ?, TRUE)", isStream: false, self)
    try statement.bind(.text(text)).run()
  }
}

/// Replacement rows of a table, as a JSON array for the server.
final class PastRows {
  private var rows: [UInt8] = []

  var text: String { "[" + String(decoding: rows, as: UTF8.self) + "]" }

  fileprivate func add(_ columns: [String], _ values: [String?]) {
    if !rows.isEmpty { rows.append(UInt8(ascii: ",")) }
    let pairs = zip(columns, values).compactMap { column, value in
      value.map { "\"\(column)\":\"\($0)\"" }
    }
    rows.append(contentsOf: "{\(pairs.joined(separator: ","))}".utf8)
  }
}

/// Adds replacement rows of a table.
final class PastInsertion: Insertion {
  private let rows: PastRows
  private let columns: [String]

  init(_ rows: PastRows, _ columns: [String]) {
    self.rows = rows
    self.columns = columns
  }

  func run(
    _ count: Int, bind: (_ row: Int, _ parameters: any Binding, _ before: Int32) throws -> Void
  ) throws {
    for row in 0..<count {
      let values = PastValues(columns: columns.count)
      try bind(row, values, 0)
      rows.add(columns, values.texts)
    }
  }
}

/// The values of one such row, escaped for JSON strings.
private final class PastValues: Binding {
  var texts: [String?]

  init(columns: Int) { texts = Array(repeating: nil, count: columns) }

  func bind(_ value: SQLValue, at index: Int32) {
    switch value {
    case .null: texts[Int(index) - 1] = nil
    case .integer(let integer): bind(integer, at: index)
    case .text(let text): texts[Int(index) - 1] = Self.escaped(text)
    case .blob(let blob): blob.withUnsafeBytes { bindUnowned($0, at: index) }
    }
  }

  func bind(_ integer: Int64, at index: Int32) { texts[Int(index) - 1] = String(integer) }

  func bindUnowned(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) {
    texts[Int(index) - 1] = Self.escaped(String(decoding: text, as: UTF8.self))
  }

  /// No table of the balance holds blobs.
  func bindUnowned(_ blob: UnsafeRawBufferPointer, at index: Int32) {}

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\" + String(scalar)
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// The table expressions that hide the balance during a query.
enum PastTables {
  /// The balance's tables, each with its column of project numbers.
  static let all = [
    (name: "project", key: "id"), (name: "project_detail", key: "project"),
    (name: "membership", key: "project"), (name: "project_search", key: "project"),
    (name: "project_sound", key: "project"),
  ]

  /// The beginning of a query.
  static func sql(of schema: String) -> String {
    "WITH "
      + all.map { table, key in
        """
        \(table) AS NOT MATERIALIZED (
          SELECT *
          FROM \(schema).\(table)
          WHERE \(key) NOT IN (
            SELECT unnest(current_setting('taizhang.touched')::bigint[]))
          UNION ALL
          SELECT *
          FROM json_populate_recordset(
            NULL::\(schema).\(table), current_setting('taizhang.\(table)')::json))
        """
      }.joined(separator: ",\n") + "\n"
  }
}
