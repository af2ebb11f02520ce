import Ledger
import Operations
import Storage
import Wording

/// 撤销: what it would do, in three groups, and then the act.
enum UndoPage {
  private static let most = 100

  static func show(_ context: PageContext) throws -> WebResponse {
    let plan = try context.desk.undoPlan(of: try EntryPage.number(context))
    let goes =
      plan.reverted.prefix(most).map { reverted in
        line(
          reverted.project, reverted.name,
          reverted.change == .remove ? "退回到没有这个项目" : "\(reverted.keys.count) 个值还原")
      }
      + plan.revertedItems.prefix(most).map {
        line(nil, "\($0.kind.label)「\($0.name)」", $0.isWithdrawn ? "退回到没有这一条" : "还原")
      }
      + plan.loosened.prefix(most).map { part in
        line(
          part.project, part.name,
          part.becomes.map { "改属「\($0)」" } ?? "不再是「\(part.package)」的子项")
      }
    let stays =
      plan.kept.prefix(most).map { kept in
        line(
          kept.project, kept.name,
          "\(kept.key.map { $0.field.label } ?? "整个项目")：第 \(kept.alteredBy) 号凭证改过")
      }
      + plan.keptItems.prefix(most).map { kept in
        switch kept.reason {
        case .altered(let entry):
          line(nil, "\(kept.kind.label)「\(kept.name)」", "第 \(entry) 号凭证改过")
        case .inUse: line(nil, "\(kept.kind.label)「\(kept.name)」", "有项目在用")
        }
      }
    let count = plan.reverted.count + plan.revertedItems.count
    return try context.page(
      Page(
        "undo", title: "撤销第 \(plan.entry.number) 号凭证", in: .entries,
        View([
          "act": EntryWords.view(plan.entry),
          "groups": [
            group("可撤销", count, goes),
            group("保留（之后有人改过）", plan.kept.count + plan.keptItems.count, stays),
            group(
              "无法撤销（之后已移出或移回）", plan.impossible.count,
              plan.impossible.prefix(most).map { line($0.project, "项目 \($0.project)", "") }),
          ],
          "undoHref": Address("entries", String(plan.entry.number), "undo"),
          "undoLabel": count > 0 || plan.altersQueue
            ? "撤销第 \(plan.entry.number) 号凭证：还原 \(count) 处，保留 \(plan.kept.count) 处" : nil,
        ])))
  }

  static func act(_ context: PageContext) throws -> WebResponse {
    let plan = try context.desk.undoPlan(of: try EntryPage.number(context))
    let entry = try context.desk.undo(plan, reason: context.form["reason"])
    return .seeOther(
      Address("entries", String(entry.number), query: ["done": String(entry.number)]))
  }

  private static func group(_ title: String, _ count: Int, _ lines: [View]) -> View {
    View(["title": title, "count": count, "lines": lines, "hasMore": count > lines.count])
  }

  private static func line(_ project: ProjectID?, _ name: String, _ what: String) -> View {
    View(["name": name, "what": what, "href": project.map { Address.project($0) }])
  }
}
