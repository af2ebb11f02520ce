import Ledger
import Spreadsheet

/// A row right above a header: a caption of the table (title, unit, date, office) or the headings of
/// groups of columns.
///
/// A heading is recognised by the columns below it, which have no meaning without it or are alike without
/// it. A caption is recognised by its words, or by covering columns that no heading fits.
struct CaptionRow {
  private let row: Row
  private let reader: HeaderReader
  /// The columns below with their labels.
  private let paths: [Int: [HeaderLabel]]
  /// The text of the row above each column.
  private let headings: [Int: HeaderLabel]
  private let nameColumn: Int

  /// `header` is the whole band below the row.
  init(_ row: Row, above header: HeaderBand, in grid: Grid, _ reader: HeaderReader) {
    (self.row, self.reader) = (row, reader)
    paths = header.paths
    nameColumn = header.nameColumn
    let whole = HeaderBand(
      grid: grid, rows: row.number...header.rows.upperBound, nameRow: header.nameRow,
      nameColumn: header.nameColumn)
    headings = whole.paths.compactMapValues { $0.first }.filter { column, _ in
      (whole.paths[column]?.count ?? 0) > (header.paths[column]?.count ?? 0)
    }
  }

  /// Whether the row is about the table as a whole.
  var isCaption: Bool {
    let texts = row.cells.filter { !CellText.raw(of: $0.value).isEmpty }
    let captions = texts.count { CaptionText.is($0.value, reader) }
    if captions == texts.count { return true }
    if tellsColumnsApart { return false }
    return captions > 0 || standsOverSerials(texts.count) || isOfTime
  }

  /// Whether columns under different headings are alike without them: 计划 | 完成 below both 2026年 and
  /// 2027年.
  private var tellsColumnsApart: Bool {
    var seen: [[HeaderLabel]: HeaderLabel] = [:]
    return headings.sorted { $0.key < $1.key }.contains { column, heading in
      guard let path = paths[column], !CaptionText.is(.text(heading.text), reader) else {
        return false
      }
      if let other = seen[path] { return other != heading }
      seen[path] = heading
      return false
    }
  }

  /// Whether a text is above the serial numbers alone and not one label of a whole row of labels.
  private func standsOverSerials(_ texts: Int) -> Bool {
    guard texts < paths.count,
      let serial = paths.first(where: { reader.known($0.value) == .sequence })?.key,
      let heading = headings[serial]
    else { return false }
    return headings.count { $0.value == heading } == 1
  }

  /// Whether a text states a time that does not belong to the columns below it: they include the names,
  /// or have times of their own.
  private var isOfTime: Bool {
    Set(headings.values).contains { heading in
      guard HeaderPeriod.states(heading, year: reader.year) else { return false }
      let columns = headings.filter { $0.value == heading }.keys
      let isTimeOnly = HeaderPeriod.isPeriodOnly(heading)
      if columns.contains(nameColumn) { return isTimeOnly || !headings.keys.contains(where: needs) }
      return isTimeOnly && !columns.contains(where: needs) && columns.contains(where: hasYear)
    }
  }

  /// Whether a column has no time of its own and has a meaning only with its heading.
  private func needs(_ column: Int) -> Bool {
    guard let path = paths[column], let heading = headings[column] else { return false }
    return period(of: path) == HeaderPeriod(path: [], year: reader.year, month: nil)
      && reader.meaning(of: path) == .unmapped && reader.meaning(of: [heading] + path) != .unmapped
  }

  /// Whether a column states its year or refers to the list's month: 2026年计划投资, 本月完成投资.
  private func hasYear(_ column: Int) -> Bool {
    guard let path = paths[column] else { return false }
    let period = period(of: path)
    return period.year != nil || period.isUnknownMonth
  }

  private func period(of path: [HeaderLabel]) -> HeaderPeriod {
    HeaderPeriod(path: path, year: reader.year, month: nil)
  }
}
