import Engine
import Ledger

/// What a filter asks that SQL cannot judge: asked about rows that pass everything else, and about none
/// where the filter does not ask.
protocol RowJudge {
  /// The columns that it reads.
  var columns: [Int32] { get }
  func passes(_ row: any Statement, _ scan: inout Scan) throws -> Bool
}

extension FilterRestriction {
  /// Whether a judge looks at rows for it.
  var isJudgedByRow: Bool {
    switch self {
    case .within, .names, .due, .starts, .rateBelow, .light: true
    case .atLeast, .atMost, .holds, .has, .missing, .updatedSince, .reach: false
    }
  }

  /// Who judges it; nil where SQL does. Its columns are read by a query.
  func judge(_ measure: LightMeasure, _ query: inout ScanQuery) -> (any RowJudge)? {
    switch self {
    case .within(let field, let spans):
      TextJudge(query.read(field)) { text in
        PartialDate(text).map { date in spans.contains { $0.contains(date) } } ?? false
      }
    case .names(let field, let names):
      TextJudge(query.read(field), holding: names)
    case .due(let month): DueJudge(by: month, measure.stages, &query)
    case .starts(let period): StartsJudge(in: period, measure.stages, &query)
    case .rateBelow(let share): RateJudge(below: share)
    case .light(let lights): LightJudge(lights, measure, &query)
    case .atLeast, .atMost, .holds, .has, .missing, .updatedSince, .reach: nil
    }
  }
}
