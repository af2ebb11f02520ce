import Engine
import Ledger

/// A condition of a filter that SQL cannot evaluate: tested for rows that pass everything else, and omitted if the
/// filter lacks it.
protocol RowJudge {
  /// The columns to read.
  var columns: [Int32] { get }
  func passes(_ row: any Statement, _ figures: inout FigureReader) throws -> Bool
}

/// A condition on the figures of the year alone.
protocol FigureJudge: RowJudge {
  func passes(_ figures: RowFigures) -> Bool
}

extension FigureJudge {
  var columns: [Int32] { FigureReader.columns }

  func passes(_ row: any Statement, _ figures: inout FigureReader) throws -> Bool {
    passes(RowFigures(plan: figures.plan(row), done: try figures.done(row)))
  }
}

extension FilterRestriction {
  /// Whether the condition needs a `RowJudge`.
  var isJudgedByRow: Bool {
    switch self {
    case .within, .names, .due, .starts, .rateBelow, .sum, .light: true
    case .atLeast, .atMost, .holds, .has, .missing, .updatedSince, .reach: false
    }
  }

  /// The judge of the condition, adding its columns to a query; nil if SQL evaluates it.
  func judge(
    _ measure: LightMeasure, year: Int?, _ query: inout ScanQuery
  ) -> (any RowJudge)? {
    switch self {
    case .within(let field, let spans):
      TextJudge(query.read(field)) { text in
        PartialDate(text).map { date in spans.contains { $0.contains(date) } } ?? false
      }
    case .names(let field, let names):
      TextJudge(query.read(field), holding: names)
    case .due(let month): OverdueWorksJudge(by: month, measure, &query)
    case .starts(let period): StartsJudge(in: period, measure, &query)
    case .rateBelow(let share): RateJudge(below: share)
    case .sum(let reach): SumJudge(reach, year: year)
    case .light(let lights): LightJudge(lights, measure, &query)
    case .atLeast, .atMost, .holds, .has, .missing, .updatedSince, .reach: nil
    }
  }
}
