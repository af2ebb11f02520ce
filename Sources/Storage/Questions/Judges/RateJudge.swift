import Engine
import Ledger

/// Whether less than a share of the year's plan is done; false if one of them is unknown.
struct RateJudge: RowJudge {
  private let share: Quantity

  init(below share: Quantity) { self.share = share }

  var columns: [Int32] { FigureReader.columns }

  func passes(_ row: any Statement, _ figures: inout FigureReader) throws -> Bool {
    passes(RowFigures(plan: figures.plan(row), done: try figures.done(row)))
  }

  func passes(_ figures: RowFigures) -> Bool {
    guard let plan = figures.plan, plan > 0, let done = figures.done else { return false }
    return Int128(done.amount.fen) * 10_000 < Int128(plan) * Int128(share.tenThousandths)
  }
}
