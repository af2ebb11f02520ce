import Foundation
import Ledger
import Operations
import Storage
import Wording

/// 撤销: previews the effect of an undo, in three groups.
enum UndoPage {
  private static let mostLines = 200

  static func show(_ context: PageContext) throws -> WebResponse {
    let plan = try context.operations.undoPlan(of: try context.entryNumber)
    let entry = plan.entry
    return try context.page(
      Page(
        "undo", title: "撤销第 \(entry.number) 号凭证", in: .entries,
        View([
          "number": entry.number, "kind": entry.kind.words, "file": entry.source?.fileName,
          "who": entry.actor, "when": ShanghaiCalendar.text(entry.at),
          "entryHref": Address("entries", String(entry.number)),
          "undoAct": Address("entries", String(entry.number), "undo"), "effect": effect(of: plan),
          "reverted": group(plan.reverted.count, plan.reverted.map(line) + items(plan)),
          "stays": group(
            plan.kept.count + plan.keptItems.count, plan.kept.map(line) + keptItems(plan)),
          "impossible": group(
            plan.impossible.count,
            plan.impossible.map { (String($0.project), .project($0.project)) }),
          "loosened": plan.loosened.map { part in
            View([
              "line": "\(part.name)："
                + (part.becomes.map { "改属“\($0)”" } ?? "不再是“\(part.package)”的子项")
            ])
          },
          "isEmpty": plan.reverted.isEmpty && plan.revertedItems.isEmpty && !plan.altersQueue,
          "button": "撤销：\(plan.reverted.count) 个项目还原"
            + (plan.kept.isEmpty ? "" : "，\(plan.kept.count) 处保留"),
        ])))
  }

  /// The counts of the previewed effect. The form sends them back, so an undo with a different effect is refused.
  private static func effect(of plan: UndoPlan) -> String {
    [
      plan.reverted.count, plan.reverted.reduce(0) { $0 + $1.keys.count }, plan.kept.count,
      plan.impossible.count, plan.revertedItems.count, plan.keptItems.count,
    ].map(String.init).joined(separator: "-")
  }

  private typealias Line = (text: String, address: Address?)

  private static func group(_ count: Int, _ lines: [Line]) -> View {
    View([
      "count": count, "isEmpty": lines.isEmpty,
      "lines": lines.prefix(mostLines).map { View(["text": $0.text, "href": $0.address]) },
      "more": lines.count > mostLines ? lines.count - mostLines : nil,
    ])
  }

  private static func line(_ reverted: UndoPlan.Reverted) -> Line {
    let what = reverted.change == .remove ? "退回到没有这个项目" : "\(reverted.keys.count) 个值还原"
    return ("\(reverted.name)：\(what)", .project(reverted.project))
  }

  private static func line(_ kept: UndoPlan.Kept) -> Line {
    (
      "\(kept.name)：\(kept.key?.field.label ?? "整个项目")，第 \(kept.alteredBy) 号凭证改过",
      Address("entries", String(kept.alteredBy))
    )
  }

  private static func items(_ plan: UndoPlan) -> [Line] {
    plan.revertedItems.map {
      ("\($0.kind.label)“\($0.name)”：\($0.isWithdrawn ? "退回到没有这一条" : "还原")", nil)
    }
  }

  private static func keptItems(_ plan: UndoPlan) -> [Line] {
    plan.keptItems.map { kept in
      switch kept.reason {
      case .altered(let entry): ("\(kept.kind.label)“\(kept.name)”：第 \(entry) 号凭证改过", nil)
      case .inUse: ("\(kept.kind.label)“\(kept.name)”：有项目在用", nil)
      }
    }
  }

  /// Undoes the entry; refused if the effect is no longer the previewed one.
  static func act(_ context: PageContext) throws -> WebResponse {
    let number = try context.entryNumber
    let plan = try context.operations.undoPlan(of: number)
    guard context.form["effect"] == effect(of: plan) else {
      throw Failure(409, "你看过之后台账又动了，没有撤销。", "回到撤销页再看一遍。")
    }
    let entry = try context.operations.undo(plan, reason: context.form["reason"])
    return .seeOther(
      Address("entries", String(entry.number), query: ["done": String(entry.number)]))
  }
}
