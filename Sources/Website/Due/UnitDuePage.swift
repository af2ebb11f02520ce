import Intake
import Ledger
import Operations
import Reports
import Wording

/// What one unit is to report this month: its projects, and of each only what is due.
enum UnitDuePage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let unit = context["unit"]
    let day: Query = try context.asOf.map { ["as-of": $0.text] } ?? [:]
    let due = try context.desk.due(QuestionOptions(filter: day.values(without: [])))
    let items = due.items(of: unit)
    if items.isEmpty, unit != DueUnit.all, unit != DueUnit.none,
      !due.edition.catalogue.items(of: .unit).contains(where: { $0.name == unit })
    {
      throw Failure.nowhere
    }
    let shown = items.filter { item in
      switch context.query["show"] {
      case "reported": item.isReported
      case "open": !item.isReported
      default: true
      }
    }
    let reported = items.count(where: \.isReported)
    return try context.page(
      Page(
        "unitdue", title: "\(unit) \(due.month)要报的", in: .due,
        View([
          "unit": unit, "month": due.month, "rule": due.ruleWords, "total": shown.count,
          "reported": reported, "asked": items.count,
          "figure": bar(reported, of: items.count),
          "choices": [("全部", nil), ("未报", "open"), ("已报", "reported")].map { label, value in
            View([
              "label": label, "current": context.query["show"] == value,
              "href": Address("due", unit, query: day + (value.map { ["show": $0] } ?? [:])),
            ])
          },
          "action": Address("due", unit),
          "rows": shown.map { row($0, due) },
        ])))
  }

  private static func bar(_ part: Int, of all: Int) -> Markup {
    Markup { html in
      Drawing.open(160, 12, &html)
      Drawing.rect(0, 1, 160, 10, "fill-2", &html)
      if part > 0 { Drawing.rect(0, 1, part * 160 / max(1, all), 10, "fill", &html) }
      Drawing.close(&html)
    }
  }

  private static func row(_ item: MonthlyDue.Item, _ due: MonthlyDue) -> View {
    let record = item.figures.record
    let done = item.figures.done.map { Figures.wan($0) }
    return View([
      "id": item.figures.id, "name": item.figures.name,
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
    guard let id = context.form["project"].flatMap({ Int64($0) }),
      let item = due.items(of: unit).first(where: { $0.figures.id == id }),
      let month = due.edition.month
    else { throw Failure(422, "这个项目不在应报之列。", "回到催报页面再选。") }
    let text = context.form["unchanged"] == nil ? context.form["amount"] : "0"
    var assignments: [Assignment] = []
    if let text { assignments.append(try amount(text, item, due.edition.year, month)) }
    if let progress = context.form["progress"] {
      let key = "\(Field.monthlyProgress.id).\(due.edition.year)-\(month < 10 ? "0" : "")\(month)"
      assignments.append(Assignment(field: key, text: progress))
    }
    if assignments.isEmpty { throw Failure(422, "没有填本月的数。", "填当月完成投资，或者点“本月无变化”。") }
    let outcome = try context.desk.edit(
      String(id), assignments, reason: "\(month)月填报（\(unit)）")
    return .seeOther(
      Address("due", unit, query: ["done": String(outcome.entry?.number ?? 0)]).at("p\(id)"))
  }

  /// The month's own figure, as the sum of the year where the months before are known.
  private static func amount(
    _ text: String, _ item: MonthlyDue.Item, _ year: Int, _ month: Int
  ) throws -> Assignment {
    let two = "\(month < 10 ? "0" : "")\(month)"
    let plain = text.replacing(",", with: "").replacing("，", with: "")
    guard let own = Money(plain), let before = item.doneBefore, let sum = before.adding(own) else {
      return Assignment(field: "\(Field.done.id).\(year)-\(two)", text: text)
    }
    if own.fen < 0 { throw Failure(422, "当月完成投资小于 0。", "核对后再填；要改以前月份的数，到项目页修改。") }
    let period = month == 1 ? "\(year)-01" : "\(year)-01..\(two)"
    return Assignment(field: "\(Field.done.id).\(period)", text: sum.wanYuan)
  }
}
