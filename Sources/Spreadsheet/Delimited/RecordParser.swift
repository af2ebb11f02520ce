/// Splits delimited text into records (RFC 4180): quoted cells may hold separators and line
/// breaks, and `="…"` means its inner text.
struct RecordParser {
  private let text: [UInt8]
  private let separator: UInt8
  private let limits: Limits
  private var position = 0

  init(_ text: [UInt8], separator: UInt8, limits: Limits) {
    self.text = text
    self.separator = separator
    self.limits = limits
  }

  /// The records that hold at least one cell, each with its number.
  mutating func rows() throws(SpreadsheetError) -> [Row] {
    var rows: [Row] = []
    var number = 0
    var cellCount = 0
    skipSeparatorLine()
    while position < text.count {
      number += 1
      let cells = try record()
      cellCount += cells.count
      if cellCount > limits.cells { throw .limit(.cells, allowed: limits.cells) }
      if !cells.isEmpty { rows.append(Row(number: number, isHidden: false, cells: cells)) }
    }
    return rows
  }

  /// A first line `sep=;` names the separator and is no record.
  private mutating func skipSeparatorLine() {
    guard text.starts(with: "sep=".utf8), text.count > 5 else { return }
    if text[5] == UInt8(ascii: "\r") || text[5] == UInt8(ascii: "\n") { position = 5 }
    skipLineBreak()
  }

  private mutating func record() throws(SpreadsheetError) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    while true {
      let value = try cell()
      if !value.isEmpty { cells.append(Cell(column: column, value: .text(value))) }
      guard position < text.count, text[position] == separator else { break }
      position += 1
      column += 1
      if column >= 16_384 { throw .limit(.columns, allowed: 16_384) }
    }
    skipLineBreak()
    return cells
  }

  private mutating func skipLineBreak() {
    if position < text.count, text[position] == UInt8(ascii: "\r") { position += 1 }
    if position < text.count, text[position] == UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func cell() throws(SpreadsheetError) -> String {
    var content: [UInt8] = []
    if position < text.count, text[position] == UInt8(ascii: "\"") {
      try readQuoted(into: &content)
    }
    while position < text.count, text[position] != separator,
      text[position] != UInt8(ascii: "\n"), text[position] != UInt8(ascii: "\r")
    {
      content.append(text[position])
      position += 1
    }
    if content.count > limits.textBytes { throw .limit(.textBytes, allowed: limits.textBytes) }
    if content.count >= 3, content.starts(with: "=\"".utf8), content.last == UInt8(ascii: "\"") {
      content = Array(content.dropFirst(2).dropLast())
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func readQuoted(into content: inout [UInt8]) throws(SpreadsheetError) {
    position += 1
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte != UInt8(ascii: "\"") {
        content.append(byte)
        if content.count > limits.textBytes { throw .limit(.textBytes, allowed: limits.textBytes) }
      } else if position < text.count, text[position] == UInt8(ascii: "\"") {
        content.append(byte)
        position += 1
      } else {
        return
      }
    }
    throw .damaged(part: "", reason: .quote)
  }
}
