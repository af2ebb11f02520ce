import Ledger
import Spreadsheet

/// Finds the tables of a sheet: header bands with a name column.
struct TableFinder {
  let grid: Grid
  let reader: HeaderReader
  private let known: KnownLabels

  init(grid: Grid, reader: HeaderReader) {
    self.grid = grid
    self.reader = reader
    known = KnownLabels(reader)
  }

  /// The bands from top to bottom, without repetitions.
  func bands() -> [HeaderBand] {
    var bands: [HeaderBand] = []
    for row in grid.sheet.passedRows where !row.isHidden {
      if let last = bands.last {
        if row.number <= last.rows.upperBound { continue }
        let isOfLabels = row.cells.indices.allSatisfy { position in
          row.cells.isText(at: position) || row.cells[position].value.isText
            || isLabelLike(row.cells[position].value)
        }
        if !isOfLabels { continue }
        if last.isRepeated(by: row, in: grid), !statesOtherUnit(above: row, than: last) { continue }
      }
      guard let column = nameColumn(of: row) else { continue }
      let first = top(
        above: row.number, nameColumn: column, after: bands.last?.rows.upperBound ?? 0)
      let last = bottom(from: first, nameRow: row.number, nameColumn: column)
      bands.append(
        HeaderBand(grid: grid, rows: first...last, nameRow: row.number, nameColumn: column))
    }
    return bands
  }

  /// Whether the caption right above a repeated header states another unit of money than the band's
  /// caption, which makes it the header of a separate table.
  private func statesOtherUnit(above row: Row, than band: HeaderBand) -> Bool {
    guard let caption = grid.row(row.number - 1), caption.cells.count <= 4,
      caption.cells.allSatisfy({ $0.value.isText }),
      let unit = SheetNotes(SheetLayouter.texts(of: caption)).unit
    else { return false }
    return unit.word != self.unit(aboveFirst: band)?.word
  }

  /// The unit stated by the captions above a band.
  private func unit(aboveFirst band: HeaderBand) -> MeasureUnit? {
    let captions = grid.sheet.rows.prefix { $0.number < band.rows.lowerBound }.suffix(4)
    return SheetNotes(captions.flatMap(SheetLayouter.texts)).unit
  }

  // MARK: The name label

  private func nameColumn(of row: Row) -> Int? {
    var candidate: Int?
    for position in row.cells.indices {
      let mayBegin = row.cells.withText(at: position) {
        $0.count <= 120 && reader.lexicon.mayBeginName($0)
      }
      guard mayBegin == true else { continue }
      let cell = row.cells[position]
      guard case .text(let text) = cell.value, reader.lexicon.mayName(text) else { continue }
      let label = HeaderLabel(CellText.unified(text))
      if reader.isBareProject(label) {
        candidate = candidate ?? cell.column
      } else if reader.isName(headings(above: cell, in: row.number) + [label]) {
        return hasOtherLabels(row, beside: cell.column) ? cell.column : nil
      }
    }
    // A bare 项目 is the name label only beside two other known labels.
    guard let candidate else { return nil }
    return knownLabels(row, beside: candidate) >= 2 ? candidate : nil
  }

  /// The heading merged over a bare 名称, which alone may name anything.
  private func headings(above cell: Cell, in row: Int) -> [HeaderLabel] {
    guard row > 1, case .text(let text) = cell.value,
      reader.lexicon.words[.wordName].contains(HeaderLabel(text).bare)
    else {
      return []
    }
    let merge = grid.merges(in: (row - 1)...(row - 1)).first {
      $0.firstColumn <= cell.column && cell.column <= $0.lastColumn
    }
    guard let merge else { return [] }
    return [HeaderLabel(grid.text(row: merge.firstRow, column: merge.firstColumn))]
  }

  /// Whether the row can be a header: one of only two cells needs a known label besides the name.
  private func hasOtherLabels(_ row: Row, beside column: Int) -> Bool {
    row.cells.count != 2 || knownLabels(row, beside: column) >= 1
  }

  private func knownLabels(_ row: Row, beside column: Int) -> Int {
    row.cells.count { cell in
      guard cell.column != column, case .text(let text) = cell.value, text.utf8.count <= 90
      else { return false }
      return known.contains(text)
    }
  }

  // MARK: The band's extent

  private func top(above nameRow: Int, nameColumn: Int, after previous: Int) -> Int {
    var first = nameRow
    while first - 1 > previous, isGroupRow(first - 1, above: first, nameRow, nameColumn) {
      first -= 1
    }
    return first
  }

  /// Whether a row has group headings: cells merged down into the band, a cell merged over some of
  /// its columns, or at least two short labels; a caption of the table does not.
  private func isGroupRow(_ number: Int, above next: Int, _ nameRow: Int, _ nameColumn: Int)
    -> Bool
  {
    guard let row = grid.row(number), !row.isHidden else { return false }
    let labels = row.cells.filter { isLabelLike($0.value) }
    guard !labels.isEmpty else { return false }
    let merges = grid.merges(in: number...number).filter {
      $0.firstRow == number && isLabelLike(row[column: $0.firstColumn])
    }
    if merges.contains(where: { $0.lastRow >= next }) { return true }
    if isOfTable(row, nameColumn) { return false }
    if labels.count == 1, let label = labels.first {
      // If labels are merged downwards from the next row on, the header begins there.
      let begins = grid.merges(in: next...next).contains {
        $0.firstRow == next && $0.lastRow > next
      }
      guard !begins,
        merges.contains(where: { $0.firstColumn == label.column && coversPart($0, of: next) })
      else { return false }
    }
    let last = bottom(from: next, nameRow: nameRow, nameColumn: nameColumn)
    let header = HeaderBand(
      grid: grid, rows: next...last, nameRow: nameRow, nameColumn: nameColumn)
    return !CaptionRow(row, above: header, in: grid, reader).isCaption
  }

  /// Whether a row has a serial number or figures, as no heading does: it ends the table above.
  private func isOfTable(_ row: Row, _ nameColumn: Int) -> Bool {
    let cells = row.cells.filter { !CellText.raw(of: $0.value).isEmpty }
    return isSums(cells, nameColumn)
      || cells.contains { cell in
        if case .number = cell.value { return !isLabelLike(cell.value) }
        return cell.column < nameColumn && RowClassifier.isSerial(CellText.raw(of: cell.value))
      }
  }

  /// Whether a cell merged to the right covers some labels of the row below, but not all.
  private func coversPart(_ merge: CellRange, of next: Int) -> Bool {
    let columns = (grid.row(next)?.cells ?? []).filter { isLabelLike($0.value) }.map(\.column)
    let covered = columns.count { merge.firstColumn <= $0 && $0 <= merge.lastColumn }
    return merge.lastColumn > merge.firstColumn && covered >= 2 && covered < columns.count
  }

  private func bottom(from first: Int, nameRow: Int, nameColumn: Int) -> Int {
    var last = nameRow
    var grows = true
    while grows {
      grows = false
      let reach =
        grid.merges(in: first...last)
        .filter { $0.firstRow >= first && $0.lastRow <= nameRow + 4 }
        .filter { !grid.text(row: $0.firstRow, column: $0.firstColumn).isEmpty }
        .map(\.lastRow).max() ?? last
      if reach > last { (last, grows) = (reach, true) }
    }
    // A cell merged further down over projects does not make those rows labels.
    if last > nameRow, let body = ((nameRow + 1)...last).first(where: { isBody($0, nameColumn) }) {
      last = body - 1
    }
    let isMerged = grid.merges(in: first...last).contains { $0.lastRow > $0.firstRow }
    while last < nameRow + 3,
      isLabelRow(last + 1, first: first, nameColumn: nameColumn, isMerged: isMerged)
    {
      last += 1
    }
    return isMerged
      ? last : lowerLabels(below: last, first: first, nameRow: nameRow, nameColumn: nameColumn)
  }

  /// The last row with lower labels of unmerged headings, if most mean something only together with the
  /// heading, as 计划投资 below 2025年, including labels alone in their row.
  private func lowerLabels(below last: Int, first: Int, nameRow: Int, nameColumn: Int) -> Int {
    let upper = HeaderBand(grid: grid, rows: first...last, nameRow: nameRow, nameColumn: nameColumn)
    var columns: Set<Int> = []
    var found = last
    for end in sequence(first: last + 1, next: { $0 + 1 }).prefix(while: { $0 <= nameRow + 3 }) {
      guard let row = grid.row(end), !row.isHidden else { break }
      let cells = row.cells.filter { !CellText.raw(of: $0.value).isEmpty }
      guard !cells.isEmpty, cells.allSatisfy({ $0.column > nameColumn && isLabelLike($0.value) }),
        !isSums(cells, nameColumn)
      else { break }
      columns.formUnion(cells.map(\.column))
      let band = HeaderBand(grid: grid, rows: first...end, nameRow: nameRow, nameColumn: nameColumn)
      let paths = columns.compactMap { column in band.paths[column].map { (column, $0) } }
      guard paths.allSatisfy({ $0.1.count > 1 }) else { break }
      let telling = paths.count { column, path in
        let meaning = reader.meaning(of: path)
        return meaning != .unmapped && meaning != reader.meaning(of: upper.paths[column] ?? [])
      }
      if telling * 2 >= columns.count { found = end }
    }
    return found
  }

  /// Whether a row below the name label has both a name and a number.
  private func isBody(_ number: Int, _ nameColumn: Int) -> Bool {
    guard let row = grid.row(number), row[column: nameColumn] != nil else { return false }
    return row.cells.contains { cell in
      if case .number = cell.value { return !isLabelLike(cell.value) }
      return cell.column < nameColumn && RowClassifier.isSerial(CellText.raw(of: cell.value))
    }
  }

  /// Whether a row holds units, or labels under unmerged headings.
  private func isLabelRow(_ number: Int, first: Int, nameColumn: Int, isMerged: Bool) -> Bool {
    guard let row = grid.row(number), !row.isHidden, !row.cells.isEmpty else { return false }
    let cells = row.cells.filter { !CellText.raw(of: $0.value).isEmpty }
    guard !cells.isEmpty, cells.allSatisfy({ isLabelLike($0.value) }),
      !isSums(cells, nameColumn)
    else { return false }
    let labels = cells.map { HeaderLabel(CellText.raw(of: $0.value)) }
    if labels.contains(where: \.isUnitOnly),
      labels.allSatisfy({ $0.isUnitOnly || $0.bare == "%" || CellText.isBlank($0.text) })
    {
      return true
    }
    guard !isMerged, cells.allSatisfy({ $0.column != nameColumn }), cells.count >= 2 else {
      return false
    }
    // Each label has a heading at or left of it, and has a meaning below that.
    let band = HeaderBand(grid: grid, rows: first...number, nameRow: first, nameColumn: nameColumn)
    let known = cells.count { cell in
      guard let path = band.paths[cell.column], path.count > 1 else { return false }
      return reader.meaning(of: path) != .unmapped
    }
    return known * 2 >= cells.count
  }

  /// Whether a row below labels is the table's first, 合计 | | | 300: a word for a total in the serial or name
  /// columns, or figures other than years.
  private func isSums(_ cells: [Cell], _ nameColumn: Int) -> Bool {
    cells.contains { cell in
      guard case .text(let text) = cell.value else { return false }
      if cell.column <= nameColumn, RowClassifier.totalKind([text]) != nil { return true }
      let figure = TextFolding.halfWidth(text).filter { !$0.isWhitespace }
      let isFigure = figure.allSatisfy { ($0.isASCII && $0.isNumber) || ".,-%+".contains($0) }
      guard isFigure, figure.contains(where: \.isNumber) else { return false }
      // 2026, 2026-01 and the number of a month are labels.
      let number = Int(figure.prefix { $0.isNumber }) ?? 0
      let isWhole = figure.allSatisfy(\.isNumber)
      return
        !((1990..<2100).contains(number) && figure.prefix { $0.isNumber }.count == 4
        || isWhole && (1...12).contains(number))
    }
  }

  /// Whether a value is a short text without a colon: 单位：万元 and 填报单位：… are notes, not labels.
  private func isLabelLike(_ value: CellValue?) -> Bool {
    switch value {
    case .text(let text):
      let folded = TextFolding.halfWidth(CellText.unified(text))
      return !folded.isEmpty && folded.count <= 40 && !folded.contains(":")
        && !folded.hasPrefix("附件") && !folded.contains("截至") && !folded.contains("截止")
        || Self.isPeriodHeading(folded, reader.lexicon.words)
        || folded.hasPrefix("其中") && folded.count <= 40
    case .number(let number): return number.exponent == 0 && (2000...2100).contains(number.mantissa)
    default: return false
    }
  }

  /// Whether a text is a label although it begins like a note: 截至2025年底累计完成.
  static func isPeriodHeading(_ text: String, _ words: HeaderWords) -> Bool {
    text.count <= 40 && !text.contains(":") && text.containsAny(words[.labelFigure])
  }
}

extension CellValue {
  var isText: Bool { if case .text = self { true } else { false } }
}
