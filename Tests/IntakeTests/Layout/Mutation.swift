import Ledger
import Spreadsheet
import TestSupport

@testable import Intake

/// Edits of a workbook, as people make them: at random, or such that the projects stay the same.
enum Mutation {
  /// One small edit anywhere: a cell cleared or overwritten, a blank row, a merge undone, a row
  /// hidden or shown.
  static func edit(_ workbook: inout Workbook, _ random: inout SeededNumbers) {
    let sheet = Int.random(in: 0..<workbook.sheets.count, using: &random)
    guard !workbook.sheets[sheet].rows.isEmpty else { return }
    let row = Int.random(in: 0..<workbook.sheets[sheet].rows.count, using: &random)
    let columns = workbook.sheets[sheet].rows[row].cells.map(\.column)
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where !columns.isEmpty:
      let column = columns[Int.random(in: 0..<columns.count, using: &random)]
      workbook.sheets[sheet].rows[row][column: column] = nil
    case 1:
      insertBlankRow(below: workbook.sheets[sheet].rows[row].number, in: &workbook.sheets[sheet])
    case 2 where !workbook.sheets[sheet].merges.isEmpty:
      let merge = Int.random(in: 0..<workbook.sheets[sheet].merges.count, using: &random)
      workbook.sheets[sheet].merges.remove(at: merge)
    case 3: workbook.sheets[sheet].rows[row].isHidden.toggle()
    default:
      let texts = [
        "合计", "小计", "一、", "项目名称", "例：", "注：", "约", "1", "#REF!", "　", "（", "同上", "其中：",
        "单位：亿元", "2026年", "无",
      ]
      guard !columns.isEmpty, let text = texts.randomElement(using: &random) else { return }
      let column = columns[Int.random(in: 0..<columns.count, using: &random)]
      workbook.sheets[sheet].rows[row][column: column] = .text(text)
    }
  }

  /// Moves everything below a row one down.
  static func insertBlankRow(below number: Int, in sheet: inout Sheet) {
    for index in sheet.rows.indices where sheet.rows[index].number > number {
      sheet.rows[index].number += 1
    }
    sheet.merges = sheet.merges.map { merge in
      CellRange(
        firstRow: merge.firstRow > number ? merge.firstRow + 1 : merge.firstRow,
        lastRow: merge.lastRow > number ? merge.lastRow + 1 : merge.lastRow,
        firstColumn: merge.firstColumn, lastColumn: merge.lastColumn)
    }
  }

  /// Puts the columns right of the names in another order, header and merges with them.
  ///
  /// Columns under one heading stay together. What stands at the left stays there, because rows are
  /// told by their first cell.
  static func permuteColumns(
    of sheet: inout Sheet, _ tables: [ParsedTable], _ random: inout SeededNumbers
  ) {
    let names = tables.flatMap(\.layout.columns).filter { $0.meaning == .field(.name) }
    guard let name = names.map(\.index).max() else { return }
    let header = Set(tables.flatMap(\.layout.headerRows))
    // Titles and sections merged to the right say where they begin; the rest of them says nothing.
    sheet.merges.removeAll { $0.firstRow == $0.lastRow && !header.contains($0.firstRow) }
    let last = sheet.rows.flatMap(\.cells).map(\.column).max() ?? name
    guard last > name else { return }
    var blocks: [[Int]] = []
    for column in (name + 1)...last {
      if isJoined(column, in: sheet, header), !blocks.isEmpty {
        blocks[blocks.count - 1].append(column)
      } else {
        blocks.append([column])
      }
    }
    // A block that begins under the names' own heading stays where it is.
    let fixed = isJoined(name + 1, in: sheet, header) ? 1 : 0
    let order = Array(blocks.prefix(fixed)) + blocks.dropFirst(fixed).shuffled(using: &random)
    var target: [Int: Int] = [:]
    for (offset, column) in order.flatMap({ $0 }).enumerated() {
      target[column] = name + 1 + offset
    }
    move(&sheet, to: target)
  }

  /// Whether a column stands under one heading, merged or extended, with the column left of it.
  private static func isJoined(_ column: Int, in sheet: Sheet, _ header: Set<Int>) -> Bool {
    let isMerged = sheet.merges.contains { $0.firstColumn < column && column <= $0.lastColumn }
    let hasTallMerges = sheet.merges.contains {
      $0.lastRow > $0.firstRow && header.contains($0.firstRow)
    }
    if isMerged || hasTallMerges { return isMerged }
    let rows = sheet.rows.filter { header.contains($0.number) && !($0.cells.isEmpty) }
    return rows.dropLast().contains { row in
      row[column: column].map { CellText.raw(of: $0).isEmpty } ?? true
    }
  }

  private static func move(_ sheet: inout Sheet, to target: [Int: Int]) {
    for index in sheet.rows.indices {
      sheet.rows[index].cells = Cells(
        sheet.rows[index].cells.map { cell in
          Cell(column: target[cell.column] ?? cell.column, value: cell.value)
        })
    }
    sheet.merges = sheet.merges.map { merge in
      let columns = (merge.firstColumn...merge.lastColumn).map { target[$0] ?? $0 }
      return CellRange(
        firstRow: merge.firstRow, lastRow: merge.lastRow,
        firstColumn: columns.min() ?? 0, lastColumn: columns.max() ?? 0)
    }
    sheet.hiddenColumns = sheet.hiddenColumns.flatMap { range in
      range.prefix(500).map { column in
        let moved = target[column] ?? column
        return moved...moved
      }
    }
  }
}
