import Foundation
import Ledger
import Operations
import Wording

/// 视图: lists the saved views and shows one with its history; its owner can rename, share and remove it.
enum ViewsPage {
  private static let longestName = 40

  static func index(_ context: PageContext) throws -> WebResponse {
    let catalogue = try context.operations.catalogue()
    let views = catalogue.views(shownTo: context.caller.person)
    return try context.page(
      Page(
        "views", title: "视图", in: .projects,
        View([
          "total": views.count,
          "views": views.map { view in
            facts(view, catalogue).merging(
              View(["viewHref": Address("views", view.code)]))
          },
        ])))
  }

  static func show(_ context: PageContext) throws -> WebResponse {
    let catalogue = try context.operations.catalogue()
    let view = try view(context, catalogue)
    return try context.page(
      Page(
        "savedview", title: "视图 \(view.name)", in: .projects,
        facts(view, catalogue).merging(
          View([
            "isOwn": view.isOwn(of: context.caller.person),
            "action": Address("views", view.code),
            "steps": ItemHistory.views(
              of: try context.operations.history(of: .view, view.code),
              try context.operations.catalogue()),
          ]))))
  }

  /// Saves the current list, under a new name or over an existing view.
  static func save(_ context: PageContext) throws -> WebResponse {
    let catalogue = try context.operations.catalogue()
    // Validates the parameters, so that a view stores only what a list understands.
    let state = try ProjectsQuery(Query(encoded: context.form["asks"] ?? ""), catalogue)
    let outcome: ViewOutcome
    if let code = context.form["view"] {
      outcome = try context.operations.alterView(code) { $0.asks = state.asks }
    } else {
      outcome = try context.operations.saveView(
        named: try name(context.form), asking: state.asks, isShared: context.form["shared"] != nil)
    }
    return done(
      outcome, at: Address("projects", query: Query(asks: state.asks)))
  }

  /// Renames, shares or removes one's own view.
  static func act(_ context: PageContext) throws -> WebResponse {
    let code = context["view"]
    if context.form["do"] == "remove" {
      return done(try context.operations.removeView(code), at: Address("views"))
    }
    _ = try view(context, context.operations.catalogue())
    let name = try name(context.form)
    let outcome = try context.operations.alterView(code) { view in
      view.name = name
      view.isShared = context.form["shared"] != nil
    }
    return done(outcome, at: Address("views", code))
  }

  private static func view(
    _ context: PageContext, _ catalogue: Catalogue
  ) throws -> SavedView {
    guard let view = catalogue.item(.view, context["view"]).flatMap({ SavedView($0) }),
      view.isShown(to: context.caller.person)
    else {
      throw OperationError.unknownItem(kind: CatalogueKind.view.label, code: context["view"])
    }
    return view
  }

  private static func name(_ form: Query) throws -> String {
    let name = (form["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, name.count <= longestName else {
      throw Failure(422, "视图要有名称，不超过 \(longestName) 个字。", "写一个看得懂的名称，如“新能源开工”。")
    }
    return name
  }

  private static func done(_ outcome: ViewOutcome, at address: Address) -> WebResponse {
    .seeOther(
      address.with(address.query.adding("done", String(outcome.entry?.number ?? 0))))
  }

  /// Describes a saved view, without conditions if it uses names that the catalogue no longer has.
  private static func facts(_ view: SavedView, _ catalogue: Catalogue) -> View {
    let asks = Query(asks: view.asks)
    let state = try? ProjectsQuery(asks, catalogue)
    let conditions = state.map { FilterChips(state: $0).chips.map(\.words) }
    return View([
      "name": view.name, "owner": view.owner, "isShared": view.isShared,
      "href": state == nil ? nil : Address("projects", query: asks),
      "conditions": conditions.map { $0.isEmpty ? "全部项目" : $0.joined(separator: "；") },
      "rendering": state.flatMap { $0.rendering == .table ? nil : $0.rendering.label },
    ])
  }
}
