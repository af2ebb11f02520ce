import Crypto
import Foundation
import Machine
package import Spreadsheet

/// SHA-256 over the cells of a workbook: names of sheets, texts and numbers with their positions.
///
/// It is the same for a book to be written and for the file read back, even after another program saved it without
/// altering a cell.
package struct ContentDigest {
  private var hasher = SHA256()
  private var pending: [UInt8] = []

  init() {}

  /// The digest of a workbook that was read.
  package init(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      begin(sheet: sheet.name)
      for row in sheet.rows {
        for cell in row.cells { add(cell.value, row: row.number, column: cell.column) }
      }
    }
  }

  /// The digest of laid-out sheets.
  init(_ sheets: [ReportSheet]) {
    for sheet in sheets {
      begin(sheet: sheet.name)
      for (index, row) in sheet.rows.enumerated() {
        for (column, cell) in row.cells.enumerated() {
          switch cell.content {
          case .blank: break
          case .text(let text): add(text, row: index + 1, column: column)
          case .number(let number), .formula(_, let number):
            add(number, row: index + 1, column: column)
          }
        }
      }
    }
  }

  mutating func begin(sheet: String) { put("#", sheet) }

  mutating func add(_ text: String, row: Int, column: Int) {
    guard !text.isEmpty else { return }
    place(row, column)
    put("t", TruncatedText.fit(text))
  }

  mutating func add(_ number: Double, row: Int, column: Int) {
    place(row, column)
    put("n", Self.stored(number))
  }

  private mutating func add(_ value: CellValue, row: Int, column: Int) {
    switch value {
    case .text(let text): add(text, row: row, column: column)
    case .number(let number):
      place(row, column)
      put("n", number.rounded(toSignificantDigits: Self.digits))
    case .shown(let shown): add(.number(shown.number), row: row, column: column)
    case .uncalculated: break
    case .boolean(let flag): add(flag ? "TRUE" : "FALSE", row: row, column: column)
    case .error(let text): add(text, row: row, column: column)
    case .date(let date): add(String(describing: date), row: row, column: column)
    }
  }

  /// Programs keep sixteen or seventeen digits of a number, and 9.95 may come back as 9.949999999999999: fifteen
  /// digits are the same in all.
  private static let digits = 15

  /// The decimal stored for a number, as far as all programs agree on it.
  private static func stored(_ number: Double) -> DecimalNumber {
    if let short = DecimalNumber(number), short.mantissa.magnitude < 1_000_000_000_000_000 {
      return short
    }
    let kept = DecimalNumber(String(format: "%.16G", number)) ?? .zero
    return kept.rounded(toSignificantDigits: digits)
  }

  /// The digest in hexadecimal.
  package var text: String {
    var hasher = hasher
    hasher.update(data: pending)
    return Hexadecimal.text(hasher.finalize())
  }

  private mutating func place(_ row: Int, _ column: Int) {
    put(Int64(row))
    put(Int64(column))
  }

  private mutating func put(_ kind: Unicode.Scalar, _ text: String) {
    pending.append(UInt8(ascii: kind))
    put(Int64(text.utf8.count))
    pending.append(contentsOf: text.utf8)
    if pending.count > 32_768 { flush() }
  }

  private mutating func put(_ kind: Unicode.Scalar, _ number: DecimalNumber) {
    pending.append(UInt8(ascii: kind))
    put(number.mantissa)
    put(Int64(number.exponent))
  }

  private mutating func put(_ integer: Int64) {
    withUnsafeBytes(of: integer.littleEndian) { pending.append(contentsOf: $0) }
  }

  private mutating func flush() {
    hasher.update(data: pending)
    pending.removeAll(keepingCapacity: true)
  }
}
