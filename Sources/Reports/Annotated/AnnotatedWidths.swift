import Spreadsheet
import SpreadsheetWriting

/// How wide the columns of an annotated sheet are: what stands on one page is to be read there, so that long texts
/// have several lines.
enum AnnotatedWidths {
  /// More columns than these are read on A3 only.
  static let columnsOfA4 = 9
  /// The column of opinions.
  static let opinion = 48.0
  private static let most = 30.0
  /// No text is broken into shorter lines than this.
  private static let least = 10.0

  /// The widths in digits, that of opinions last of all.
  static func of(_ sheet: Sheet, _ headers: [ClosedRange<Int>], column: Int) -> [Int: Double] {
    var texts: [Int: Double] = [:]
    // Numbers and dates have no second line.
    var figures: [Int: Double] = [:]
    for row in sheet.rows where !headers.contains(where: { row.number < $0.lowerBound }) {
      for cell in row.cells {
        let width = ColumnWidth.fitting([AnnotatedStyles.shown(cell.value)], within: 6...most)
        if case .text = cell.value {
          texts[cell.column] = max(texts[cell.column] ?? 0, width)
        } else {
          // Where the font is another one, a figure that is too wide shows nothing.
          figures[cell.column] = max(figures[cell.column] ?? 0, (width * 1.15).rounded(.up))
        }
      }
    }
    func widths(_ widest: Double) -> [Int: Double] {
      texts.mapValues { min($0, widest) }.merging(figures) { max($0, $1) }
    }
    // As a page holds them in letters of 8.5 points.
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
