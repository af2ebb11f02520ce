import Ledger
import Operations

/// The months that a page can show: from January to the latest month of the figures, or to the present month on pages
/// for reporting. The default is the latest month of the figures.
struct MonthChoice {
  let context: PageContext
  var reachesPresent = false

  /// Nil if there is only one month.
  var view: View? {
    get throws {
      let standing =
        try context.asOf.map { try context.operations.standing(asOf: $0) }
        ?? context.site.ledger.standing(at: context.operations)
      let last = max(standing.month ?? 0, try reachesPresent ? present(standing.year) : 0)
      guard last > 1 else { return nil }
      let asked = try asked
      let rest = context.request.query.without("month", "done", "held", "page", "only")
      return View([
        "words": reachesPresent ? "填报月份" : "数据截至",
        "choices": (1...last).map { month in
          let text = String(standing.year) + (month < 10 ? "-0" : "-") + String(month)
          let isLatest = month == standing.month
          return View([
            "label": "\(month) 月",
            "current": asked.map { $0 == Period.month(standing.year, month) } ?? isLatest,
            "href": Address(
              path: context.request.path,
              query: isLatest ? rest : rest.adding("month", text)),
          ])
        },
      ])
    }
  }

  /// The present month within the year of the figures; 12 for a past year, 0 otherwise.
  private func present(_ year: Int) throws -> Int {
    guard try context.asOf == nil else { return 0 }
    let today = try context.operations.today.firstDay
    return today / 10_000 > year ? 12 : today / 10_000 == year ? today / 100 % 100 : 0
  }

  private var asked: Period? {
    get throws {
      try context.query["month"].flatMap {
        try ProjectFilter(options: ["month": [$0]], catalogue: context.operations.catalogue()).month
      }
    }
  }
}
