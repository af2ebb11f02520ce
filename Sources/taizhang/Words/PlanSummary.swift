import Intake
import Ledger
import Matching
import Operations
import Wording

/// An import's plan as text: what was recognised, what would change, what is wrong.
struct PlanSummary {
  private let prepared: PreparedImport
  /// The maximum number of lines shown for each part.
  private let limit = 20

  init(_ prepared: PreparedImport) { self.prepared = prepared }

  var hasErrors: Bool { prepared.plan.list.findings.contains { $0.severity == .error } }

  var lines: [String] {
    let layouts = LayoutSummary(prepared).lines
    let plan = [older, counts, sides] + changes + asks + unusualStages + reviews + notInFile
    return ([heading] + layouts + plan + findings + [closing]).filter { !$0.isEmpty }
  }

  private var unusualStages: [String] {
    let steps = prepared.plan.unusualStages(prepared.catalogue)
    if steps.isEmpty { return [] }
    let lines = steps.prefix(limit).map { step in
      "    第 \(step.row) 行「\(step.project.name)」：\(step.step.from?.name ?? "") → \(step.step.to.name)"
        + (step.step.kind == .back ? "，倒退" : "，跳步")
    }
    return ["  阶段跳步或倒退 \(steps.count) 项，请核对："] + lines
  }

  private var heading: String {
    let list = prepared.plan.list
    var words = "■ \(prepared.file.name)：清单年度 \(list.year) 年"
    if let month = list.asOfMonth { words += "，截至 \(month) 月" }
    words +=
      prepared.proposedSender.map { "，报送单位未注明（暂按文件名“\($0)”区分，加 --sender 单位 注明）" }
      ?? "，报送单位 \(prepared.plan.sender)"
    let likely = prepared.likelySenders
    if !likely.isEmpty {
      words += "；版式与「\(likely.joined(separator: "」「"))」报过的一样，若是其所报，加 --sender 单位"
    }
    return words
  }

  /// A note that a list of an earlier month changes no current value.
  private var older: String {
    guard let newest = prepared.plan.voice.olderThan, let month = prepared.plan.voice.month else {
      return ""
    }
    return "  " + month.wordsOfOlderList(than: newest)
  }

  // MARK: What would change

  private var counts: String {
    let plan = prepared.plan
    return "  新增 \(plan.count(.new)) 项，变更 \(plan.count(.changed)) 项，不变 \(plan.count(.unchanged)) 项，"
      + "待核 \(plan.count(.review)) 行，不能导入 \(plan.count(.rejected)) 行"
  }

  private var changes: [String] {
    let changed = prepared.plan.differing.filter {
      !$0.changes.isEmpty || !$0.conflicts.isEmpty || !$0.asides.isEmpty
    }
    guard !changed.isEmpty else { return [] }
    let lines = changed.prefix(limit).flatMap { row -> [String] in
      let name = row.known?.name ?? ""
      return row.changes.map { change in
        "    第 \(row.row.number) 行 \(TextTable.cut(name, to: 36))：\(change.key.field.label)"
          + (change.key.period.map { "[\($0.text)]" } ?? "")
          + " \(words(change.before, change.key)) → \(words(change.after, change.key))"
      }
        + row.conflicts.map { conflict in
          "    第 \(row.row.number) 行 \(TextTable.cut(name, to: 36))：\(conflict.key.field.label) "
            + "\(ground(conflict))，台账 "
            + "\(words(conflict.ledger, conflict.key))\(whoAndWhen(conflict, row))、清单 "
            + "\(words(conflict.list, conflict.key))，\(outcome(conflict))"
        }
        + row.asides.map { aside in
          "    第 \(row.row.number) 行 \(TextTable.cut(name, to: 36))：\(aside.key.field.label)"
            + (aside.key.period.map { "[\($0.text)]" } ?? "") + " "
            + aside.reason.words(
              key: aside.key, list: aside.list, ledger: aside.ledger, senders: aside.senders,
              month: aside.month, prepared.catalogue)
        }
    }
    return ["  变更和待核的值："] + lines + more(changed.count)
  }

  /// Why the ledger's value is kept.
  private func ground(_ conflict: PlannedRow.Conflict) -> String {
    guard case .senders(let senders) = conflict.against else { return "两边都改过" }
    let owners = prepared.catalogue.authority.group(of: conflict.key)?.words(prepared.catalogue)
    return "与\(senders.map(\.speakerWords).joined(separator: "、"))所报不同"
      + (owners.map { "（\($0)）" } ?? "")
  }

  /// （王某 2026-03-31 09:30:00，凭证第 12 号）: who brought the ledger's value.
  private func whoAndWhen(_ conflict: PlannedRow.Conflict, _ row: PlannedRow) -> String {
    guard let known = row.known, let entry = prepared.alterations[known.id]?[conflict.key] else {
      return ""
    }
    return "（\(entry.actor) \(ShanghaiCalendar.text(entry.at))，凭证第 \(entry.number) 号）"
  }

  private func outcome(_ conflict: PlannedRow.Conflict) -> String {
    switch conflict.settlement {
    case .list: "按认定采用清单"
    case .hand: "按认定保留台账"
    case .other(let value): "按认定改为 \(words(value, conflict.key))"
    case nil: "暂保留台账"
    }
  }

  /// The numbers of values where list and ledger differ or came to agree, in one line.
  private var sides: String {
    let rows = prepared.plan.differing
    let conflicts = rows.reduce(0) { $0 + $1.conflicts.count { !$0.isDifference } }
    let differences = rows.reduce(0) { $0 + $1.conflicts.count(where: \.isDifference) }
    func asides(_ reason: Aside.Reason) -> Int {
      rows.reduce(0) { $0 + $1.asides.count { $0.reason == reason } }
    }
    let outdated = asides(.outdated)
    let (equals, blanks) = (asides(.equals), asides(.blank))
    let kept = rows.reduce(0) { $0 + $1.kept.count }
    let agreed = rows.reduce(0) { $0 + $1.agreed.count }
    if conflicts + kept + agreed + differences + outdated + equals + blanks == 0 { return "" }
    return "  两边都改过 \(conflicts) 处，清单照旧、台账现值保留 \(kept) 处，清单已改成台账现值 \(agreed) 处"
      + (differences > 0 ? "，与归口单位所报不同 \(differences) 处" : "")
      + (outdated > 0 ? "，别的单位报的月份更晚 \(outdated) 处" : "")
      + (equals > 0 ? "，与名次相同的单位所报不同、以后到的为准 \(equals) 处" : "")
      + (blanks > 0 ? "，空格要求清空而该单位没有报过、不清 \(blanks) 处" : "")
  }

  private var asks: [String] {
    let asks = prepared.plan.list.asks
    guard !asks.isEmpty else { return [] }
    let lines = asks.prefix(limit).map { ask in
      let fields = ask.fields.map(\.label).joined(separator: "、")
      let nearest = ask.nearest.isEmpty ? "" : " → 是否“\(ask.nearest.joined(separator: "”“"))”？"
      return "    “\(ask.text)”：\(fields) \(ask.places.count) 处\(nearest)"
    }
    return ["  要认定的用语 \(asks.count) 个（--asks 文件 生成待填的认定文件，--decide 文件 交回）："] + lines
      + more(asks.count)
  }

  private var reviews: [String] {
    let rows = prepared.plan.rows(.review)
    guard !rows.isEmpty else { return [] }
    let lines = rows.prefix(limit).map { row in
      let name = TextTable.cut(row.row.text(.name) ?? "", to: 40)
      return "    第 \(row.row.number) 行 \(name)：\(row.reviewWords)"
    }
    return ["  待核（未写入；--asks 文件 生成待填的认定文件，--decide 文件 交回）："] + lines + more(rows.count)
  }

  private var notInFile: [String] {
    let missing = prepared.plan.notInFile
    guard !missing.isEmpty else { return [] }
    let names = missing.prefix(5).map { "「\(TextTable.cut($0.name, to: 30))」" }.joined()
    return ["  该单位以前报过、这次没有的 \(missing.count) 项（保留不动）：\(names)\(missing.count > 5 ? "…" : "")"]
  }

  private func more(_ count: Int) -> [String] {
    count > limit ? ["    … 共 \(count) 行，还有 \(count - limit) 行用 --json 查看"] : []
  }

  private func words(_ value: Value?, _ key: FieldKey) -> String {
    guard let value else { return "（空）" }
    return TextTable.cut(ValueWords.text(value, field: key.field, prepared.catalogue), to: 40)
  }

  // MARK: What is wrong

  /// Findings of one cause are one line, with their cells.
  private var findings: [String] {
    let findings = prepared.plan.list.findings
    guard !findings.isEmpty else { return [] }
    let groups = FindingGroup.groups(of: findings)
    let errors = findings.count { $0.severity == .error }
    var lines = ["  问题 \(findings.count) 处（错误 \(errors)，提醒 \(findings.count - errors)）："]
    lines += groups.prefix(limit).map { "    " + words($0) }
    if groups.count > limit {
      lines.append("    … 共 \(groups.count) 类，还有 \(groups.count - limit) 类用 --json 查看")
    }
    return lines
  }

  /// ✗ 23 处（清单!N5、N8、N9 … N77）：牵头单位“市工信”不在目录中，未导入。 → 是否为“市工业和信息化局”？
  private func words(_ group: FindingGroup) -> String {
    let suggestion =
      group.suggestion(prepared.catalogue)
      + (group.findings[0].code == .listYearUnclear ? Hint.state(.listYear).words : "")
    return (group.severity == .error ? "✗ " : "! ") + group.whereabouts + "："
      + group.sentence(prepared.catalogue) + (suggestion.isEmpty ? "" : " → \(suggestion)")
  }

  private var closing: String { "  方案指纹 \(prepared.fingerprint)（台账第 \(prepared.plan.revision) 版）" }
}
