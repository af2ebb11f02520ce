/// Where printed pages end: a heading never stands alone at the foot of one.
extension ReportSheet {
  /// The rows that begin a page: those the sheet asks for, and headings that would else be a page's
  /// last line.
  var breaks: [Int] {
    let capacity = pageHeight
    let repeated = (repeatedRows.map(Array.init) ?? []).reduce(0) { $0 + height(of: $1) }
    let asked = Set(pageBreaks)
    var breaks = asked
    var used = 0.0
    for index in rows.indices {
      let height = height(of: index)
      if asked.contains(index) { used = repeated }
      if rows[index].isHeading, index + 1 < rows.count, used > repeated,
        used + height + self.height(of: index + 1) > capacity * Self.certainty
      {
        breaks.insert(index)
        used = repeated
      }
      if used + height > capacity { used = repeated }
      used += height
    }
    return breaks.sorted()
  }

  /// Programs differ in the height of a line: what lies in a page's last twelfth may be the next's.
  private static let certainty = 11.0 / 12

  private func height(of row: Int) -> Double { rows[row].height ?? bodyHeight(rows[row]) }

  /// What a page holds, in points of the unscaled sheet: paper less margins, as `PageSetup` has them,
  /// scaled to one page's width.
  private var pageHeight: Double {
    let (width, height) = printsOnA3 ? (1097.0, 741.0) : (748.0, 494.0)
    let table = widths.reduce(0) { $0 + ($1 * 7 + 5) * 0.75 }
    return height / min(1, width / table)
  }

  /// Whether the sheet is too wide for A4.
  var printsOnA3: Bool { paper == .a3 || widths.count > 12 }
}

extension ReportRow {
  fileprivate var isHeading: Bool { cells.first?.style == .sectionText }
}
