import Ledger
import Operations
import Storage
import Wording

/// 拆分: adds and removes the parts of a package; totals count either the package or its parts.
enum PartsPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let view = try context.project(for: .edit)
    let related = try context.operations.related(to: view.project)
    return try context.page(
      Page(
        "parts", title: "拆分", in: .projects,
        View([
          "name": view.project.record.text(.name) ?? "（未命名）",
          "back": Address.project(view.project.id),
          "action": Address("projects", String(view.project.id), "parts"),
          "whole": view.project.record.text(.package),
          "wholeHref": related.package.map { Address.project($0.id) },
          "total": related.parts.count,
          "parts": related.parts.map { part in
            View(["part": part.name, "id": part.id, "href": Address.project(part.id)])
          },
        ])))
  }

  static func act(_ context: PageContext) throws -> WebResponse {
    let view = try context.project(for: .edit)
    let package = String(view.project.id)
    let parts = (context.form["parts"] ?? "").split { " ,，、;；\n\t".contains($0) }.map(String.init)
    let outcome: SplitOutcome
    switch context.form["do"] {
    case "out" where context.form["part"] != nil:
      outcome = try context.operations.unsplit(
        package, parts: context.form.all("part"), reason: context.form["reason"])
    case "in" where !parts.isEmpty:
      outcome = try context.operations.split(package, into: parts, reason: context.form["reason"])
    default: throw Failure(422, "没有写哪些项目是子项。", "写子项的编号，几个之间用空格或顿号隔开。")
    }
    return .seeOther(
      Address(
        "projects", package, "parts", query: ["done": String(outcome.entry?.number ?? 0)]))
  }
}
