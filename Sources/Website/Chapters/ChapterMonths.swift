import Ledger
import Operations
import Reports
import Storage

/// What the projects of a chapter have done by the end of each month of the year, and which were altered lately.
struct ChapterMonths {
  private static let lately = 7
  private static let told = 6

  let conditions: Query
  let overview: Overview
  let operations: LedgerOperations

  /// Month by month; nil where no month is known, and of a month that is asked for alone.
  var view: View? {
    get throws {
      let edition = overview.edition
      guard edition.filter.month == nil, let last = edition.month else { return nil }
      let sums = try (1...last).map { month -> (conditions: Query, totals: Totals) in
        let text = "\(edition.year)-" + (month < 10 ? "0" : "") + String(month)
        let own = conditions.setting(FilterOption.month.rawValue, to: text)
        return (own, try totals(own))
      }
      let plan = overview.key.sums.plan
      let most = max(plan?.fen ?? 0, sums.map { $0.totals.done.fen }.max() ?? 0, 1)
      return View([
        "plan": plan.map { Figures.yi($0) },
        "rows": sums.enumerated().map { place, sum in
          let before = place > 0 ? sums[place - 1].totals : nil
          // A month that nobody's sum reaches has no figure: unknown is not zero.
          let reached = sum.totals.reporting - sum.totals.older - sum.totals.undated
          let more =
            reached > 0 && (before.map { $0.reporting > 0 } ?? true)
            ? sum.totals.done.adding(Money(fen: -(before?.done.fen ?? 0))) : nil
          return View([
            "label": "\(place + 1) 月", "more": more.map { Figures.yi($0) },
            "sum": sum.totals.reporting > 0 ? Figures.yi(sum.totals.done) : nil,
            "reached": reached,
            "href": Address("projects", query: sum.conditions), "total": sum.totals.count,
            "figure": Markup { html in
              Drawing.open(160, 12, &html)
              Drawing.rect(0, 1, 160, 10, "fill-2", &html)
              let width = Int(Double(max(0, sum.totals.done.fen)) / Double(most) * 160)
              if width > 0 { Drawing.rect(0, 1, width, 10, "fill", &html) }
              Drawing.close(&html)
            },
          ])
        },
      ])
    }
  }

  /// The projects that were altered in the last days; nil where none was, or a day gone by is looked at.
  func changes(today: PartialDate) throws -> View? {
    guard overview.edition.filter.asOf == nil,
      let day = PartialDate(dayNumber: today.lastDayNumber - Self.lately)
    else { return nil }
    let own = conditions.setting(FilterOption.updatedSince.rawValue, to: day.text)
    let options = QuestionOptions(
      filter: own.values(without: []), sort: "-updated", limit: Self.told)
    let list = try operations.table(options, columns: [.field(.name)]).content.list
    if list.totals.count == 0 { return nil }
    return View([
      "since": day.text, "count": list.totals.count, "href": Address("projects", query: own),
      "projects": list.projects.map {
        View([
          "name": $0.record.text(.name) ?? "（未命名）",
          "href": Address("projects", String($0.id)).at("history"),
        ])
      },
      "hasMore": list.totals.count > list.projects.count,
    ])
  }

  private func totals(_ conditions: Query) throws -> Totals {
    try operations.table(
      QuestionOptions(filter: conditions.values(without: []), limit: 0), columns: [.id]
    ).content.list.totals
  }
}
