import Spreadsheet
import SpreadsheetWriting

/// The column widths of an annotated sheet: it is one page wide and must stay legible, so long texts wrap.
enum AnnotatedWidths {
  /// With more columns than this the page is A3.
  static let columnsOfA4 = 9
  /// The column of remarks.
  static let opinion = 48.0
  private static let most = 30.0
  /// The minimum width of wrapped texts.
  private static let least = 10.0

  /// The widths in digits; the column of remarks is the last.
  static func of(_ sheet: Sheet, _ headers: [ClosedRange<Int>], column: Int) -> [Int: Double] {
    var texts: [Int: Double] = [:]
    // Numbers and dates do not wrap.
    var figures: [Int: Double] = [:]
    for row in sheet.rows where !headers.contains(where: { row.number < $0.lowerBound }) {
      for cell in row.cells {
        let width = ColumnWidth.fitting([AnnotatedStyles.shown(cell.value)], within: 6...most)
        if case .text = cell.value {
          texts[cell.column] = max(texts[cell.column] ?? 0, width)
        } else {
          // With another font a number that is too wide would not be shown.
          figures[cell.column] = max(figures[cell.column] ?? 0, (width * 1.15).rounded(.up))
        }
      }
    }
    func widths(_ widest: Double) -> [Int: Double] {
      texts.mapValues { min($0, widest) }.merging(figures) { max($0, $1) }
    }
    // What fits a page at 8.5 points.
    let room = (column > columnsOfA4 ? 250.0 : 168) - opinion
    var widest = most
    func isTooWide() -> Bool {
      widths(widest).reduce(0) { sum, column in
        sheet.hiddenColumns.contains { $0.contains(column.key) } ? sum : sum + column.value + 1
      } > room
    }
    while widest > least, isTooWide() { widest -= 1 }
    var all = widths(widest)
    if !headers.isEmpty { all[column] = opinion }
    return all
  }
}
