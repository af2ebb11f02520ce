import Ledger
import Spreadsheet
import SpreadsheetWriting

extension RawRow {
  /// Whether a text is written to a cell. A shortened one would come back as a different value, while a blank keeps the
  /// ledger's; only names are shortened, because no row may lack one.
  private static func holds(_ text: String, at column: Int) -> Bool {
    TruncatedText.fits(text) || column == RawColumn.placeOfName
  }

  /// Adds the row's cells to the digest as they are written.
  func add(to digest: inout ContentDigest, number: Int) {
    digest.add(Double(id), row: number, column: 0)
    for cell in cells {
      if let sum = cell.content.number {
        digest.add(sum, row: number, column: cell.column)
      } else {
        let text = cell.content.text
        if Self.holds(text, at: cell.column) {
          digest.add(text, row: number, column: cell.column)
        }
      }
    }
  }

  /// Writes the row's cells into a sheet: sums in 万元 and measures as numbers, all others as text.
  func write(to sheet: SheetWriter, number: Int, _ styles: RawStyles) throws {
    try sheet.write(Int(id), row: number, column: 0, style: styles.plain)
    for cell in cells {
      if let value = cell.content.number {
        let style = if case .money = cell.content { styles.money } else { styles.plain }
        try sheet.write(value, row: number, column: cell.column, style: style)
      } else {
        let text = cell.content.text
        if Self.holds(text, at: cell.column) {
          try sheet.write(text, row: number, column: cell.column, style: styles.text)
        }
      }
    }
  }
}

extension RawRow.Content {
  /// The number of a numeric cell; nil for text.
  fileprivate var number: Double? {
    switch self {
    case .money(let sum): sum.double(in: .wanYuan)
    case .quantity(let quantity): quantity.double
    case .text, .list, .sentences, .flag: nil
    }
  }
}

/// The styles of the cells of raw rows.
struct RawStyles {
  let text: StyleID
  let money: StyleID
  let plain: StyleID

  init(_ book: WorkbookWriter) throws {
    text = try book.style(CellStyle().with { $0.numberFormat = "@" })
    money = try book.style(CellStyle().with { $0.numberFormat = "#,##0.00" })
    plain = try book.style(CellStyle())
  }
}
