import Ledger
import Matching
import Operations
import Storage
import Wording

/// Possible duplicates as text.
struct DuplicateWords {
  private let queue: [QueuedDuplicate]
  private let limit: Int

  init(_ queue: [QueuedDuplicate], limit: Int) {
    self.queue = queue
    self.limit = limit
  }

  var lines: [String] {
    if queue.isEmpty { return ["没有需要认定的重复项目。"] }
    var lines = ["可能重复 \(queue.count) 对："]
    for queued in queue.prefix(limit) {
      let duplicate = queued.duplicate
      lines.append("")
      lines.append(
        "\(duplicate.likeness.score) 分  \(heading(duplicate))\(queued.isPutOff ? "（已搁置）" : "")")
      lines += [duplicate.one, duplicate.other].map(Self.words)
      lines.append("  " + duplicate.likeness.signs.map(\.words).joined(separator: "，"))
    }
    if queue.count > limit { lines += ["", "还有 \(queue.count - limit) 对，用 --limit 查看。"] }
    return lines
  }

  private func heading(_ duplicate: PossibleDuplicate) -> String {
    let reason = duplicate.judgement.reason.words
    return duplicate.judgement.verdict == .same ? "应是同一个：\(reason)" : "请认定：\(reason)"
  }

  private static func words(_ project: KnownProject) -> String {
    let facts = [
      project.code, project.owner, project.investment.map { $0.wanYuan + " 万元" },
    ].compactMap { $0 }
    return "  \(project.id)  \(project.name)"
      + (facts.isEmpty ? "" : "（\(facts.joined(separator: "，"))）")
  }
}

/// What a merge would do.
struct MergeWords {
  private let prepared: PreparedMerge

  init(_ prepared: PreparedMerge) { self.prepared = prepared }

  var lines: [String] {
    let plan = prepared.plan
    var lines = [
      "项目 \(plan.merge.project)「\(plan.name)」并入项目 \(plan.merge.into)「\(plan.nameThatStays)」",
      "  \(prepared.judgement.words)",
    ]
    if !plan.taken.isEmpty { lines.append("  补入 \(plan.taken.count) 个值") }
    lines += plan.taken.map { change in
      "    \(label(change.key))：\(words(change.before, change.key)) → \(words(change.after, change.key))"
    }
    if !plan.dropped.isEmpty {
      lines.append("  两边不同，保留项目 \(plan.merge.into) 的值（以另一边为准请加 --take 字段）")
    }
    lines += plan.dropped.map { dropped in
      "    \(label(dropped.key))：保留 \(words(dropped.kept, dropped.key))，放下 \(words(dropped.value, dropped.key))"
    }
    if !plan.waiting.isEmpty {
      lines.append("  各方不一、待核的 \(plan.waiting.count) 处随之归项目 \(plan.merge.into)，仍待核")
    }
    if !plan.parts.isEmpty {
      let parts = plan.parts.map { String($0) }.joined(separator: "、")
      lines.append("  子项 \(parts) 随之归入项目 \(plan.merge.into)")
    }
    return lines
  }

  private func label(_ key: FieldKey) -> String { ValueWords.label(key, prepared.catalogue) }

  private func words(_ value: Value?, _ key: FieldKey) -> String {
    value.map { ValueWords.text($0, field: key.field, prepared.catalogue) } ?? "（空）"
  }
}
