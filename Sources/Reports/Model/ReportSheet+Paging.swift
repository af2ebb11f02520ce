/// How a sheet goes on paper: which size, how many pages side by side, and where pages end.
///
/// Lengths are in points, unscaled unless said otherwise.
extension ReportSheet {
  /// Whether the sheet is too wide for A4: there its letters would be under 8.5 points.
  var printsOnA3: Bool {
    paper == .a3 || widths.count > 12 || Page.a4.scale(table: tableWidth) < Self.least
  }

  /// One page, or two side by side where letters would be under 8.5 points on A3 too; the columns that
  /// stay in view are printed on both.
  var pagesAcross: Int {
    frozenColumns > 0 && page.scale(table: tableWidth) < Self.least ? 2 : 1
  }

  /// Whether the sheet is a little longer than a page and goes on one all the same.
  var fitsOnePage: Bool {
    guard pageBreaks.isEmpty, pagesAcross == 1 else { return false }
    let charts = charts.map { chart in
      rows.indices.prefix(chart.row).reduce(0) { $0 + height(of: $1) }
        + Double(max(0, chart.row - rows.count)) * 15 + Double(chart.height) * 0.75
    }
    let length = max(rows.indices.reduce(0) { $0 + height(of: $1) }, charts.max() ?? 0)
    return (pageHeight * Self.certainty...pageHeight / Self.least).contains(length)
  }

  /// The rows that begin a page: those the sheet asks for, headings that would else be a page's last line,
  /// and the last row of a table whose captions would else stand alone under a repeated header.
  var breaks: [Int] {
    if fitsOnePage { return [] }
    let capacity = pageHeight
    let repeated = (repeatedRows.map(Array.init) ?? []).reduce(0) { $0 + height(of: $1) }
    let asked = Set(pageBreaks)
    var breaks = asked
    var used = 0.0
    for index in rows.indices {
      let height = height(of: index)
      if asked.contains(index) { used = repeated }
      if let kept = heightKept(below: index), used > repeated,
        used + height + kept > capacity * Self.certainty
      {
        breaks.insert(index)
        used = repeated
      }
      if used + height > capacity { used = repeated }
      used += height
    }
    return breaks.sorted()
  }

  /// The height of what stays on one page with a row: what a heading heads, or all captions below the
  /// table's last row. Nil for rows that any page may end with.
  private func heightKept(below row: Int) -> Double? {
    guard row + 1 < rows.count else { return nil }
    if rows[row].isHeading { return height(of: row + 1) }
    guard rows[row + 1].isCaption, !rows[row].isCaption else { return nil }
    return rows.indices[(row + 1)...].prefix { rows[$0].isCaption }.reduce(0) {
      $0 + height(of: $1)
    }
  }

  /// Programs differ in the height of a line: what lies in a page's last twelfth may be the next's.
  private static let certainty = 11.0 / 12

  /// The least scale that letters of 10.5 points are still read at.
  private static let least = 8.5 / 10.5

  /// What paper leaves for a table: its size less the margins that `PageSetup` has.
  private struct Page {
    let width: Double
    let height: Double

    static let a4 = Page(width: 748, height: 494)
    static let a3 = Page(width: 1097, height: 741)

    func scale(table: Double) -> Double { min(1, width / table) }
  }

  private var page: Page { printsOnA3 ? .a3 : .a4 }

  private var tableWidth: Double { Self.width(widths[...]) }

  private static func width(_ columns: ArraySlice<Double>) -> Double {
    columns.reduce(0) { $0 + ($1 * 7 + 5) * 0.75 }
  }

  /// What a page holds: the paper's height, scaled to the width of the pages that stand side by side.
  private var pageHeight: Double {
    let repeated = Self.width(widths[..<frozenColumns]) * Double(pagesAcross - 1)
    return page.height / page.scale(table: (tableWidth + repeated) / Double(pagesAcross))
  }

  private func height(of row: Int) -> Double { rows[row].height ?? bodyHeight(rows[row]) }
}

extension ReportRow {
  fileprivate var isHeading: Bool { cells.first?.style == .sectionText }
  fileprivate var isCaption: Bool { cells.first?.style == .caption }
}
