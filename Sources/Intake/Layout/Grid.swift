import Spreadsheet

/// A sheet by row number and column, with merged cells resolved.
struct Grid {
  let sheet: Sheet
  private let indexOfRow: [Int: Int]
  /// Merges of several rows in one or more columns, by column.
  private let tallMerges: [Int: [CellRange]]

  init(_ sheet: Sheet) {
    self.sheet = sheet
    var index: [Int: Int] = [:]
    index.reserveCapacity(sheet.rows.count)
    for (position, row) in sheet.rows.enumerated() { index[row.number] = position }
    indexOfRow = index
    var tall: [Int: [CellRange]] = [:]
    for merge in sheet.merges where merge.lastRow > merge.firstRow {
      let columns = merge.firstColumn...min(merge.lastColumn, merge.firstColumn + 400)
      for column in columns { tall[column, default: []].append(merge) }
    }
    tallMerges = tall
  }

  func row(_ number: Int) -> Row? { indexOfRow[number].map { sheet.rows[$0] } }

  /// The value that stands in a cell itself.
  func value(row: Int, column: Int) -> CellValue? {
    self.row(row)?[column: column]
  }

  /// The cell's text, unified; empty when there is none.
  func text(row: Int, column: Int) -> String {
    value(row: row, column: column).map(CellText.raw) ?? ""
  }

  /// The merge of several rows that covers a cell below its first row.
  func tallMerge(row: Int, column: Int) -> CellRange? {
    guard let merges = tallMerges[column] else { return nil }
    return merges.first { $0.firstRow < row && row <= $0.lastRow }
  }

  var hasTallMerges: Bool { !tallMerges.isEmpty }

  /// The merges that touch some rows.
  func merges(in rows: ClosedRange<Int>) -> [CellRange] {
    sheet.merges.filter { $0.firstRow <= rows.upperBound && $0.lastRow >= rows.lowerBound }
  }
}

extension Row {
  /// Whether no cell holds anything but white space.
  var isBlank: Bool {
    cells.allSatisfy { cell in
      if case .text(let text) = cell.value { CellText.unified(text).isEmpty } else { false }
    }
  }
}
