import Intake
import Ledger
import Matching
import Operations
import Storage
import Wording

/// The result of a refresh for one file.
struct RefreshWords {
  let text: String
  let isRefused: Bool
  let hasErrors: Bool

  init(_ step: RefreshStep) {
    var isRefused = false
    var hasErrors = false
    switch step.outcome {
    case .known: text = "  已读过：\(step.name)"
    case .imported(let entry, let prepared):
      let plan = prepared.plan
      hasErrors = PlanSummary(prepared).hasErrors
      text =
        "  已读入：\(step.name)（凭证第 \(entry.number) 号）新增 \(plan.count(.new))，变更 \(plan.count(.changed))，"
        + "不变 \(plan.count(.unchanged))，待核 \(plan.count(.review))，不能导入 \(plan.count(.rejected))，"
        + "问题 \(plan.list.findings.count) 处"
    case .withoutEffect: text = "  没有新内容：\(step.name)"
    case .refused(let words):
      isRefused = true
      text = "  未读入：\(step.name)：\(words.line)"
    }
    self.isRefused = isRefused
    self.hasErrors = hasErrors
  }
}

/// Entries as a table.
enum EntriesTable {
  /// On a narrow terminal the source is cut first; then 不变, 移出, 经办人 are dropped, in this order.
  static func table(_ entries: [EntrySummary], width: Int = Terminal.width) -> [String] {
    var table = TextTable([
      ("凭证", .right), ("时间", .left), ("经办人", .left), ("类别", .left), ("新增", .right), ("变更", .right),
      ("移出", .right), ("不变", .right), ("待核", .right), ("问题", .right), ("来源与事由", .left),
    ])
    for summary in entries {
      let entry = summary.entry
      let source = [
        entry.source?.fileName, entry.reason, entry.undoes.map { "撤销第 \($0) 号" },
        entry.particulars.merge.map { "\($0.project) 并入 \($0.into)" },
      ]
      let isOfList = entry.source != nil
      table.add([
        String(entry.number), ShanghaiCalendar.text(entry.at), entry.actor, entry.kind.words,
        String(entry.counts.created), String(entry.counts.updated), String(entry.counts.removed),
        String(entry.counts.unchanged), isOfList ? String(summary.review) : "",
        isOfList ? String(summary.findings) : "",
        source.compactMap { $0 }.joined(separator: "；"),
      ])
    }
    return table.lines(within: width, cutting: 10, dropping: [7, 6, 2])
  }
}

/// A project with the origin of every value.
struct ProjectWords {
  private let view: ProjectView
  private let withHistory: Bool

  init(_ view: ProjectView, withHistory: Bool) {
    self.view = view
    self.withHistory = withHistory
  }

  var lines: [String] {
    var table = TextTable([("字段", .left), ("值", .left), ("来源", .left)])
    for entry in view.project.record.entries {
      let value = ValueWords.text(entry.value, field: entry.key.field, view.catalogue)
      table.add([
        ValueWords.label(entry.key, view.catalogue), TextTable.cut(value, to: 60),
        view.origins[entry.key].map { Self.words($0, value: value) } ?? "",
      ])
    }
    let heading = "项目编号 \(view.project.id)（台账第 \(view.project.revision) 版）"
    return [heading] + table.lines + StatementWords.lines(view) + MonthWords.lines(view.months)
      + (withHistory ? history : [])
  }

  /// The origin of a value; the original text is included if it differs from the value.
  static func words(_ origin: Origin, value: String) -> String {
    var words = "凭证 \(origin.entry)"
    if let file = origin.fileName { words += "  \(file)" }
    let place = [origin.sheet, origin.cell].compactMap { $0 }.filter { !$0.isEmpty }
    if !place.isEmpty { words += "  " + place.joined(separator: "!") }
    if origin.isConstant { return words + "  版式指定「\(TextTable.cut(origin.raw ?? "", to: 30))」" }
    if let raw = origin.raw, raw != value { words += "  原文「\(TextTable.cut(raw, to: 30))」" }
    return words
  }

  /// The day an act is about, its supporting document, its reason.
  private static func particulars(of entry: Entry) -> String {
    let parts = [
      entry.particulars.effective.map { "日期 \($0.text)" },
      entry.particulars.evidence.map { "依据「\($0)」" }, entry.reason.map { "事由「\($0)」" },
    ].compactMap { $0 }
    return parts.isEmpty ? "" : "  " + parts.joined(separator: "  ")
  }

  private var history: [String] {
    ["", "变动："]
      + view.history.flatMap { step -> [String] in
        [
          "  第 \(step.entry.number) 号  \(ShanghaiCalendar.text(step.entry.at))  \(step.entry.actor)  \(step.entry.kind.words)"
            + Self.particulars(of: step.entry)
        ]
          + step.change.fields.map { change in
            let before = change.before.map {
              ValueWords.text($0, field: change.key.field, view.catalogue)
            }
            let after = change.after.map {
              ValueWords.text($0, field: change.key.field, view.catalogue)
            }
            return
              "    \(ValueWords.label(change.key, view.catalogue))：\(before ?? "（空）") → \(after ?? "（空）")"
          }
      }
  }
}
