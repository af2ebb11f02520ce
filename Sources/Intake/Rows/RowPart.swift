import Ledger
import Machine
import Spreadsheet

/// Rows of a table that can be read without those above them: what the sections above say is known, and
/// the first project row says nothing by 同上.
struct RowPart: Sendable {
  /// The project and section rows, from top to bottom: read once, each freed as soon as it is read, so
  /// that a long table does not stand in memory twice.
  let rows: Handed<[Row]>
  /// The section rows of the table above, from top to bottom.
  let sectionsAbove: [SectionReader.Section]

  /// A table's rows cut near the starts of some ranges of the sheet's.
  static func all(
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
      parts.append(RowPart(rows: Handed(own), sectionsAbove: above))
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
  /// Whether a cell refers to the one above it.
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
