import Ledger
import Operations
import Reports
import Wording

/// 催报: what each unit is to report this month, and what it has.
enum DuePage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let day = try context.time
    let due = try context.desk.due(QuestionOptions(filter: day.values(without: [])))
    let catalogue = due.edition.catalogue
    var byUnit: [String: [MonthlyDue.Item]] = [:]
    for item in due.projects {
      for unit in item.units.isEmpty ? [""] : item.units { byUnit[unit, default: []].append(item) }
    }
    let codes =
      catalogue.sorted(.unit, byUnit.keys.filter { !$0.isEmpty }) + (byUnit[""] == nil ? [] : [""])
    let rows = codes.enumerated().map { place, code in
      unit(code, byUnit[code] ?? [], place, due, day)
    }
    return try context.page(
      Page(
        "due", title: "催报", in: .due,
        View([
          "month": due.month, "rule": due.ruleWords,
          "months": try MonthChoice(context: context).view,
          "units": rows, "hasUnits": !rows.isEmpty,
          "all": tallies(due.projects, DueUnit.all, day),
          "gapsBook": Address("books", "gaps", query: day),
        ])))
  }

  private static func unit(
    _ code: String, _ items: [MonthlyDue.Item], _ place: Int, _ due: MonthlyDue, _ day: Query
  ) -> View {
    let name = code.isEmpty ? DueUnit.none : due.edition.catalogue.name(of: .unit, code)
    let open = items.filter { !$0.isReported }
    let names = open.prefix(20).map { "“\($0.figures.name)”" }.joined(separator: "、")
    let reported = items.count - open.count
    let text =
      "\(name)：\(due.month)应报\(items.count)项，已报\(reported)项，未报\(open.count)项"
      + (open.isEmpty ? "。" : "（\(names)\(open.count > 20 ? "等" : "")），请于\(due.deadline)前在台账补报。")
    return tallies(items, name, day).merging(
      View([
        "unit": name, "href": Address("due", name, query: day), "textID": "due-\(place)",
        "text": text,
        "missing": items.reduce(0) { $0 + $1.missing.count },
        "share": items.isEmpty ? nil : Figures.percent(Double(reported) / Double(items.count)),
        "latest": items.compactMap(\.figures.reach).max().map { "\($0) 月" },
      ]))
  }

  private static func tallies(
    _ items: [MonthlyDue.Item], _ unit: String, _ day: Query
  ) -> View {
    let reported = items.count(where: \.isReported)
    func address(_ shown: String?) -> Address {
      Address("due", unit, query: day + (shown.map { ["show": $0] } ?? [:]))
    }
    return View([
      "asked": items.count, "askedHref": address(nil), "reported": reported,
      "reportedHref": address("reported"), "open": items.count - reported,
      "openHref": address("open"),
    ])
  }
}

/// The names in URLs that are no unit's.
enum DueUnit {
  static let all = "全部"
  static let none = "未明确牵头单位"
}

extension MonthlyDue {
  /// 3月.
  var month: String { edition.month.map { "\($0)月" } ?? "本月" }

  /// The day by which it is to be there: 4月5日.
  var deadline: String { "\((edition.month ?? 0) % 12 + 1)月\(rule.day)日" }

  /// What is due, in words.
  var ruleWords: String {
    let stages = rule.stages.map { edition.catalogue.name(of: .stage, $0) }
    return "\(stages.joined(separator: "、"))阶段\(rule.needsPlan ? "、有年度计划" : "")的项目，次月\(rule.day)日前"
  }

  /// The projects of a unit by its name.
  func items(of unit: String) -> [Item] {
    if unit == DueUnit.all { return projects }
    return projects.filter { item in
      unit == DueUnit.none
        ? item.units.isEmpty
        : item.units.contains { edition.catalogue.name(of: .unit, $0) == unit }
    }
  }
}
