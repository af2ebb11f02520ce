import Engine
import Ledger

/// Whether the sum of the year reaches as far as asked; false without one.
struct SumJudge: FigureJudge {
  private let reach: SumReach
  /// The year of the figures.
  private let year: Int?

  init(_ reach: SumReach, year: Int?) { (self.reach, self.year) = (reach, year) }

  func passes(_ figures: RowFigures) -> Bool {
    guard let done = figures.done else { return false }
    switch reach {
    case .undated: return done.month == nil
    case .before(let month):
      guard Int(month.year) == year, let own = done.month else { return false }
      return own < Int(month.lastMonth)
    }
  }
}
