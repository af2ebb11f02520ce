import Machine
import Spreadsheet

/// A sheet by row number and column, with merged cells resolved.
struct Grid {
  private(set) var sheet: Sheet
  /// Merges of several rows in one or more columns, by column.
  private let tallMerges: [Int: [CellRange]]

  init(_ sheet: Sheet) {
    self.sheet = sheet
    var tall: [Int: [CellRange]] = [:]
    for merge in sheet.merges where merge.lastRow > merge.firstRow {
      let columns = merge.firstColumn...min(merge.lastColumn, merge.firstColumn + 400)
      for column in columns { tall[column, default: []].append(merge) }
    }
    tallMerges = tall
  }

  /// Removes the project rows of a table after they were taken; keeps them if cells merged over several
  /// rows may still be looked up.
  mutating func removeProjects(of layout: TableLayout) {
    if hasTallMerges { return }
    sheet.rows.removeAll { layout.rowKinds[$0.number] == .project }
  }

  /// The row of a number; nil if it is blank.
  func row(_ number: Int) -> Row? {
    let rows = sheet.rows
    let place = rows.indices.first(from: { rows[$0].number >= number })
    return place < rows.count && rows[place].number == number ? rows[place] : nil
  }

  /// The cell's own value, merges not resolved.
  func value(row: Int, column: Int) -> CellValue? {
    self.row(row)?[column: column]
  }

  /// The cell's text, unified; empty if there is none.
  func text(row: Int, column: Int) -> String {
    value(row: row, column: column).map(CellText.raw) ?? ""
  }

  /// The merge of several rows that covers a cell below its first row.
  func tallMerge(row: Int, column: Int) -> CellRange? {
    guard let merges = tallMerges[column] else { return nil }
    return merges.first { $0.firstRow < row && row <= $0.lastRow }
  }

  /// The value and row of the top cell of the tall merge that covers a cell.
  func mergedCell(_ column: Int, _ row: Int) -> (value: CellValue, row: Int)? {
    mergedPlace(column, row).map { ($0.row.cells[$0.position].value, $0.row.number) }
  }

  /// The row, and the position in it, of the top cell of the tall merge that covers a cell.
  func mergedPlace(_ column: Int, _ row: Int) -> (row: Row, position: Int)? {
    guard hasTallMerges, let merge = tallMerge(row: row, column: column),
      let top = self.row(merge.firstRow), let position = top.cells.position(of: merge.firstColumn)
    else { return nil }
    return (top, position)
  }

  var hasTallMerges: Bool { !tallMerges.isEmpty }

  /// The merges that overlap some rows.
  func merges(in rows: ClosedRange<Int>) -> [CellRange] {
    sheet.merges.filter { $0.firstRow <= rows.upperBound && $0.lastRow >= rows.lowerBound }
  }
}

extension Row {
  /// Whether all cells are empty or white space.
  var isBlank: Bool {
    cells.allSatisfy { cell in
      if case .text(let text) = cell.value { CellText.unified(text).isEmpty } else { false }
    }
  }
}
