import Ledger
import Machine
import Spreadsheet

/// Rows of a table that can be read independently of the rows above: the sections above are known, and
/// the first project row has no 同上.
struct RowPart: Sendable {
  /// The project and section rows, from top to bottom.
  var rows: [Row]
  /// The section rows of the table above, from top to bottom.
  let sectionsAbove: [SectionReader.Section]

  /// Takes a table's rows out of the sheet, cut near the starts of some ranges of its rows.
  static func taken(
    from grid: inout Grid, of layout: TableLayout, near ranges: [Range<Int>]
  ) -> [RowPart] {
    defer { grid.removeProjects(of: layout) }
    return all(of: layout, in: grid, near: ranges)
  }

  private static func all(
    of layout: TableLayout, in grid: Grid, near ranges: [Range<Int>]
  ) -> [RowPart] {
    let rows = grid.sheet.rows
    var parts: [RowPart] = []
    var above: [SectionReader.Section] = []
    var start = rows.startIndex
    func close(at end: Int) {
      let own = rows[start..<end].filter { row in
        let kind = layout.rowKinds[row.number]
        return kind == .project || kind == .section
      }
      parts.append(RowPart(rows: own, sectionsAbove: above))
      above += own.compactMap { layout.sections[$0.number] }
      start = end
    }
    for range in ranges.dropFirst() where range.lowerBound > start {
      let end = rows[range].firstIndex { row in
        layout.rowKinds[row.number] == .project && !row.saysDitto
      }
      if let end { close(at: end) }
    }
    close(at: rows.endIndex)
    return parts
  }
}

extension Row {
  /// Whether a cell has a ditto mark.
  fileprivate var saysDitto: Bool {
    cells.contains { cell in
      if case .text(let text) = cell.value {
        CellText.isDitto(CellText.unified(text))
      } else {
        false
      }
    }
  }
}
