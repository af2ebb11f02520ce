import Engine

/// Adds rows to one table: a few by one statement, which is one round trip, many by `COPY`.
final class PostgreSQLInsertion: Insertion {
  private let table: String
  private let columns: [String]
  private let connection: PostgreSQLConnection

  /// The maximum number of rows that one statement adds.
  private static let few = 8

  init(into table: String, _ columns: [String], _ connection: PostgreSQLConnection) {
    self.table = table
    self.columns = columns
    self.connection = connection
  }

  func run(
    _ count: Int, bind: (_ row: Int, _ parameters: any Binding, _ before: Int32) throws -> Void
  ) throws {
    if count == 0 { return }
    try count <= Self.few ? add(count, bind) : copy(count, bind)
  }

  private func add(
    _ count: Int, _ bind: (_ row: Int, _ parameters: any Binding, _ before: Int32) throws -> Void
  ) throws {
    let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    let statement = PostgreSQLStatement(
      """
      INSERT INTO \(table) (\(columns.joined(separator: ", ")))
      VALUES \(repeatElement(row, count: count).joined(separator: ", "))
      """, isStream: false, connection)
    for row in 0..<count { try bind(row, statement, Int32(row * columns.count)) }
    try statement.run()
  }

  private func copy(
    _ count: Int, _ bind: (_ row: Int, _ parameters: any Binding, _ before: Int32) throws -> Void
  ) throws {
    let lines = CopyLines(columns: columns.count)
    for row in 0..<count {
      try bind(row, lines, 0)
      try lines.endLine()
    }
    let sql = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN"
    do { try connection.link.copy(sql, lines.bytes) } catch {
      throw error.error(at: connection.path)
    }
  }
}

/// Rows in the text format of `COPY`: columns separated by tabs, `\N` for NULL, one line each.
final class CopyLines: Binding {
  private(set) var bytes: [UInt8] = []
  /// The range of each bound value in `row`, already escaped; nil for NULL.
  private var slots: [Range<Int>?]
  private var row: [UInt8] = []
  private var holdsZero = false

  init(columns: Int) { slots = Array(repeating: nil, count: columns) }

  func bind(_ value: SQLValue, at index: Int32) {
    switch value {
    case .null: slots[Int(index) - 1] = nil
    case .integer(let integer): bind(integer, at: index)
    case .text(var text): text.withUTF8 { bindUnowned($0, at: index) }
    case .blob(let blob): blob.withUnsafeBytes { bindUnowned($0, at: index) }
    }
  }

  func bind(_ integer: Int64, at index: Int32) {
    set(index) { $0.append(contentsOf: String(integer).utf8) }
  }

  func bindUnowned(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) {
    set(index) { row in
      var start = text.startIndex
      for place in text.indices {
        let letter: UInt8
        switch text[place] {
        case UInt8(ascii: "\t"): letter = UInt8(ascii: "t")
        case UInt8(ascii: "\n"): letter = UInt8(ascii: "n")
        case UInt8(ascii: "\r"): letter = UInt8(ascii: "r")
        case UInt8(ascii: "\\"): letter = UInt8(ascii: "\\")
        case 0:
          holdsZero = true
          continue
        default: continue
        }
        row.append(contentsOf: text[start..<place])
        row.append(UInt8(ascii: "\\"))
        row.append(letter)
        start = place + 1
      }
      row.append(contentsOf: text[start...])
    }
  }

  func bindUnowned(_ blob: UnsafeRawBufferPointer, at index: Int32) {
    let digits = Array("0123456789abcdef".utf8)
    set(index) { row in
      row.append(contentsOf: #"\\x"#.utf8)
      for byte in blob {
        row.append(digits[Int(byte >> 4)])
        row.append(digits[Int(byte & 15)])
      }
    }
  }

  private func set(_ index: Int32, _ write: (inout [UInt8]) -> Void) {
    let start = row.count
    write(&row)
    slots[Int(index) - 1] = start..<row.count
  }

  /// Ends the row; unbound columns are NULL. Throws `refused` if a text contains U+0000, which PostgreSQL does not
  /// allow.
  func endLine() throws {
    guard !holdsZero else { throw EngineError.refused(.other, code: 0, message: "U+0000") }
    for place in slots.indices {
      if place > 0 { bytes.append(UInt8(ascii: "\t")) }
      if let slot = slots[place] {
        bytes.append(contentsOf: row[slot])
      } else {
        bytes.append(contentsOf: #"\N"#.utf8)
      }
      slots[place] = nil
    }
    bytes.append(UInt8(ascii: "\n"))
    row.removeAll(keepingCapacity: true)
  }
}
