import Engine
import Foundation
import Ledger

/// What lights are measured against: the rule, the month of the figures, and the day.
struct LightMeasure {
  let rule: LightRule
  let stages: StageOrder
  let items: ItemNumbers
  /// The month asked for, else the latest one that any project of the ledger states, so that a project has one
  /// light whatever it is looked at among; nil when no list stated any.
  private(set) var month: Int?
  private(set) var day: PartialDate?
  /// The last day `yyyymmdd` of the month asked for; nil where none is.
  let asked: Int?

  /// Of a filter that asks for no light, month and day are not looked for.
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
    // When was the last entry made?
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
