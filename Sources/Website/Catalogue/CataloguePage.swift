import Ledger
import Operations
import Wording

/// 目录: the items of the catalogue by kind; each change is an entry with a reason.
enum CataloguePage {
  static func index(_ context: PageContext) throws -> WebResponse {
    let catalogue = try context.operations.catalogueWithHeaders()
    return try context.page(
      Page(
        "catalogue", title: "目录", in: nil,
        View([
          "kinds": CatalogueKind.allCases.map { kind in
            View([
              "kind": kind.label,
              "count": catalogue.items(of: kind, shownTo: context.caller.person).count,
              "href": Address("catalogue", kind.rawValue),
            ])
          }
        ])))
  }

  static func kind(_ context: PageContext) throws -> WebResponse {
    let kind = try kindNamed(context)
    let catalogue = try context.operations.catalogueWithHeaders()
    let items = catalogue.items(of: kind, shownTo: context.caller.person)
    return try context.page(
      Page(
        "cataloguekind", title: kind.label, in: nil,
        View([
          "kind": kind.label, "total": items.count,
          "items": items.map { item in
            View([
              "name": item.name,
              "href": Address("catalogue", kind.rawValue, item.code),
              "aliases": item.aliases.map(\.text).joined(separator: "、"),
            ])
          },
        ])))
  }

  static func item(_ context: PageContext) throws -> WebResponse {
    let kind = try kindNamed(context)
    let catalogue = try context.operations.catalogueWithHeaders()
    let items = catalogue.items(of: kind, shownTo: context.caller.person)
    guard let item = items.first(where: { $0.code == context["code"] }) else {
      throw Failure.nowhere
    }
    return try context.page(
      Page(
        "catalogueitem", title: item.name, in: nil,
        View([
          "name": item.name, "kind": kind.label, "code": item.code,
          "kindHref": Address("catalogue", kind.rawValue),
          "aliases": item.aliases.map { alias in
            View([
              "alias": alias.text, "from": alias.validFrom.map { $0.text },
              "until": alias.validUntil.map { $0.text },
            ])
          },
          "attributes": AttributeWords.readableLines(item.attributes, catalogue).map {
            View(["line": $0])
          },
          "isSetting": kind == .setting,
          "fields": kind == .setting ? SettingFields.views(of: item, catalogue) : [],
          "keys": SettingFields.paths(of: kind, catalogue).map {
            View(["path": $0.joined(separator: "."), "label": SettingWords.label($0)])
          },
          "action": Address("catalogue", kind.rawValue, item.code),
          "isSetHere": kind != .view,
          // Kinds that are changed by an act of their own need that act's right too.
          "maySettings": context.permissions.have(.settings)
            && context.permissions.have(kind.right),
          "steps": ItemHistory.views(
            of: try context.operations.history(of: kind, item.code), catalogue),
        ])))
  }

  /// Changes a name, an alias or an attribute.
  static func set(_ context: PageContext) throws -> WebResponse {
    let kind = try kindNamed(context)
    guard let path = context.form["path"] else {
      throw Failure(422, "没有写要改什么。", "写名称、别名或属性的路径。")
    }
    let outcome = try context.operations.setItem(
      kind, code: context["code"], isNew: false, [(path: path, text: context.form["text"] ?? "")],
      reason: context.form["reason"])
    return .seeOther(
      Address(
        "catalogue", kind.rawValue, outcome.item.code,
        query: ["done": String(outcome.entry.number)]))
  }

  private static func kindNamed(_ context: PageContext) throws -> CatalogueKind {
    guard let kind = CatalogueKind(rawValue: context["kind"]) else { throw Failure.nowhere }
    return kind
  }
}
