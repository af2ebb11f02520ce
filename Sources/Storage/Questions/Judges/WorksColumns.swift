import Engine
import Ledger

/// The columns that tell how far the works of a project are.
struct WorksColumns {
  let all: [Int32]
  private let stages: StageOrder

  init(_ stages: StageOrder, _ query: inout ScanQuery) {
    self.stages = stages
    all = ([.stage] + PlannedWorks.dates).map { query.read($0) }
  }

  /// As they are now, or were by the end of a day `yyyymmdd`.
  func works(_ row: any Statement, _ scan: Scan, through day: Int?) -> PlannedWorks {
    PlannedWorks(
      stage: scan.items.code(of: row.int64(all[0]), .stage), stages, through: day
    ) { field in
      PlannedWorks.dates.firstIndex(of: field).flatMap { row.textIfAny(all[$0 + 1]) }
        .flatMap { PartialDate($0) }
    }
  }
}

/// Whether a start or a finish was planned by the end of a month and has not happened.
struct DueJudge: RowJudge {
  private let works: WorksColumns
  private let day: Int

  init(by month: Period, _ stages: StageOrder, _ query: inout ScanQuery) {
    works = WorksColumns(stages, &query)
    day = PlannedWorks.end(ofMonth: Int(month.lastMonth), year: Int(month.year))
  }

  var columns: [Int32] { works.all }

  func passes(_ row: any Statement, _ scan: inout Scan) -> Bool {
    !works.works(row, scan, through: nil).overdue(by: day).isEmpty
  }
}
