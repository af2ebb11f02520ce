/// A record and its CONTINUE records, read as one run of bytes ([MS-XLS] §2.1.4).
struct ContinuedRecord {
  private var reader: RecordReader
  private var body: Bytes
  private var index: Int
  private let record: Record

  /// Starts at an index into the body of the record that the reader returned last.
  init(_ record: Record, from index: Int, before reader: RecordReader) {
    self.record = record
    self.reader = reader
    self.index = index
    body = record.body
  }

  /// The number of bytes left before the next CONTINUE.
  var rest: Int { max(0, body.count - index) }

  /// Whether nothing is left to read, in this record and its continuations.
  mutating func isAtEnd() throws(SpreadsheetError) -> Bool {
    while rest == 0 {
      guard try advance() else { return true }
    }
    return false
  }

  @inline(__always)
  mutating func uint8() throws(SpreadsheetError) -> Int {
    if rest == 0 { try require() }
    index += 1
    return Int(body[index - 1])
  }

  @inline(__always)
  mutating func uint16() throws(SpreadsheetError) -> Int {
    if rest >= 2 {
      index += 2
      return body.uint16(index - 2)
    }
    let low = try uint8()
    return try low | uint8() << 8
  }

  mutating func uint32() throws(SpreadsheetError) -> Int {
    let low = try uint16()
    return try low | uint16() << 16
  }

  mutating func skip(_ count: Int) throws(SpreadsheetError) {
    var left = count
    while left > 0 {
      if rest == 0 { try require() }
      let step = min(left, rest)
      index += step
      left -= step
    }
  }

  /// Up to `count` of the next bytes, not beyond the next CONTINUE.
  mutating func take(upTo count: Int) -> Bytes {
    let taken = body.slice(index, min(count, rest))
    index += taken.count
    return taken
  }

  /// Advances to a CONTINUE with bytes. Throws `damaged` when there is none.
  mutating func require() throws(SpreadsheetError) {
    if try isAtEnd() { throw reader.stream.damaged(record) }
  }

  private mutating func advance() throws(SpreadsheetError) -> Bool {
    guard let next = try reader.nextContinuation() else { return false }
    body = next.body
    index = 0
    return true
  }
}
