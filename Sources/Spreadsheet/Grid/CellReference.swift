/// Names of cells: `C12` is row 12, column 2.
package enum CellReference {
  /// The letters of a column counted from 0: 0 is `A`, 27 is `AB`.
  package static func letters(_ column: Int) -> String {
    var rest = max(0, column)
    var letters: [UInt8] = []
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The column of some letters; nil unless they are one to three capital letters.
  package static func column(_ letters: some StringProtocol) -> Int? {
    guard (1...3).contains(letters.utf8.count) else { return nil }
    var column = 0
    for byte in letters.utf8 {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column - 1
  }

  /// The name of a cell; rows count from 1, columns from 0.
  package static func name(row: Int, column: Int) -> String { letters(column) + String(row) }

  /// Reads `AB12` from bytes as row and column; nil when it is none or beyond the largest sheet.
  static func parse(_ bytes: some Collection<UInt8>) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    var digits = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
        if column > 16_384 { return nil }
      case UInt8(ascii: "a")...UInt8(ascii: "z") where digits == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
        if column > 16_384 { return nil }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
        if row > 1_048_576 { return nil }
      default: return nil
      }
    }
    return column > 0 && row > 0 ? (row, column - 1) : nil
  }
}

/// A rectangle of cells; rows count from 1, columns from 0.
package struct CellRange: Hashable, Sendable {
  package let firstRow: Int
  package let lastRow: Int
  package let firstColumn: Int
  package let lastColumn: Int

  package init(firstRow: Int, lastRow: Int, firstColumn: Int, lastColumn: Int) {
    self.firstRow = firstRow
    self.lastRow = lastRow
    self.firstColumn = firstColumn
    self.lastColumn = lastColumn
  }

  /// The range as `A1:B2`.
  package var name: String {
    CellReference.name(row: firstRow, column: firstColumn) + ":"
      + CellReference.name(row: lastRow, column: lastColumn)
  }

  /// Reads `A1:B2`, or `A1` as a range of one cell.
  static func parse(_ bytes: some Collection<UInt8>) -> CellRange? {
    let parts = bytes.split(separator: UInt8(ascii: ":"))
    guard (1...2).contains(parts.count), let first = CellReference.parse(parts[0]),
      let last = CellReference.parse(parts[parts.count - 1])
    else { return nil }
    return CellRange(
      firstRow: min(first.row, last.row), lastRow: max(first.row, last.row),
      firstColumn: min(first.column, last.column), lastColumn: max(first.column, last.column))
  }
}
