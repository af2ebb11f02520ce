import Engine
import Ledger

/// The columns that determine how far the works of a project are.
struct WorksColumns {
  let all: [Int32]
  private let stages: StageOrder
  private let items: ItemNumbers

  init(_ measure: LightMeasure, _ query: inout ScanQuery) {
    stages = measure.stages
    items = measure.items
    all = ([.stage] + PlannedWorks.dates).map { query.read($0) }
  }

  /// The works as of now, or as of the end of a day `yyyymmdd`.
  func works(_ row: any Statement, through day: Int?) -> PlannedWorks {
    PlannedWorks(
      stage: items.code(of: row.int64(all[0]), .stage), stages, through: day
    ) { field in
      PlannedWorks.dates.firstIndex(of: field).flatMap { row.textIfAny(all[$0 + 1]) }
        .flatMap { PartialDate($0) }
    }
  }
}

/// Whether a start or a finish was planned by the end of a month and has not happened, now or by the end of the month
/// that is asked for.
struct OverdueWorksJudge: RowJudge {
  private let works: WorksColumns
  private let day: Int
  private let asked: Int?

  init(by month: Period, _ measure: LightMeasure, _ query: inout ScanQuery) {
    works = WorksColumns(measure, &query)
    day = PlannedWorks.end(ofMonth: Int(month.lastMonth), year: Int(month.year))
    asked = measure.asked
  }

  var columns: [Int32] { works.all }

  func passes(_ row: any Statement, _ figures: inout FigureReader) -> Bool {
    !works.works(row, through: asked).overdue(by: day).isEmpty
  }
}
