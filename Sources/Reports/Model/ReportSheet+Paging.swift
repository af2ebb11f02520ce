/// How a sheet is printed: paper size, pages side by side, and page breaks.
///
/// Lengths are in points, unscaled unless stated otherwise.
extension ReportSheet {
  /// Whether the sheet is too wide for A4: it has more than twelve columns, or letters would be under 8.5 points.
  var needsA3: Bool { widths.count > 12 || Page.a4.scale(table: tableWidth) < Self.least }

  /// The paper it is printed on.
  var printedPaper: Paper { paper ?? (needsA3 ? .a3 : .a4) }

  /// One page, or two side by side where nobody could read the letters of one; the columns that stay in view
  /// are printed on both.
  var pagesAcross: Int {
    frozenColumns > 0 && page.scale(table: tableWidth) < Self.leastOfOnePage ? 2 : 1
  }

  /// Widens the columns of A3 until they fill the page.
  mutating func fillPage() {
    guard printedPaper == .a3, tableWidth < page.width else { return }
    let gaps = Double(widths.count) * 5 * 0.75
    let factor = (page.width - gaps) / (tableWidth - gaps)
    for column in widths.indices { widths[column] *= min(factor, Self.mostWidening) }
  }

  /// A table of few columns stays together.
  private static let mostWidening = 1.3

  /// Brings what is written over the whole table onto the first of two pages side by side, beside the columns that
  /// both pages have: there the second page would show the beginning of it, cut.
  mutating func bringTextsToFirstPage() {
    guard pagesAcross > 1 else { return }
    repeatHeadings()
    let last = lastColumnOfFirstPage
    for row in rows.indices where rows[row].cells.first?.style == .noteLeft {
      settleNotes(of: row, to: last)
    }
    for index in merges.indices {
      let merge = merges[index]
      guard merge.columns.lowerBound == 0, merge.columns.upperBound > last else { continue }
      let columns = columnsOfFirstPage(for: rows[merge.row], last: last)
      let height = rows[merge.row].height
      settleMergedHeight(of: merge.row, over: columns)
      merges[index] = Merge(row: merge.row, lastRow: merge.lastRow, columns: columns)
      if rows[merge.row].isOneText {
        rows[merge.row].move(to: columns, inLines: rows[merge.row].height != height)
      }
    }
  }

  /// Gives each column the heading that it shares with others: where the first page ends depends on the program, and
  /// one column of a split pair would lose its heading.
  private mutating func repeatHeadings() {
    guard let repeatedRows else { return }
    for merge in merges
    where repeatedRows.contains(merge.row) && merge.row == merge.lastRow && merge.columns.count > 1
    {
      guard rows[merge.row].cells[merge.columns.lowerBound].style == .header else { continue }
      for column in merge.columns {
        rows[merge.row].cells[column] = rows[merge.row].cells[merge.columns.lowerBound]
      }
      merges.removeAll { $0 == merge }
    }
  }

  /// The columns for a text: a short note fits the repeated columns; a longer text goes beside them, so that no
  /// second page shows only its beginning.
  private func columnsOfFirstPage(for row: ReportRow, last: Int) -> ClosedRange<Int> {
    guard row.isOneText, frozenColumns <= last else { return 0...last }
    if row.cells[0].style == .noteLeft, case .text(let text) = row.cells[0].content,
      Self.lines(text, over: widths[..<frozenColumns], fontSize: 12) == 1
    {
      return 0...(frozenColumns - 1)
    }
    return frozenColumns...last
  }

  /// The last column that every program prints in full on the first of two pages.
  private var lastColumnOfFirstPage: Int {
    let repeated = Self.width(widths[..<frozenColumns])
    let room = (tableWidth + repeated) / 2 * Self.certainty
    var last = 1
    while last < widths.count - 1, Self.width(widths[...(last + 1)]) <= room { last += 1 }
    return last
  }

  /// Whether the sheet is slightly longer than a page and is shrunk to one, or to two side by side.
  var fitsOnePage: Bool {
    guard pageBreaks.isEmpty else { return false }
    let charts = charts.map { chart in
      height(of: 0..<min(chart.row, rows.count)) + Double(max(0, chart.row - rows.count)) * 15
        + Double(chart.height) * 0.75
    }
    let length = max(height(of: rows.indices), charts.max() ?? 0)
    return (pageHeight * Self.certainty...pageHeight / Self.least).contains(length)
  }

  /// The first rows of pages: the requested ones, and all others, so that a page begins with the same row in every
  /// program. A block that does not fit on the rest of a page begins the next.
  var breaks: [Int] {
    if fitsOnePage { return [] }
    let repeated = height(of: repeatedRows.map { Range($0) } ?? 0..<0)
    let asked = Set(pageBreaks)
    let kept = Dictionary(grouping: keptTogether, by: \.lowerBound)
    var breaks = asked
    var used = 0.0
    for index in rows.indices {
      if asked.contains(index) { used = repeated }
      let height = self.height(of: index)
      let block =
        (kept[index] ?? []).map { self.height(of: $0) }
        .filter { repeated + $0 <= safeHeight }.max() ?? height
      if used > repeated, used + block > safeHeight {
        breaks.insert(index)
        used = repeated
      }
      used += height
    }
    return breaks.sorted()
  }

  /// The remaining height of the first page below the current rows, in every program.
  var roomOnFirstPage: Double { safeHeight - height(of: rows.indices) }

  /// Rows kept on one page if it can hold them: whole tables, headings with what they head, the end of a table with its
  /// captions. A page with only a total or captions is useless.
  private var keptTogether: [Range<Int>] {
    // If no page can hold a table, keep its first and its last rows together.
    var kept = wholeTables.flatMap { table in
      [
        Range(table),
        table.lowerBound..<min(table.lowerBound + Self.leastRows, table.upperBound + 1),
        max(table.lowerBound, table.upperBound - Self.leastRows + 1)..<(table.upperBound + 1),
      ]
    }
    for index in rows.indices where rows[index].isHeading {
      kept.append(index..<min(index + 3, rows.count))
    }
    guard let caption = rows.firstIndex(where: \.isCaption), caption > 0 else { return kept }
    let last = (rows[caption...].lastIndex { $0.isCaption } ?? caption) + 1
    if let table = wholeTables.last, table.upperBound < caption {
      kept.append(table.lowerBound..<last)
    }
    let body = repeatedRows.map { $0.upperBound + 1 } ?? 0
    // As many of these rows as fit on one page with the captions.
    for count in 1...Self.leastRows where caption - count >= body {
      kept.append((caption - count)..<last)
    }
    return kept
  }

  /// The minimum number of a table's rows on a page, together with its end.
  private static let leastRows = 6

  /// Programs fit different amounts on a page: one without the font by which column widths are counted makes columns
  /// wider, and shrinks the sheet.
  /// This share of the computed capacity is what every program reaches.
  private static let certainty = 0.95

  /// The least scale that letters of 10.5 points are read at with ease, and at all.
  private static let least = 8.5 / 10.5
  private static let leastOfOnePage = 6 / 10.5

  /// The printable area: the paper less the margins of `PageSetup`.
  private struct Page {
    let width: Double
    let height: Double

    static let a4 = Page(width: 748, height: 494)
    static let a3 = Page(width: 1097, height: 741)

    func scale(table: Double) -> Double { min(1, width / table) }
  }

  private var page: Page { printedPaper == .a3 ? .a3 : .a4 }

  private var tableWidth: Double { Self.width(widths[...]) }

  private static func width(_ columns: ArraySlice<Double>) -> Double {
    columns.reduce(0) { $0 + ($1 * 7 + 5) * 0.75 }
  }

  /// The capacity of a page: the paper's height, scaled to the width of the pages side by side.
  var pageHeight: Double {
    let repeated = Self.width(widths[..<frozenColumns]) * Double(pagesAcross - 1)
    return page.height / page.scale(table: (tableWidth + repeated) / Double(pagesAcross))
  }

  /// The height that every program fits on one page.
  private var safeHeight: Double { pageHeight * Self.certainty }

  private func height(of rows: Range<Int>) -> Double {
    rows.reduce(0) { $0 + height(of: $1) }
  }

  private func height(of row: Int) -> Double { rows[row].height ?? bodyHeight(rows[row]) }
}

extension ReportRow {
  /// Moves the row's one text into columns and blanks the others.
  fileprivate mutating func move(to columns: ClosedRange<Int>, inLines: Bool) {
    let text = cells[0]
    // A title or a note may wrap there.
    let style: ReportStyle =
      switch text.style {
      case .title: .foldedTitle
      case .noteLeft: inLines ? .note : .noteLeft
      default: text.style
      }
    for place in cells.indices {
      cells[place] = ReportCell(.blank, columns.contains(place) ? style : .noteLeft)
    }
    cells[columns.lowerBound] = ReportCell(text.content, style)
  }

  /// Whether the row has nothing but a text in its first column.
  fileprivate var isOneText: Bool {
    guard case .text? = cells.first?.content else { return false }
    return cells.dropFirst().allSatisfy { $0.content == .blank }
  }

  fileprivate var isHeading: Bool { cells.contains { $0.style == .sectionText } }
  fileprivate var isCaption: Bool { cells.contains { $0.style == .caption } }
}
