import Foundation
import Ledger
import Operations
import Reports
import Wording

/// What a unit has to report this month: its projects, each with only the fields that are due.
enum UnitDuePage {
  private static let pageSize = 50

  static func show(_ context: PageContext) throws -> WebResponse { try show(context, asked: nil) }

  /// Shows the page; `asked` is the row with a question about its figures.
  static func show(_ context: PageContext, asked: UnitDueRow.Asked?) throws -> WebResponse {
    let unit = context["unit"]
    let day = try context.time
    let due = try context.operations.due(QuestionOptions(filter: day.values(without: [])))
    guard let part = due.part(named: unit) else { throw Failure.nowhere }
    let tally = due.tally(part)
    let shown = DueShown(context.query)
    let projects = try context.operations.dueProjects(
      due, of: part, reported: shown.isReported, lacking: shown == .gaps)
    let pages = max(1, (projects.count + pageSize - 1) / pageSize)
    let page = max(1, min(context.query["page"].flatMap { Int($0) } ?? 1, pages))
    let first = (page - 1) * pageSize
    let last = min(first + pageSize, projects.count)
    let items = try context.operations.dueItems(
      try only(context, due, part) ?? Array(projects[first..<last]), of: due)
    func address(_ shown: DueShown, page: Int = 1) -> Address {
      let query = day + shown.query
      return Address("due", unit, query: page > 1 ? query.adding("page", String(page)) : query)
    }
    let rows = UnitDueRow(due: due, shown: shown, asked: asked)
    let isOpen = try isFillable(due, context)
    let fillable = items.filter {
      isOpen && context.permissions.allow(.edit, on: $0.figures.record)
    }.map(\.figures.id)
    let open = items.filter { !$0.isReported && fillable.contains($0.figures.id) }
    let still = open.filter { due.remarks(.zero, on: $0).isEmpty }
    return try context.page(
      Page(
        "unitdue", title: "\(unit) \(due.monthWord)要报的", in: .due,
        View([
          "unit": unit, "months": try MonthChoice(context: context, reachesPresent: true).view,
          "month": due.monthWord, "monthBefore": due.monthBefore, "rule": due.ruleWords,
          "booksReach": due.booksReach, "isAhead": due.isAhead,
          "amountKey": due.month.map { FieldKey(.done, $0).text },
          "total": shown == .gaps ? tally.missing : projects.count,
          "isGaps": shown == .gaps, "lacking": tally.lacking,
          "bookHref": part == .all ? nil : Address("due", unit, "book.xlsx", query: day),
          "reported": tally.reported, "asked": tally.asked,
          "figure": bar(tally.reported, of: tally.asked),
          "choices": DueShown.allCases.map {
            View(["label": $0.label, "current": $0 == shown, "href": address($0)])
          },
          "action": address(shown, page: page),
          "rows": items.enumerated().map { place, item in
            rows.view(
              item, isFillable: fillable.contains(item.figures.id),
              before: place > 0 ? items[place - 1].figures.id : nil,
              after: place + 1 < items.count ? items[place + 1].figures.id : nil)
          },
          "unchanged": still.isEmpty
            ? nil
            : View([
              "count": still.count, "month": due.monthWord,
              "asking": open.count > still.count ? open.count - still.count : nil,
              "projects": still.map { View(["looked": "\($0.figures.id):\($0.revision)"]) },
            ]),
          "paged": pages > 1
            ? View([
              "first": first + 1, "last": last, "ofAll": projects.count,
              "previous": page > 1 ? address(shown, page: page - 1) : nil,
              "next": page < pages ? address(shown, page: page + 1) : nil,
            ]) : nil,
        ])))
  }

  /// The single project of a request for one row; nil for the whole page.
  private static func only(
    _ context: PageContext, _ due: MonthlyDue, _ part: MonthlyDue.Part
  ) throws -> [ProjectID]? {
    guard let id = context.query["only"].flatMap({ Int64($0) }) else { return nil }
    return try context.operations.dueItems([id], of: due).filter(part.holds).map(\.figures.id)
  }

  /// Whether the month can be reported here: the month that the figures reach, or a later one up to the present month.
  /// Earlier months are read-only.
  static func isFillable(_ due: MonthlyDue, _ context: PageContext) throws -> Bool {
    guard try context.asOf == nil, let month = due.month else { return false }
    guard due.edition.filter.month != nil, month != due.booksMonth else { return true }
    let today = try context.operations.today.firstDay
    return due.isAhead && Int(month.year) * 100 + Int(month.lastMonth) <= today / 100
  }

  private static func bar(_ part: Int, of all: Int) -> Markup {
    Markup { html in
      Drawing.open(160, 12, &html)
      Drawing.rect(0, 1, 160, 10, "fill-2", &html)
      if part > 0 { Drawing.rect(0, 1, part * 160 / max(1, all), 10, "fill", &html) }
      Drawing.close(&html)
    }
  }

  /// Downloads the unit's 核对表: what the ledger knows of its projects, to be checked and returned.
  static func book(_ context: PageContext) throws -> WebResponse {
    let unit = context["unit"]
    let time = try context.time
    let due = try context.operations.due(QuestionOptions(filter: time.values(without: [])))
    guard let part = due.part(named: unit), case .unit(let code) = part else {
      throw Failure.nowhere
    }
    var filter = time
    if let code {
      filter = filter.adding("unit", code).adding("unit-role", "lead")
    } else {
      filter = filter.adding("missing", Field.leadUnits.id)
    }
    let folder = try BookDownload.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try context.operations.exportUnits(
      QuestionOptions(filter: filter.values(without: [])), to: folder.path)
    guard let file = files.first else {
      throw Failure(404, "这个单位没有项目，没有核对表。", "回到催报页面再选。")
    }
    if let failure = file.failure { throw Failure(500, failure.sentence, "再试一次。") }
    return try BookDownload.response(of: file.path)
  }
}
