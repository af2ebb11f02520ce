import Engine
import Ledger

/// Whether the status light of a project is one of some, as in books.
struct LightJudge: RowJudge {
  private let lights: Set<LightRule.Light>
  private let measure: LightMeasure
  private let works: WorksColumns
  private let milestones: Int32
  private let problems: Int32

  init(
    _ lights: Set<LightRule.Light>, _ measure: LightMeasure, _ query: inout ScanQuery
  ) {
    self.lights = lights
    self.measure = measure
    works = WorksColumns(measure, &query)
    milestones = query.read(.milestones)
    problems = query.read(.problemLog)
  }

  var columns: [Int32] { works.all + FigureReader.columns + [milestones, problems] }

  func passes(_ row: any Statement, _ figures: inout FigureReader) throws -> Bool {
    try light(row, &figures).map(lights.contains) ?? false
  }

  /// Nil if there is nothing to measure.
  func light(_ row: any Statement, _ figures: inout FigureReader) throws -> LightRule.Light? {
    let plan = figures.plan(row)
    let done = try figures.done(row)
    return measure.rule.light(
      difference: difference(plan, done), isOverdue: try isOverdue(row, year: figures.year),
      hasOpenProblem: try hasMatter(row, problems) { _, matter in matter.isOpen },
      isUnreported: plan != nil && done == nil)
  }

  private func difference(_ plan: Int64?, _ done: YearToDate?) -> Double? {
    guard let month = measure.month, let plan, plan > 0, let done else { return nil }
    return LightRule.difference(
      rate: Double(done.amount.fen) / Double(plan),
      month: LightRule.monthElapsed(in: month, reach: done.month))
  }

  private func isOverdue(_ row: any Statement, year: Int?) throws -> Bool {
    if let month = measure.month, let year,
      !works.works(row, through: measure.asked)
        .overdue(before: PlannedWorks.end(ofMonth: month, year: year)).isEmpty
    {
      return true
    }
    return try hasMatter(row, milestones) { day, matter in matter.daysOverdue(on: day) != nil }
  }

  /// Whether a milestone or problem satisfies a condition; false without a day.
  private func hasMatter(
    _ row: any Statement, _ column: Int32, _ isMeant: (PartialDate, Matter) -> Bool
  ) throws -> Bool {
    guard let day = measure.day, !row.isNull(column) else { return false }
    guard let record = ChangeText.readRecord(row.bytes(column)) else {
      throw StorageError.damaged(table: "project_detail", row: row.int64(ScanQuery.Column.id))
    }
    return record.entries.contains { entry in
      guard case .matter(let matter) = entry.value, let then = matter.state(on: day) else {
        return false
      }
      return isMeant(day, then)
    }
  }
}
