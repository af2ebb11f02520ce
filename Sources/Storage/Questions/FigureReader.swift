import Engine
import Ledger

/// Reads the plan and done figures of a year from the rows of a scan.
struct FigureReader {
  /// The year of the figures; nil if no list and no project has one.
  let year: Int?
  /// The last month to include; nil for all.
  let through: Int?
  private var reaches: ReachTexts
  private var figures: [YearToDate.Figure] = []

  init(year: Int?, through: Int?) {
    self.year = year
    self.through = through
    reaches = ReachTexts(year: year)
  }

  /// The columns that it reads.
  static let columns = [ScanQuery.Column.plan, ScanQuery.Column.done, ScanQuery.Column.reach]

  /// The plan of the year; nil if there is none.
  func plan(_ row: any Statement) -> Int64? {
    guard let year else { return nil }
    var series = SeriesScan(row.bytes(ScanQuery.Column.plan))
    while let figure = series.next() {
      if figure.year == year, figure.firstMonth == 0 { return figure.amount }
    }
    return nil
  }

  /// The year-to-date figure; nil if nothing is reported.
  mutating func done(_ row: any Statement) throws -> YearToDate? {
    guard let year else { return nil }
    var series = SeriesScan(row.bytes(ScanQuery.Column.done))
    figures.removeAll(keepingCapacity: true)
    while let figure = series.next() {
      guard figure.year == year else { continue }
      guard let period = figure.period else { continue }
      figures.append(
        YearToDate.Figure(
          period: period, amount: Money(fen: figure.amount),
          reach: period.isYear ? try reach(row) : nil))
    }
    return YearToDate(figures, year: year, through: through)
  }

  private mutating func reach(_ row: any Statement) throws -> Int? {
    guard let reach = reaches.reach(row.bytes(ScanQuery.Column.reach)) else {
      throw StorageError.damaged(table: "project", row: row.int64(ScanQuery.Column.id))
    }
    return reach.month
  }
}

/// The plan and done figures of one project in a year.
struct RowFigures {
  var plan: Int64?
  var done: YearToDate?
}
