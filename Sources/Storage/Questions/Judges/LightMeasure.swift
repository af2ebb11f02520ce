import Engine
import Foundation
import Ledger

/// The basis of status lights: the rule, the month of the figures, and the day.
struct LightMeasure {
  let rule: LightRule
  let stages: StageOrder
  let items: ItemNumbers
  /// The month of the filter, else the latest one of any project in the ledger, so that a project has the same light
  /// in every list; nil if no list stated any.
  private(set) var month: Int?
  private(set) var day: PartialDate?
  /// The last day `yyyymmdd` of the filter's month; nil if it has none.
  let asked: Int?

  /// Month and day are read only if the filter has lights.
  init(
    _ filter: ProjectFilter, _ catalogue: Catalogue, _ items: ItemNumbers, _ session: Session
  ) throws {
    self.items = items
    let then = try session.past.map { try CatalogueTable.catalogue(through: $0, session) }
    rule = (then ?? catalogue).lightRule
    stages = StageOrder(then ?? catalogue)
    asked = filter.month.map {
      PlannedWorks.end(ofMonth: Int($0.lastMonth), year: Int($0.year))
    }
    guard !filter.lights.isEmpty else { return }
    month =
      try filter.month.map { Int($0.lastMonth) }
      ?? session.asWhole { try Totals.read(filter.onlyTime, $0).month }
    // When was the last entry recorded?
    let at = try session.row(
      """
      SELECT at
      FROM entry
      WHERE number <= ?
      ORDER BY number DESC
      LIMIT 1
      """, .integer(session.past ?? .max)
    ) { $0.int64(0) }
    day = filter.day(
      recordedAt: Date(timeIntervalSince1970: Double(at ?? 0) / 1000))
  }
}
