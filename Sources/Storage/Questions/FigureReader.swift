import Engine
import Ledger

/// Reads from the rows of a scan what is planned and done in a year.
struct FigureReader {
  /// The year of plans and of what is done; nil where no list and no project names any.
  let year: Int?
  /// The last month that is looked at; nil for all.
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

  /// The plan of the year; nil when there is none.
  func plan(_ row: any Statement) -> Int64? {
    guard let year else { return nil }
    var series = SeriesScan(row.bytes(ScanQuery.Column.plan))
    while let figure = series.next() {
      if figure.year == year, figure.firstMonth == 0 { return figure.amount }
    }
    return nil
  }

  /// What is done since January of the year; nil when nothing is reported.
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

/// What is planned and done of one project in a year.
struct RowFigures {
  var plan: Int64?
  var done: YearToDate?
}
