import Ledger
import Operations
import Reports
import Wording

/// 催报: what each unit has to report this month, and what it has reported.
enum DuePage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let day = try context.time
    let due = try context.operations.due(QuestionOptions(filter: day.values(without: [])))
    let names = try context.operations.openNames(due)
    let rows = due.units.enumerated().map { place, unit in
      row(unit.unit, unit.tally, place, due, names, day)
    }
    return try context.page(
      Page(
        "due", title: "催报", in: .due,
        View([
          "month": due.monthWord, "rule": due.ruleWords,
          "months": try MonthChoice(context: context, reachesPresent: true).view,
          "booksReach": due.booksReach, "isAhead": due.isAhead,
          "carry": try carry(due, context),
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
      "\(name)：\(due.monthWord)应报\(tally.asked)项，已报\(tally.reported)项，未报\(tally.open)项"
      + (tally.open == 0
        ? "。"
        : "（\(open)\(tally.open > MonthlyDue.Tally.named ? "等" : "")），请\(due.deadline.map { "于\($0)前" } ?? "")在台账补报。")
    return tallies(tally, name, day).merging(
      View([
        "unit": name, "href": Address("due", name, query: day),
        "bookHref": Address("due", name, "book.xlsx", query: day), "textID": "due-\(place)",
        "text": text, "isOpen": tally.open > 0,
        "share": tally.asked == 0
          ? nil : Figures.percent(Double(tally.reported) / Double(tally.asked)),
        "latest": tally.latest.map { "\($0) 月" },
      ]))
  }

  /// The figures to be added to the sums of the year; nil if there are none or the page is of an earlier day.
  private static func carry(_ due: MonthlyDue, _ context: PageContext) throws -> View? {
    guard due.all.apart > 0, try context.asOf == nil else { return nil }
    return View([
      "count": due.all.apart, "carriable": due.all.carriable, "month": due.monthWord,
      "held": due.all.apart > due.all.carriable ? due.all.apart - due.all.carriable : nil,
      "action": Address("due", query: try context.time),
      "mayCarry": due.all.carriable > 0 && context.permissions.reach(of: .edit).isEverything,
    ])
  }

  /// Adds the month's own figures to the sums of the year, so that the books reach the month.
  static func carryOver(_ context: PageContext) throws -> WebResponse {
    let day = try context.time
    let due = try context.operations.due(QuestionOptions(filter: day.values(without: [])))
    let outcome = try context.operations.carryOver(due, reason: "\(due.monthWord)填报并入本年累计")
    return try .done(outcome, at: Address("due", query: day), context)
  }

  private static func tallies(_ tally: MonthlyDue.Tally, _ unit: String, _ day: Query) -> View {
    func address(_ shown: DueShown) -> Address {
      Address("due", unit, query: day + shown.query)
    }
    return View([
      "missing": tally.missing, "missingHref": address(.gaps), "asked": tally.asked,
      "askedHref": address(.all), "reported": tally.reported,
      "reportedHref": address(.reported), "open": tally.open, "openHref": address(.open),
    ])
  }
}

/// Names in URLs that do not stand for a unit.
enum DueUnit {
  static let all = "全部"
  static let none = "未明确牵头单位"
}

/// Which of the due projects a page shows.
enum DueShown: String, CaseIterable {
  case all, open, reported, gaps

  init(_ query: Query) { self = query["show"].flatMap(DueShown.init(rawValue:)) ?? .all }

  var label: String {
    switch self {
    case .all: "全部"
    case .open: "未报"
    case .reported: "已报"
    case .gaps: "缺项"
    }
  }

  /// Filters by whether a project has reported; nil for no filter.
  var isReported: Bool? {
    switch self {
    case .all, .gaps: nil
    case .open: false
    case .reported: true
    }
  }

  var query: Query { self == .all ? [:] : ["show": rawValue] }
}

extension MonthlyDue {
  /// The month, such as 3月; 2025年3月 in another year than that of the books.
  var monthWord: String {
    guard let month else { return "本月" }
    let year = booksMonth.map { $0.year == month.year } ?? true ? "" : "\(month.year)年"
    return "\(year)\(month.lastMonth)月"
  }

  /// The previous month, such as 2月; nil in January.
  var monthBefore: String? { edition.month.flatMap { $0 > 1 ? "\($0 - 1)月" : nil } }

  /// The month that the books reach, such as 截至3月.
  var booksReach: String? {
    booksMonth.map {
      $0.year == edition.year ? "截至\($0.lastMonth)月" : "截至\($0.year)年\($0.lastMonth)月"
    }
  }

  /// The day on which reports are due, such as 4月5日; nil if no month is known.
  var deadline: String? { edition.month.map { "\($0 % 12 + 1)月\(rule.day)日" } }

  /// The rule, in words.
  var ruleWords: String { rule.sentence(edition.catalogue) }

  /// Returns the projects that a name in a URL stands for; nil for an unknown name.
  func part(named name: String) -> Part? {
    switch name {
    case DueUnit.all: .all
    case DueUnit.none: .unit(nil)
    default:
      edition.catalogue.items(of: .unit).first { $0.name == name }.map { .unit($0.code) }
    }
  }

  /// The counts of a part.
  func tally(_ part: Part) -> Tally {
    switch part {
    case .all: all
    case .unit(let unit): units.first { $0.unit == unit }?.tally ?? Tally()
    }
  }
}
