import Ledger
import Operations

/// The months that a page can be asked for: from January to the one that the figures reach. The latest is what a
/// page shows where nobody asks.
struct MonthChoice {
  let context: PageContext

  /// Nil where there is nothing to choose from.
  var view: View? {
    get throws {
      let standing =
        try context.asOf.map { try context.desk.standing(asOf: $0) }
        ?? context.site.ledger.standing(at: context.desk)
      guard let latest = standing.month, latest > 1 else { return nil }
      let asked = try asked
      let rest = context.request.query.without("month", "done", "held")
      return View([
        "choices": (1...latest).map { month in
          let text = String(standing.year) + (month < 10 ? "-0" : "-") + String(month)
          return View([
            "label": "\(month) 月",
            "current": asked.map { $0 == Period.month(standing.year, month) } ?? (month == latest),
            "href": Address(
              path: context.request.path,
              query: month == latest ? rest : rest.adding("month", text)),
          ])
        }
      ])
    }
  }

  private var asked: Period? {
    get throws {
      try context.query["month"].flatMap {
        try ProjectFilter(options: ["month": [$0]], catalogue: context.desk.catalogue()).month
      }
    }
  }
}
