import Ledger
import Spreadsheet

/// The rows of a table's header, and the labels above each column.
struct HeaderBand {
  let rows: ClosedRange<Int>
  /// The row and column of the project-name label.
  let nameRow: Int
  let nameColumn: Int
  /// The labels of each labelled column, from top to leaf.
  let paths: [Int: [HeaderLabel]]
  /// The texts of each non-empty band row by column, in comparable form, to recognise repetitions.
  private let keys: [[Int: RepeatedLabel]]

  init(grid: Grid, rows: ClosedRange<Int>, nameRow: Int, nameColumn: Int) {
    self.rows = rows
    self.nameRow = nameRow
    self.nameColumn = nameColumn
    let labels = BandLabels(grid: grid, rows: rows)
    paths = labels.paths
    keys = labels.texts.sorted { $0.key < $1.key }.map { $0.value.mapValues(RepeatedLabel.init) }
  }

  /// Whether a row only repeats one of the band's rows, in the same columns. White space, width and
  /// omitted units are ignored. A label alone in its row counts as a repetition only if the row above
  /// repeats the band row above.
  func isRepeated(by row: Row, in grid: Grid) -> Bool {
    keys.indices.contains { isRepeated($0, by: row, in: grid) }
  }

  private func isRepeated(_ index: Int, by row: Row, in grid: Grid) -> Bool {
    let line = keys[index]
    var count = 0
    for cell in row.cells {
      let key = TextFolding.key(Self.text(of: cell.value))
      if key.isEmpty { continue }
      guard let label = line[cell.column], label.isRepeated(by: key) else { return false }
      count += 1
    }
    if count >= 2 { return count * 2 >= line.count }
    guard count == line.count, index > 0, let above = grid.row(row.number - 1) else { return false }
    return isRepeated(index - 1, by: above, in: grid)
  }

  /// A label as displayed: a date formatted as 2026年1月 or 1月 names that month.
  fileprivate static func text(of value: CellValue) -> String {
    guard case .date(let date) = value, !date.parts.contains(.day), date.parts.contains(.month)
    else { return CellText.raw(of: value) }
    return date.parts.contains(.year) ? "\(date.year)年\(date.month)月" : "\(date.month)月"
  }
}

/// A text of a header, comparable with its repetition on a later page.
private struct RepeatedLabel {
  private let key: String
  private let label: HeaderLabel

  init(_ text: String) {
    key = TextFolding.key(text)
    label = HeaderLabel(key)
  }

  /// Whether a text in comparable form has the same words and no other unit.
  func isRepeated(by other: String) -> Bool {
    if key == other { return true }
    // Most texts below a header begin differently and need no parsing as labels.
    guard label.unit != nil, let first = label.text.first, first == other.first else {
      return false
    }
    let repeated = HeaderLabel(other)
    return repeated.unit == nil && !repeated.isForeignCurrency && repeated.bare == label.bare
  }
}

/// Collects the labels of a band: merged cells expanded, unmerged group headings extended to the
/// right over blank cells that have a label below them.
private struct BandLabels {
  private(set) var paths: [Int: [HeaderLabel]] = [:]
  private(set) var texts: [Int: [Int: String]] = [:]
  private let grid: Grid
  private let rows: ClosedRange<Int>
  private let merges: [CellRange]

  init(grid: Grid, rows: ClosedRange<Int>) {
    self.grid = grid
    self.rows = rows
    merges = grid.merges(in: rows)
    for number in rows {
      for cell in grid.row(number)?.cells ?? [] {
        let text = HeaderBand.text(of: cell.value)
        if !text.isEmpty { texts[number, default: [:]][cell.column] = text }
      }
    }
    var columns = Set(texts.values.flatMap(\.keys))
    for merge in merges where texts[merge.firstRow]?[merge.firstColumn] != nil {
      columns.formUnion(merge.firstColumn...min(merge.lastColumn, merge.firstColumn + 400))
    }
    for column in columns where !isRightPartOfLeaf(column) {
      let labels = rows.map { label(row: $0, column: column) }.filter { !$0.isEmpty }
      let path = labels.enumerated().filter { $0 == 0 || labels[$0 - 1] != $1 }.map(\.element)
      if !path.isEmpty { paths[column] = path.map(HeaderLabel.init) }
    }
  }

  private func merge(row: Int, column: Int) -> CellRange? {
    merges.first {
      $0.firstRow <= row && row <= $0.lastRow && $0.firstColumn <= column
        && column <= $0.lastColumn
    }
  }

  private func label(row: Int, column: Int) -> String {
    if let merge = merge(row: row, column: column) {
      return texts[merge.firstRow]?[merge.firstColumn] ?? ""
    }
    if let text = texts[row]?[column] { return text }
    return extendedHeading(row: row, column: column) ?? ""
  }

  /// The unmerged group heading to the left, if both it and this column have a label below.
  private func extendedHeading(row: Int, column: Int) -> String? {
    guard row < rows.upperBound, hasLabelBelow(row: row, column: column) else { return nil }
    guard let line = texts[row], let left = line.keys.filter({ $0 < column }).max(),
      merge(row: row, column: left) == nil, hasLabelBelow(row: row, column: left)
    else { return nil }
    return line[left]
  }

  private func hasLabelBelow(row: Int, column: Int) -> Bool {
    guard row < rows.upperBound else { return false }
    return ((row + 1)...rows.upperBound).contains { texts[$0]?[column] != nil }
  }

  /// Whether the column is below the right part of a leaf merged over several columns; a unit
  /// merged below labels is no leaf.
  private func isRightPartOfLeaf(_ column: Int) -> Bool {
    let deepest = rows.last { row in
      let text =
        merge(row: row, column: column).map { texts[$0.firstRow]?[$0.firstColumn] }
        ?? texts[row]?[column]
      return text.map { !HeaderLabel($0).isUnitOnly } ?? false
    }
    guard let deepest, let merge = merge(row: deepest, column: column) else { return false }
    return merge.firstColumn < column
  }
}
