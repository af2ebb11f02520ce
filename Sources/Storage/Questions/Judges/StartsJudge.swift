import Engine
import Ledger

/// Whether the works of a project were planned to start or started in a year, as in the leaders' summary; for a
/// month, whether they had started by its end.
struct StartsJudge: RowJudge {
  let columns: [Int32]
  private let period: Period
  private let stages: StageOrder
  private let items: ItemNumbers

  init(in period: Period, _ measure: LightMeasure, _ query: inout ScanQuery) {
    columns = [query.read(.stage), query.read(.startPlanned), query.read(.startActual)]
    self.period = period
    stages = measure.stages
    items = measure.items
  }

  func passes(_ row: any Statement, _ figures: inout FigureReader) -> Bool {
    let planned = row.textIfAny(columns[1]).flatMap { PartialDate($0) }
    let actual = row.textIfAny(columns[2]).flatMap { PartialDate($0) }
    guard [planned, actual].contains(where: { $0?.year == Int(period.year) }) else { return false }
    if period.isYear { return true }
    // A stage after the start shows that it happened, as its date does.
    guard let actual else {
      return stages.order(of: items.code(of: row.int64(columns[0]), .stage)) >= stages.start
    }
    let end = PlannedWorks.end(ofMonth: Int(period.lastMonth), year: Int(period.year))
    return actual.firstDay <= end
  }
}
