/// Parses delimited text (RFC 4180 as programs write it) record by record; every value is text.
struct DelimitedParser: RowSource {
  private let text: DelimitedText
  private let separator: UInt8
  private var index: Int
  private var record = 0
  private var cells = 0
  private var row = RowWriter()
  private(set) var damage: [CellDamage] = []
  /// The number of the text's faults before `index`.
  private var passedFaults = 0
  private let separatorsOfLine: Int?

  let merges: [CellRange] = []
  let hiddenColumns: [ClosedRange<Int>] = []

  init(_ text: DelimitedText) {
    self.text = text
    separator = text.separator.asciiValue ?? UInt8(ascii: ",")
    index = text.start
    separatorsOfLine = text.separatorsOfLine
  }

  /// The next record with a value. Blank records are skipped, but counted as rows.
  mutating func next() throws(SpreadsheetError) -> Row? {
    while index < text.bytes.count {
      let row = try readRecord()
      if !row.cells.isEmpty { return row }
    }
    return nil
  }

  private mutating func readRecord() throws(SpreadsheetError) -> Row {
    record += 1
    guard record <= text.limits.rows else { throw exceeded(.rows) }
    var column = 0
    while true {
      guard column < text.limits.columns else { throw exceeded(.columns) }
      let field = try readField(column)
      noteFaults(column)
      if !field.isEmpty { row.add(.text(field), column: column) }
      column += 1
      guard index < text.bytes.count, text.bytes[index] == separator else { break }
      index += 1
      // A separator at the very end opens one more, blank field.
    }
    skipLineEnd()
    cells += row.count
    guard cells <= text.limits.cells else { throw exceeded(.cells) }
    return Row(number: record, cells: row.finish())
  }

  private mutating func readField(_ column: Int) throws(SpreadsheetError) -> String {
    let start = index
    if index < text.bytes.count, text.bytes[index] == UInt8(ascii: "\"") {
      if let field = readQuoted() { return try cell(field[...]) }
      damage.append(CellDamage(row: record, column: column, kind: .unclosedQuote))
      index = start
    }
    while index < text.bytes.count, !isEnd(text.bytes[index]) { index += 1 }
    return try cell(text.bytes[start..<index])
  }

  /// Reads a quoted field: a doubled quote is one, line breaks belong to it, and text after the closing
  /// quote is kept. Nil when no quote closes it, or only one that opens another cell.
  private mutating func readQuoted() -> [UInt8]? {
    var field: [UInt8] = []
    var isQuoted = true
    var lines = LinesOfCell(separator, like: separatorsOfLine)
    index += 1
    while index < text.bytes.count {
      let byte = text.bytes[index]
      if isQuoted, byte == UInt8(ascii: "\"") {
        if index + 1 < text.bytes.count, text.bytes[index + 1] == byte {
          field.append(byte)
          index += 2
          continue
        }
        isQuoted = false
        if lines.areRecordsWithLast { return nil }
        if index + 1 < text.bytes.count, !isEnd(text.bytes[index + 1]), lines.endLikeRecord {
          return nil
        }
      } else if !isQuoted, isEnd(byte) {
        break
      } else {
        field.append(byte)
        if isQuoted { lines.add(byte) }
        if lines.areRecords { return nil }
      }
      index += 1
    }
    return isQuoted ? nil : field
  }

  /// Records damage when the field just read contains undecodable bytes.
  private mutating func noteFaults(_ column: Int) {
    let before = passedFaults
    while passedFaults < text.faults.count, text.faults[passedFaults] < index { passedFaults += 1 }
    if passedFaults > before {
      damage.append(CellDamage(row: record, column: column, kind: .undecodable))
    }
  }

  /// The text of a field. Of `="001"`, which keeps Excel from dropping the zeros, the quoted part.
  private func cell(_ field: ArraySlice<UInt8>) throws(SpreadsheetError) -> String {
    guard field.count <= text.limits.textBytes else { throw exceeded(.textBytes) }
    if field.count >= 3, field.starts(with: "=\"".utf8), field.last == UInt8(ascii: "\"") {
      let inner = field.dropFirst(2).dropLast()
      if !inner.contains(UInt8(ascii: "\"")) { return String(decoding: inner, as: UTF8.self) }
    }
    return String(decoding: field, as: UTF8.self)
  }

  private mutating func skipLineEnd() {
    guard index < text.bytes.count else { return }
    let isReturn = text.bytes[index] == 0x0D
    index += 1
    if isReturn, index < text.bytes.count, text.bytes[index] == 0x0A { index += 1 }
  }

  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }

  private func exceeded(_ limit: SpreadsheetError.Limit) -> SpreadsheetError {
    .exceeded(limit, part: nil, at: String(record))
  }
}

/// Counts the lines inside a quoted cell that look like records: with two, the quote was never closed
/// and the closing one opens another cell; with one, only when text follows the closing quote.
private struct LinesOfCell {
  private let separator: UInt8
  private let expected: Int?
  private var separators = 0
  private var records = 0
  private var hasLines = false

  init(_ separator: UInt8, like expected: Int?) {
    self.separator = separator
    self.expected = expected
  }

  var areRecords: Bool { records >= 2 }

  /// The same after the closing quote, with its line counted.
  var areRecordsWithLast: Bool {
    hasLines && records + (separators == expected ? 1 : 0) >= 2
  }

  /// Whether the last line, or one before it, has as many separators as a record.
  var endLikeRecord: Bool { hasLines && (records > 0 || separators == expected) }

  mutating func add(_ byte: UInt8) {
    if byte == separator {
      separators += 1
    } else if byte == 0x0A || byte == 0x0D {
      hasLines = true
      if separators == expected { records += 1 }
      separators = 0
    }
  }
}
