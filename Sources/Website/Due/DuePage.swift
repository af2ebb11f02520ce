import Ledger
import Operations
import Reports
import Wording

/// 催报: what each unit is to report this month, and what it has.
enum DuePage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let day = try context.time
    let due = try context.desk.due(QuestionOptions(filter: day.values(without: [])))
    let names = try context.desk.openNames(due)
    let rows = due.units.enumerated().map { place, unit in
      row(unit.unit, unit.tally, place, due, names, day)
    }
    return try context.page(
      Page(
        "due", title: "催报", in: .due,
        View([
          "month": due.month, "rule": due.ruleWords,
          "months": try MonthChoice(context: context).view,
          "units": rows, "hasUnits": !rows.isEmpty,
          "all": tallies(due.all, DueUnit.all, day),
          "gapsBook": Address("books", "gaps", query: day),
        ])))
  }

  private static func row(
    _ code: String?, _ tally: MonthlyDue.Tally, _ place: Int, _ due: MonthlyDue,
    _ names: [ProjectID: String], _ day: Query
  ) -> View {
    let name = code.map { due.edition.catalogue.name(of: .unit, $0) } ?? DueUnit.none
    let open = tally.firstOpen.map { "“\(names[$0] ?? "")”" }.joined(separator: "、")
    let text =
      "\(name)：\(due.month)应报\(tally.asked)项，已报\(tally.reported)项，未报\(tally.open)项"
      + (tally.open == 0
        ? "。"
        : "（\(open)\(tally.open > MonthlyDue.Tally.named ? "等" : "")），请于\(due.deadline)前在台账补报。")
    return tallies(tally, name, day).merging(
      View([
        "unit": name, "href": Address("due", name, query: day), "textID": "due-\(place)",
        "text": text, "isOpen": tally.open > 0, "missing": tally.missing,
        "share": tally.asked == 0
          ? nil : Figures.percent(Double(tally.reported) / Double(tally.asked)),
        "latest": tally.latest.map { "\($0) 月" },
      ]))
  }

  private static func tallies(_ tally: MonthlyDue.Tally, _ unit: String, _ day: Query) -> View {
    func address(_ shown: DueShown) -> Address {
      Address("due", unit, query: day + shown.query)
    }
    return View([
      "asked": tally.asked, "askedHref": address(.all), "reported": tally.reported,
      "reportedHref": address(.reported), "open": tally.open, "openHref": address(.open),
    ])
  }
}

/// The names in URLs that are no unit's.
enum DueUnit {
  static let all = "全部"
  static let none = "未明确牵头单位"
}

/// Which of the projects that are due a page shows.
enum DueShown: String, CaseIterable {
  case all, open, reported

  init(_ query: Query) { self = query["show"].flatMap(DueShown.init(rawValue:)) ?? .all }

  var label: String {
    switch self {
    case .all: "全部"
    case .open: "未报"
    case .reported: "已报"
    }
  }

  /// Whether they have reported; nil where that is not asked.
  var isReported: Bool? { self == .all ? nil : self == .reported }

  var query: Query { self == .all ? [:] : ["show": rawValue] }
}

extension MonthlyDue {
  /// 3月.
  var month: String { edition.month.map { "\($0)月" } ?? "本月" }

  /// The day by which it is to be there: 4月5日.
  var deadline: String { "\((edition.month ?? 0) % 12 + 1)月\(rule.day)日" }

  /// What is due, in words.
  var ruleWords: String { rule.sentence(edition.catalogue) }

  /// Whose projects a name in a URL means; nil where it is nobody's.
  func part(named name: String) -> Part? {
    switch name {
    case DueUnit.all: .all
    case DueUnit.none: .unit(nil)
    default:
      edition.catalogue.items(of: .unit).first { $0.name == name }.map { .unit($0.code) }
    }
  }

  /// What the projects of a part come to.
  func tally(_ part: Part) -> Tally {
    switch part {
    case .all: all
    case .unit(let unit): units.first { $0.unit == unit }?.tally ?? Tally()
    }
  }
}
