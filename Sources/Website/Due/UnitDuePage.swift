import Intake
import Ledger
import Matching
import Operations
import Reports
import Storage
import Wording

/// What one unit is to report this month: its projects, and of each only what is due.
enum UnitDuePage {
  private static let pageSize = 50

  static func show(_ context: PageContext) throws -> WebResponse {
    let unit = context["unit"]
    let day = try context.time
    let due = try context.desk.due(QuestionOptions(filter: day.values(without: [])))
    guard let part = due.part(named: unit) else { throw Failure.nowhere }
    let tally = due.tally(part)
    let shown = DueShown(context.query)
    let projects = try context.desk.dueProjects(due, of: part, reported: shown.isReported)
    let pages = max(1, (projects.count + pageSize - 1) / pageSize)
    let page = max(1, min(context.query["page"].flatMap { Int($0) } ?? 1, pages))
    let first = (page - 1) * pageSize
    let last = min(first + pageSize, projects.count)
    let items = try context.desk.dueItems(Array(projects[first..<last]), of: due)
    func address(_ shown: DueShown, page: Int = 1) -> Address {
      let query = day + shown.query
      return Address("due", unit, query: page > 1 ? query.adding("page", String(page)) : query)
    }
    return try context.page(
      Page(
        "unitdue", title: "\(unit) \(due.month)要报的", in: .due,
        View([
          "unit": unit, "months": try MonthChoice(context: context).view, "month": due.month,
          "rule": due.ruleWords, "total": projects.count,
          "reported": tally.reported, "asked": tally.asked,
          "figure": bar(tally.reported, of: tally.asked),
          "choices": DueShown.allCases.map {
            View(["label": $0.label, "current": $0 == shown, "href": address($0)])
          },
          "action": address(shown, page: page),
          "rows": try items.map { row($0, due, isFillable: try mayFill($0, context)) },
          "paged": pages > 1
            ? View([
              "first": first + 1, "last": last, "ofAll": projects.count,
              "previous": page > 1 ? address(shown, page: page - 1) : nil,
              "next": page < pages ? address(shown, page: page + 1) : nil,
            ]) : nil,
        ])))
  }

  /// Back to where the form stood; among those that are open the one that was reported is gone, and the next one is
  /// looked at.
  private static func place(
    behind item: MonthlyDue.Item, _ part: MonthlyDue.Part, _ due: MonthlyDue,
    _ context: PageContext
  ) throws -> Address {
    let place = Address(
      "due", context["unit"], query: context.query.only(["show", "page"]))
    guard DueShown(context.query) == .open else { return place.at("p\(item.figures.id)") }
    let open = try context.desk.dueProjects(due, of: part, reported: false)
    return open.first { $0 > item.figures.id }.map { place.at("p\($0)") } ?? place
  }

  private static func bar(_ part: Int, of all: Int) -> Markup {
    Markup { html in
      Drawing.open(160, 12, &html)
      Drawing.rect(0, 1, 160, 10, "fill-2", &html)
      if part > 0 { Drawing.rect(0, 1, part * 160 / max(1, all), 10, "fill", &html) }
      Drawing.close(&html)
    }
  }

  private static func mayFill(_ item: MonthlyDue.Item, _ context: PageContext) throws -> Bool {
    // What is reported is the latest month's: an earlier one is looked at.
    try context.time.items.isEmpty && context.permissions.allow(.edit, on: item.figures.record)
  }

  private static func row(
    _ item: MonthlyDue.Item, _ due: MonthlyDue, isFillable: Bool
  ) -> View {
    let record = item.figures.record
    let done = item.figures.done.map { Figures.wan($0) }
    return View([
      "fillable": isFillable, "id": item.figures.id, "revision": item.revision,
      "name": item.figures.name,
      "href": Address.project(item.figures.id, asOf: due.edition.filter.asOf),
      "before": item.doneBefore.map { Figures.wan($0) }, "done": done,
      "plan": item.figures.plan.map { Figures.wan($0) },
      "rate": item.figures.rate.map(Figures.percent), "progress": record.text(.progress),
      "isReported": item.isReported,
      "missing": item.missing.isEmpty
        ? nil : item.missing.map(\.label).joined(separator: "、"),
    ])
  }

  /// One project's month: an amount and the progress in words, or that nothing happened.
  static func act(_ context: PageContext) throws -> WebResponse {
    let unit = context["unit"]
    let due = try context.desk.due(QuestionOptions(filter: [:]))
    guard let part = due.part(named: unit),
      let id = context.form["project"].flatMap({ Int64($0) }),
      let item = try context.desk.dueItems([id], of: due).first(where: part.holds),
      let month = due.edition.month
    else { throw Failure(422, "这个项目不在应报之列。", "回到催报页面再选。") }
    let own =
      context.form["unchanged"] == nil
      ? try context.form["amount"].flatMap { try context.desk.amount($0) } : .zero
    if let own, own.fen < 0 { throw Failure(422, "当月完成投资小于 0。", "核对后再填；要改以前月份的数，到项目页修改。") }
    let progress = context.form["progress"]
    if own == nil, progress == nil {
      throw Failure(422, "没有填本月的数。", "填当月完成投资，或者点“本月无变化”。")
    }
    do {
      let outcome = try context.desk.report(
        item, of: due, own: own, progress: progress, reason: "\(month)月填报（\(unit)）",
        ifRevision: context.form["revision"].flatMap { Int64($0) })
      return try .done(outcome, at: try place(behind: item, part, due, context), context)
    } catch StorageError.stale {
      let sum = item.figures.done.map { "\(Figures.wan($0)) 万元" } ?? "还没有"
      throw Failure(
        409, "「\(item.figures.name)」在你打开页面之后有人改过，没有写入；现在累计\(sum)。",
        "回到催报页面看过现在的数再填。")
    }
  }
}
