import Engine

/// A statement: bound by position from 1, read by column from 0. It is sent to the server when it is run.
final class PostgreSQLStatement: Statement {
  private let connection: PostgreSQLConnection
  private let sql: String
  private let parameterCount: Int
  private let isStream: Bool
  private let isWriting: Bool
  private var parameters = Parameters()
  private var answer: Answer?
  private var row: Int32 = -1
  private var cursor: String?
  /// The number of rows last requested; if fewer arrive, they are the last.
  private var asked: Int32 = 0
  /// The decoded bytes of blobs and booleans of the current row.
  private var decoded: [Int32: UnsafeMutableBufferPointer<UInt8>] = [:]

  init(_ sql: String, isStream: Bool, _ connection: PostgreSQLConnection) {
    self.connection = connection
    self.isStream = isStream
    isWriting = ["INSERT", "UPDATE", "DELETE"].contains { sql.hasPrefix($0) }
    (self.sql, parameterCount) = NumberedParameters.numbered(sql)
  }

  deinit {
    forget()
    if let cursor { connection.close(cursor) }
  }

  // MARK: Binding

  func bind(_ value: SQLValue, at index: Int32) {
    reset()
    parameters.bind(value, at: index)
  }

  func bind(_ integer: Int64, at index: Int32) { bind(.integer(integer), at: index) }

  func bindUnowned(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) {
    reset()
    parameters.bind(text: text, at: index)
  }

  func bindUnowned(_ blob: UnsafeRawBufferPointer, at index: Int32) {
    reset()
    parameters.bind(blob: blob, at: index)
  }

  func clear() {
    reset()
    parameters.clear()
  }

  // MARK: Running

  func step() throws -> Bool {
    forget()
    if answer == nil { try begin() }
    row += 1
    if let answer, row >= answer.count, let cursor, answer.count == asked {
      let bytes = max(1, answer.bytesOfRow)
      let rows = min(Self.mostRows, max(Int(PostgreSQLConnection.firstRows), Self.room / bytes))
      try fetch(Int32(rows), from: cursor)
      row = 0
    }
    guard let answer, row < answer.count else { return false }
    for column in answer.unbound where answer.integer(row, column) == nil {
      throw EngineError.refused(.overflow, code: 0, message: "out of 64 bits")
    }
    return true
  }

  /// The bytes of a stream's rows in memory at once, and the number of rows.
  private static let room = 4 << 20
  private static let mostRows = 20_000

  private func begin() throws {
    parameters.fill(to: parameterCount)
    row = -1
    guard isStream else {
      answer = try connection.answer(sql, parameters)
      return
    }
    let open = try connection.open(sql, parameters)
    (cursor, answer) = (open.name, open.rows)
    asked = PostgreSQLConnection.firstRows
  }

  private func fetch(_ count: Int32, from cursor: String) throws {
    answer = nil
    asked = count
    answer = try connection.fetch(count, from: cursor)
  }

  /// Writing statements are queued until the next one with a result, or the end of the transaction: a round trip
  /// takes longer than most of them.
  func run() throws {
    if answer == nil, isWriting {
      parameters.fill(to: parameterCount)
      return try connection.queue(sql, parameters)
    }
    while try step() {}
    reset()
  }

  func reset() {
    guard answer != nil || cursor != nil else { return }
    forget()
    answer = nil
    row = -1
    if let cursor { connection.close(cursor) }
    cursor = nil
  }

  // MARK: Reading

  func isNull(_ column: Int32) -> Bool { answer?.isNull(row, column) ?? true }

  func int64(_ column: Int32) -> Int64 { answer?.integer(row, column) ?? 0 }

  func int64IfAny(_ column: Int32) -> Int64? { isNull(column) ? nil : int64(column) }

  func holds(_ integer: Int64, at column: Int32) -> Bool {
    guard let answer, !isNull(column) else { return false }
    return LibraryCode.integers.contains(answer.type(column)) && int64(column) == integer
  }

  func holds(_ text: Slice<UnsafeBufferPointer<UInt8>>, at column: Int32) -> Bool {
    guard let answer, !isNull(column), answer.type(column) != LibraryCode.bytes else {
      return false
    }
    return !LibraryCode.integers.contains(answer.type(column)) && bytes(column).elementsEqual(text)
  }

  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let answer else { return UnsafeBufferPointer(start: nil, count: 0) }
    let text = answer.text(row, column)
    let type = answer.type(column)
    guard type == LibraryCode.bytes || type == LibraryCode.boolean, !isNull(column) else {
      return text
    }
    if let known = decoded[column] { return UnsafeBufferPointer(known) }
    let bytes =
      type == LibraryCode.bytes
      ? Self.bytes(hexadecimal: text) : Self.copy(int64(column) == 1 ? "1" : "0")
    decoded[column] = bytes
    return UnsafeBufferPointer(bytes)
  }

  private static func copy(_ text: StaticString) -> UnsafeMutableBufferPointer<UInt8> {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8CodeUnitCount)
    _ = bytes.initialize(
      from: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    return bytes
  }

  /// Decodes a blob in the server's text format: `\x` and two hexadecimal digits per byte.
  private static func bytes(
    hexadecimal text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeMutableBufferPointer<UInt8> {
    func digit(_ byte: UInt8) -> UInt8 {
      byte >= UInt8(ascii: "a") ? byte - UInt8(ascii: "a") + 10 : byte - UInt8(ascii: "0")
    }
    let count = max(0, text.count / 2 - 1)
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
    for place in 0..<count {
      bytes.initializeElement(
        at: place, to: digit(text[2 * place + 2]) << 4 | digit(text[2 * place + 3]))
    }
    return bytes
  }

  private func forget() {
    if decoded.isEmpty { return }
    for bytes in decoded.values { bytes.deallocate() }
    decoded = [:]
  }
}
