import Ledger
import Operations
import Storage
import Wording

/// What undoing an entry would do, in groups: the first of each, or all.
struct UndoWords {
  private let plan: UndoPlan
  private let isWhole: Bool

  init(_ plan: UndoPlan, isWhole: Bool) {
    self.plan = plan
    self.isWhole = isWhole
  }

  var lines: [String] {
    var lines = [
      "撤销第 \(plan.entry.number) 号凭证（\(plan.entry.kind.words)，\(ShanghaiCalendar.text(plan.entry.at))，\(plan.entry.actor)）："
    ]
    if plan.revertedItems.isEmpty || !plan.reverted.isEmpty {
      lines.append("  可撤销 \(plan.reverted.count) 个项目")
    }
    lines += shown(plan.reverted) { reverted in
      let what = reverted.change == .remove ? "退回到没有这个项目" : "\(reverted.keys.count) 个值还原"
      return "    \(reverted.project) \(reverted.name)：\(what)"
    }
    if !plan.kept.isEmpty {
      lines.append("  保留 \(plan.kept.count) 处（之后有人改过）")
      lines += shown(plan.kept) {
        "    \($0.project) \($0.name)：\($0.key?.field.label ?? "整个项目")，第 \($0.alteredBy) 号凭证改过"
      }
    }
    if !plan.loosened.isEmpty {
      lines.append("  打包项目随之变动的子项 \(plan.loosened.count) 个")
      lines += shown(plan.loosened) { part in
        let becomes = part.becomes.map { "改属「\($0)」" } ?? "不再是「\(part.package)」的子项"
        return "    \(part.project) \(part.name)：\(becomes)"
      }
    }
    lines += items
    if !plan.impossible.isEmpty {
      lines.append("  无法撤销 \(plan.impossible.count) 个项目（之后已移出或移回）")
    }
    return lines
  }

  /// What happens to the catalogue: 单位「某局」退回到没有, 任务「…」还原.
  private var items: [String] {
    var lines: [String] = []
    if !plan.revertedItems.isEmpty {
      lines.append("  可还原目录 \(plan.revertedItems.count) 条")
      lines += shown(plan.revertedItems) {
        "    \($0.kind.label)「\($0.name)」：\($0.isWithdrawn ? "退回到没有这一条" : "还原")"
      }
    }
    if !plan.keptItems.isEmpty {
      lines.append("  保留目录 \(plan.keptItems.count) 条")
      lines += shown(plan.keptItems) { kept in
        switch kept.reason {
        case .altered(let entry): "    \(kept.kind.label)「\(kept.name)」：第 \(entry) 号凭证改过"
        case .inUse: "    \(kept.kind.label)「\(kept.name)」：有项目在用"
        }
      }
    }
    return lines
  }

  /// A line for each part of a group; for a long one the number of those not shown.
  private func shown<Part>(_ parts: [Part], _ line: (Part) -> String) -> [String] {
    let limit = isWhole ? parts.count : 10
    let more = parts.count - limit
    return parts.prefix(limit).map(line) + (more > 0 ? ["    另有 \(more) 个没有列出，加 --all 全部列出"] : [])
  }
}
