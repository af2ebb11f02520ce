import Ledger
import Spreadsheet

/// Tables side by side in one sheet, as in a list printed in two halves.
///
/// Each becomes a sheet with its own columns; titles above and notes below are shared by all.
struct SideBySide {
  let sheet: Sheet
  let reader: HeaderReader

  /// The sheets of the tables from left to right; the sheet itself unless it has two side by side.
  func parts() -> [Sheet] {
    guard let (header, starts) = header() else { return [sheet] }
    return starts.indices.map { index in
      let first = index == 0 ? 0 : starts[index]
      let last = index + 1 < starts.count ? starts[index + 1] - 1 : Int.max
      return part(first...last, header: header)
    }
  }

  // MARK: The header

  /// The header row and the first column of each table, if there are several.
  private func header() -> (row: Int, starts: [Int])? {
    for row in sheet.rows.prefix(12) where !row.isHidden && row.cells.count >= 4 {
      let texts = row.cells.filter { $0.value.isText }.map {
        (column: $0.column, text: CellText.raw(of: $0.value))
      }
      // Only few texts of a list need parsing as labels.
      let names = texts.filter {
        reader.lexicon.mayName($0.text) && isName(HeaderLabel($0.text).bare)
      }
      guard names.count > 1 else { continue }
      let labels = texts.map { (column: $0.column, text: HeaderLabel($0.text).bare) }
      var starts = [0]
      for (left, right) in zip(names, names.dropFirst()) {
        guard let start = start(between: left.column, right.column, labels, below: row.number)
        else { continue }
        starts.append(start)
      }
      if starts.count > 1 { return (row.number, starts) }
    }
    return nil
  }

  private func isName(_ text: String) -> Bool {
    let label = HeaderLabel(text)
    return reader.isBareProject(label) || reader.isName([label])
  }

  /// The column after a blank one, or of a repeated serial label, between two name labels.
  private func start(
    between left: Int, _ right: Int, _ labels: [(column: Int, text: String)], below header: Int
  ) -> Int? {
    let serials = labels.filter {
      reader.lexicon.meaning(ofText: $0.text) == .sequence
    }.map(\.column)
    if serials.contains(where: { $0 < left || $0 == left }),
      let serial = serials.last(where: { left < $0 && $0 < right })
    {
      return serial
    }
    let blank = ((left + 1)..<right).last { column in
      !labels.contains { $0.column == column } && isBlank(column, from: header)
    }
    return blank.map { $0 + 1 }
  }

  /// Whether a column is blank from the header down.
  private func isBlank(_ column: Int, from header: Int) -> Bool {
    let covered = sheet.merges.contains {
      $0.firstRow <= header && header <= $0.lastRow && $0.firstColumn <= column
        && column <= $0.lastColumn
    }
    return !covered
      && !sheet.rows.contains { $0.number >= header && $0[column: column] != nil }
  }

  // MARK: One table

  private func part(_ columns: ClosedRange<Int>, header: Int) -> Sheet {
    var part = sheet
    part.rows = sheet.rows.compactMap { row in
      if row.number < header || isNote(row) { return row }
      let cells = row.cells.filter { columns.contains($0.column) }
      return cells.isEmpty ? nil : Row(number: row.number, isHidden: row.isHidden, cells: cells)
    }
    part.merges = sheet.merges.filter { $0.lastRow < header || columns.contains($0.firstColumn) }
    return part
  }

  /// Whether a row is a footnote across the tables.
  private func isNote(_ row: Row) -> Bool {
    guard let first = row.cells.first else { return false }
    let text = CellText.raw(of: first.value)
    return FootnoteWords.areFootnote(text)
      && row.cells.allSatisfy { $0.value.isText || $0.column == first.column }
  }
}
