import Ledger
import Operations
import Storage
import Wording

/// 项目: all projects, filtered and sorted, as a table, by stage, or on a timeline.
enum ProjectsPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let state = try ProjectsQuery(context.query, context.operations.catalogue())
    let answer = try context.operations.table(state.options, columns: state.columns)
    if state.columns.holdPersonalData(answer.catalogue) { try Contacts.note(context) }
    let (list, totals) = (answer.content.list, answer.content.list.totals)
    let chips = FilterChips(state: state)
    let first =
      totals.count == 0 ? 0 : min((state.page - 1) * ProjectsQuery.pageSize + 1, totals.count)
    let last = min(state.page * ProjectsQuery.pageSize, totals.count)
    var page = Page(
      "projects", title: "项目", in: .projects,
      View([
        "query": state.filter.query, "keptBySearch": state.kept(without: "q"),
        "facets": View([
          "table": FacetRail(
            facets: list.facets, lights: try context.operations.lights(state.options), state: state
          ).markup
        ]),
        "chips": chips.views,
        "clear": chips.views.isEmpty ? nil : state.address(state.conditions.only(["as-of"])),
        "sum": Self.sum(totals) + "；表中单位为万元", "total": totals.count,
        "basis": context.basis(answer.filter, answer.catalogue),
        "renderings": ProjectsQuery.Rendering.allCases.map { rendering in
          View([
            "label": rendering.label, "current": rendering == state.rendering,
            "href": state.address("view", rendering == .table ? [] : [rendering.rawValue]),
          ])
        },
        "saved": SavedViews(state: state, person: context.caller.person).view,
        "columnForm": ColumnChoice(state: state, catalogue: answer.catalogue).view,
        "csv": state.file("csv"), "sheet": state.file("xlsx"),
        "book": Address("books", "raw", "file", query: state.conditions),
        "empty": totals.count > 0
          ? nil
          : View([
            "best": try chips.best(at: context.operations),
            "ended": list.endedOnly > 0
              ? View([
                "endedCount": list.endedOnly,
                "endedHref": state.address(state.conditions.setting("ended", to: "yes")),
              ]) : nil,
          ]),
        "listed": totals.count > 0 && state.rendering == .table
          ? View([
            "table": ProjectTableView(answer: answer, state: state).markup, "first": first,
            "last": last,
            "previous": state.page > 1 ? state.address(page: state.page - 1) : nil,
            "next": last < totals.count ? state.address(page: state.page + 1) : nil,
          ]) : nil,
        "board": totals.count > 0 && state.rendering == .board
          ? try ProjectBoard(state: state, context: context).view : nil,
        "timeline": totals.count > 0 && state.rendering == .time
          ? ProjectTimeline(answer: answer, today: try context.asOf ?? context.operations.today)
            .view
          : nil,
      ]))
    // The board depends on more than the list.
    if state.rendering != .board {
      page.follows = ListedPage(list, of: answer.filter, sort: state.sort)
    }
    return try context.page(page)
  }

  /// Such as 共 10 项，总投资 19.32 亿元，年度计划 4.10 亿元，累计完成 0.62 亿元.
  static func sum(_ totals: Totals) -> String {
    var parts = ["共 \(totals.count) 项"]
    if totals.investment != .zero { parts.append("总投资 \(Figures.yi(totals.investment)) 亿元") }
    if totals.planned > 0 {
      let year = totals.year.map { "\($0) 年计划" } ?? "年度计划"
      parts.append("\(year) \(Figures.yi(totals.plan)) 亿元（\(totals.planned) 项有）")
    }
    if totals.reporting > 0 {
      let undated =
        totals.month != nil && totals.undated > 0 ? "，其中 \(totals.undated) 项未注明截至月份" : ""
      parts.append("累计完成 \(Figures.yi(totals.done)) 亿元（\(totals.reporting) 项报了\(undated)）")
    }
    return parts.joined(separator: "，")
  }
}
