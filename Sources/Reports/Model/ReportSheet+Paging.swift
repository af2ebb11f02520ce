/// How a sheet goes on paper: which size, how many pages side by side, and where pages end.
///
/// Lengths are in points, unscaled unless said otherwise.
extension ReportSheet {
  /// Whether the sheet is too wide for A4: it has more than twelve columns, or letters would be under 8.5 points.
  var needsA3: Bool { widths.count > 12 || Page.a4.scale(table: tableWidth) < Self.least }

  /// What it is printed on.
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

  /// Each column gets the heading that it shares with others: no program is told where the first page ends, and
  /// the heading of a pair that is torn would stand on the other page.
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

  /// A note stands in the columns that both pages have where it goes in; what is longer stands beside them, where
  /// no second page shows its beginning alone.
  private func columnsOfFirstPage(for row: ReportRow, last: Int) -> ClosedRange<Int> {
    guard row.isOneText, frozenColumns <= last else { return 0...last }
    if row.cells[0].style == .noteLeft, case .text(let text) = row.cells[0].content,
      Self.lines(text, over: widths[..<frozenColumns], fontSize: 12) == 1
    {
      return 0...(frozenColumns - 1)
    }
    return frozenColumns...last
  }

  /// The last column that every program prints whole on the first of two pages.
  private var lastColumnOfFirstPage: Int {
    let repeated = Self.width(widths[..<frozenColumns])
    let room = (tableWidth + repeated) / 2 * Self.certainty
    var last = 1
    while last < widths.count - 1, Self.width(widths[...(last + 1)]) <= room { last += 1 }
    return last
  }

  /// Whether the sheet is a little longer than a page and goes on one, or on two side by side, all the same.
  var fitsOnePage: Bool {
    guard pageBreaks.isEmpty else { return false }
    let charts = charts.map { chart in
      height(of: 0..<min(chart.row, rows.count)) + Double(max(0, chart.row - rows.count)) * 15
        + Double(chart.height) * 0.75
    }
    let length = max(height(of: rows.indices), charts.max() ?? 0)
    return (pageHeight * Self.certainty...pageHeight / Self.least).contains(length)
  }

  /// The rows that begin a page: those the sheet asks for, and those that begin what is not to be torn where
  /// the rest of the page does not hold it.
  var breaks: [Int] {
    if fitsOnePage { return [] }
    let repeated = height(of: repeatedRows.map { Range($0) } ?? 0..<0)
    let asked = Set(pageBreaks)
    let kept = Dictionary(grouping: keptTogether, by: \.lowerBound)
    var breaks = asked
    // Programs differ in what a page holds: nothing is to be torn in any of them.
    let capacities = Self.differences.map { pageHeight * $0 }
    var used = capacities.map { _ in 0.0 }
    var ends: Set<Int> = []
    for index in rows.indices {
      if asked.contains(index) { (used, ends) = (used.map { _ in repeated }, []) }
      let longest = (kept[index] ?? []).map { self.height(of: $0) }
        .filter { repeated + $0 <= safeHeight }.max()
      let isTorn = zip(used, capacities).contains { used, capacity in
        longest.map { used > repeated && used <= capacity && used + $0 > capacity } ?? false
      }
      if isTorn {
        // Where a page has just ended in one of them, it ends there in all: no few rows between.
        var start = index
        while let end = ends.filter({ $0 < start && start - $0 < Self.leastRows }).min() {
          start = end
        }
        breaks.insert(start)
        (used, ends) = (used.map { _ in repeated + self.height(of: start..<index) }, [])
      }
      let height = self.height(of: index)
      for (place, capacity) in capacities.enumerated() {
        if used[place] + height > capacity {
          used[place] = repeated
          ends.insert(index)
        }
        used[place] += height
      }
    }
    return breaks.sorted()
  }

  /// What is left of the first page below the rows so far, as far as programs agree.
  var roomOnFirstPage: Double { safeHeight - height(of: rows.indices) }

  /// Rows that stand on one page where it holds them: whole tables, headings with what they head, the end of
  /// a table with what is said beneath it. A page with a total alone, or with captions, tells nothing.
  private var keptTogether: [Range<Int>] {
    // Where no page holds a table, its first and its last rows stay together.
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
    // As many of these rows as one page holds with the captions.
    for count in 1...Self.leastRows where caption - count >= body {
      kept.append((caption - count)..<last)
    }
    return kept
  }

  /// The rows of a table that a page has at least: what its end shares a page with.
  private static let leastRows = 6

  /// What a page holds in different programs, as a share of what is reckoned: one that has not the font that
  /// columns are counted in makes them wider, and the whole smaller.
  private static let differences = Array(stride(from: certainty, through: 1.1, by: 0.01))
  /// Every program puts as much on a page.
  private static let certainty = 0.95

  /// The least scale that letters of 10.5 points are read at with ease, and at all.
  private static let least = 8.5 / 10.5
  private static let leastOfOnePage = 6 / 10.5

  /// What paper leaves for a table: its size less the margins that `PageSetup` has.
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

  /// What a page holds: the paper's height, scaled to the width of the pages that stand side by side.
  var pageHeight: Double {
    let repeated = Self.width(widths[..<frozenColumns]) * Double(pagesAcross - 1)
    return page.height / page.scale(table: (tableWidth + repeated) / Double(pagesAcross))
  }

  /// What every program puts on one page.
  private var safeHeight: Double { pageHeight * Self.certainty }

  private func height(of rows: Range<Int>) -> Double {
    rows.reduce(0) { $0 + height(of: $1) }
  }

  private func height(of row: Int) -> Double { rows[row].height ?? bodyHeight(rows[row]) }
}

extension ReportRow {
  /// Brings its one text into columns; others show nothing.
  fileprivate mutating func move(to columns: ClosedRange<Int>, inLines: Bool) {
    let text = cells[0]
    // A title or a note may have several lines there.
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

  /// Whether it holds nothing but a text in its first column.
  fileprivate var isOneText: Bool {
    guard case .text? = cells.first?.content else { return false }
    return cells.dropFirst().allSatisfy { $0.content == .blank }
  }

  fileprivate var isHeading: Bool { cells.contains { $0.style == .sectionText } }
  fileprivate var isCaption: Bool { cells.contains { $0.style == .caption } }
}
