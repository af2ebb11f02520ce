import Engine

extension Scan {
  /// Which is the latest year of any list?
  static func yearOfLists(through entry: Int64?) -> ForeseenQuery {
    ForeseenQuery(
      """
      SELECT max(number), max(year)
      FROM entry
      WHERE number <= ?
      """, [.integer(entry ?? .max)], isStream: false)
  }

  /// The latest year of any list; without lists, the latest year of a plan or report.
  static func latestYear(_ session: Session) throws -> Int? {
    let stated = try session.rows(yearOfLists(through: session.past)) {
      try $0.int64IfAny(1, in: Stored.year, "entry", row: $0.int64(0))
    }
    if let stated = stated.first, let stated, stated > 0 { return Int(stated) }
    // Which years do plans and reports have?
    let statement = try session.stream(
      """
      SELECT plan, done
      FROM project
      WHERE plan IS NOT NULL OR done IS NOT NULL
      """)
    var latest: Int?
    while try statement.step() {
      for column in [Int32(0), 1] {
        var series = SeriesScan(statement.bytes(column))
        while let figure = series.next() { latest = max(latest ?? 0, figure.year) }
      }
    }
    return latest
  }
}
