import Ledger
import Spreadsheet

/// Hidden rows, columns and sheets are not imported; one finding reports that they have content.
enum HiddenContent {
  /// The findings of a visible sheet.
  static func findings(in sheet: Sheet) -> [Finding] {
    var findings: [Finding] = []
    let hidden = sheet.rows.filter { $0.isHidden && !$0.isBlank }.map(\.number)
    if !hidden.isEmpty {
      findings.append(finding(sheet, spans(of: hidden).map { "\($0.lowerBound):\($0.upperBound)" }))
    }
    let columns = hiddenColumnsWithData(in: sheet)
    if !columns.isEmpty {
      findings.append(
        finding(sheet, columns.map { CellReference.letters($0) }.map { "\($0):\($0)" }))
    }
    return findings
  }

  /// The finding of a hidden sheet; nil if it is blank.
  static func finding(ofHidden sheet: Sheet) -> Finding? {
    sheet.rows.allSatisfy(\.isBlank)
      ? nil : Finding(.hiddenRows, sheet: sheet.name, cell: "", raw: "")
  }

  private static func finding(_ sheet: Sheet, _ ranges: [String]) -> Finding {
    Finding(.hiddenRows, sheet: sheet.name, cell: ranges.joined(separator: ","), raw: "")
  }

  private static func spans(of rows: [Int]) -> [ClosedRange<Int>] {
    rows.reduce(into: []) { spans, row in
      if let last = spans.last, last.upperBound == row - 1 {
        spans[spans.count - 1] = last.lowerBound...row
      } else {
        spans.append(row...row)
      }
    }
  }

  /// The hidden columns with content, in order.
  static func hiddenColumnsWithData(in sheet: Sheet) -> [Int] {
    guard !sheet.hiddenColumns.isEmpty else { return [] }
    var found: Set<Int> = []
    for row in sheet.rows {
      for cell in row.cells where !found.contains(cell.column) {
        let isHidden = sheet.hiddenColumns.contains { $0.contains(cell.column) }
        if isHidden, !CellText.raw(of: cell.value).isEmpty { found.insert(cell.column) }
      }
    }
    return found.sorted()
  }
}
