import Foundation
import Spreadsheet
import SpreadsheetWriting

/// The space needed by texts and numbers: column widths and row heights.
extension ReportSheet {
  /// Sets the column widths by their contents from a row on, each within its bounds.
  ///
  /// Cells merged across several columns are ignored.
  mutating func fitColumns(from headerRow: Int, within bounds: [ClosedRange<Double>]) {
    for (column, bounds) in bounds.enumerated() {
      var widest = 0.0
      for (index, row) in rows.enumerated().dropFirst(headerRow) {
        guard row.cells.indices.contains(column), !isMerged(index, column) else { continue }
        widest = max(widest, row.cells[column].width)
      }
      widths[column] = min(max(widest + 2, bounds.lowerBound), bounds.upperBound)
    }
  }

  private func isMerged(_ row: Int, _ column: Int) -> Bool {
    merges.contains { merge in
      merge.row <= row && row <= merge.lastRow && merge.columns.contains(column)
        && merge.columns.count > 1
    }
  }

  /// Gives every row with cells its height; the columns must have their widths.
  mutating func settleHeights() {
    for index in rows.indices where rows[index].height == nil && !rows[index].cells.isEmpty {
      rows[index].height = bodyHeight(rows[index])
    }
  }

  /// The height in points of a row without merged cells.
  func bodyHeight(_ row: ReportRow) -> Double {
    var lines = 1
    for (column, cell) in row.cells.enumerated() where column < widths.count {
      guard case .text(let text) = cell.content, !cell.style.isOneLine else { continue }
      // A full-width character cannot use half its width: one digit less for odd widths.
      let width = Double(Int(widths[column]))
      let even = Int(width).isMultiple(of: 2) ? width - 1 : width
      lines = max(lines, ColumnWidth.lines(text, inWidth: even))
    }
    return Self.height(lines: lines)
  }

  /// The height in points of a text across all columns, in a font size in points.
  func mergedHeight(_ text: String, fontSize: Double, leading: Double) -> Double {
    let lines = Self.lines(text, over: widths[...], fontSize: fontSize)
    return min(409, Double(lines) * fontSize * leading)
  }

  /// Scales the height of a one-text row from the width of all columns to that of some.
  mutating func settleMergedHeight(of row: Int, over columns: ClosedRange<Int>) {
    guard let height = rows[row].height, let cell = rows[row].cells.first,
      case .text(let text) = cell.content, let fontSize = cell.style.fontSizeOfTexts
    else { return }
    if text.isEmpty { return }
    let before = Self.lines(text, over: widths[...], fontSize: fontSize)
    let after = Self.lines(text, over: widths[columns], fontSize: fontSize)
    rows[row].height = min(409, height * Double(after) / Double(before))
  }

  /// The number of lines of a text across columns, in a font size in points.
  static func lines(
    _ text: String, over widths: ArraySlice<Double>, fontSize: Double
  ) -> Int {
    // Column widths are counted in digits at 10.5 points.
    ColumnWidth.lines(text, inWidth: widths.reduce(0, +) * 10.5 / fontSize - 4)
  }

  /// Spreadsheet programs limit rows to 409 points.
  private static func height(lines: Int) -> Double { min(409, Double(lines) * 15 + 5) }
}

extension ReportCell {
  /// The width that the cell needs, in digits.
  fileprivate var width: Double {
    switch content {
    case .blank: 0
    case .text(let text): Double(ColumnWidth.units(text))
    case .number(let number), .formula(_, let number):
      Double(style.shown(number).utf8.count) * (style.isBold ? 1.15 : 1)
    }
  }
}

extension ReportStyle {
  /// A number in the style's format.
  fileprivate func shown(_ number: Double) -> String {
    let places =
      switch self {
      case .exactWan: 4
      case .yi, .sectionYi, .totalYi: 2
      case .rate, .sectionRate, .totalRate: 1
      default: 0
      }
    let shown = [.rate, .sectionRate, .totalRate].contains(self) ? number * 100 : number
    let digits = String(format: "%.\(places)f", shown)
    let whole = digits.prefix { $0 != "." }.count
    return digits + String(repeating: ",", count: max(0, (whole - 1) / 3))
  }

  /// The font size in points of texts that span columns and wrap; nil for others.
  fileprivate var fontSizeOfTexts: Double? {
    switch self {
    case .caption: 10.5
    case .note, .noteLeft: 12
    case .sentence: 14
    case .title, .foldedTitle: 20
    default: nil
    }
  }

  /// Whether its text never wraps.
  fileprivate var isOneLine: Bool { [.normal, .lagging, .serious].contains(self) }

  fileprivate var isBold: Bool { rawValue.hasPrefix("section") || rawValue.hasPrefix("total") }
}
