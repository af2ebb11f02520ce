import Ledger

/// Whether less than a share of the year's plan is done; false if one of them is unknown.
struct RateJudge: FigureJudge {
  private let share: Quantity

  init(below share: Quantity) { self.share = share }

  func passes(_ figures: RowFigures) -> Bool {
    guard let plan = figures.plan, plan > 0, let done = figures.done else { return false }
    return Int128(done.amount.fen) * 10_000 < Int128(plan) * Int128(share.tenThousandths)
  }
}
