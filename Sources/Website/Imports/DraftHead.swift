import Foundation
import Ledger
import Operations

/// The head of every page of an unwritten list: its name, sender, owner, and the current step.
struct DraftHead {
  enum Step: Hashable { case asks, plan, writing }

  let view: View

  init(_ draft: ImportDraft, at step: Step, open: Int?, _ context: PageContext) {
    let number = draft.number
    view = View([
      "draftName": draft.name, "draftNumber": number, "facts": draft.facts,
      "holder": draft.last.person, "touched": draft.last.at.shortText,
      "isForeign": draft.last.person != context.operations.actor,
      "takeOver": Address.draft(number, "take-over"),
      "discard": Address.draft(number, "discard"), "stop": Address.draft(number, "stop"),
      "options": Address.draft(number, "options"),
      "sender": draft.options.sender ?? "", "year": draft.options.year.map { String($0) } ?? "",
      "clear": draft.options.clear.joined(separator: "、"),
      "steps": [
        View([
          "label": "认定", "href": Address.draft(number, "asks"), "current": step == .asks,
          "open": open.flatMap { $0 > 0 ? String($0) : nil },
        ]),
        View([
          "label": "预览", "href": Address.draft(number, "plan"), "current": step == .plan,
          "open": String?.none,
        ]),
        View([
          "label": "写入", "href": Address?.none, "current": step == .writing,
          "open": String?.none,
        ]),
      ],
    ])
  }
}

extension ImportDraft {
  /// The known facts, such as 市工信局 · 2026 年，截至 4 月 · 共 160 行.
  var facts: String {
    var facts = [sender]
    if let outline {
      facts.append("\(outline.year) 年" + (outline.asOfMonth.map { "，截至 \($0) 月" } ?? ""))
      facts.append("共 \(outline.rows.values.reduce(0, +)) 行")
    }
    return facts.joined(separator: " · ")
  }

  /// The sender, or a note that it is unknown.
  var sender: String {
    let stated = outline?.sender ?? options.sender ?? ""
    return stated.isEmpty ? "报送单位未注明" : stated
  }

  /// The state, such as 待认定 用语3 查重2, or 方案 新增0 变更12.
  var stateWords: String {
    func count(_ action: String) -> Int { outline?.rows[action] ?? 0 }
    switch state {
    case .received: return "待读取"
    case .asking:
      let asks = [("用语", outline?.words ?? 0), ("查重", outline?.pairs ?? 0)]
      return "待认定 " + asks.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    case .planned: return "方案 新增 \(count("new")) 变更 \(count("changed"))"
    case .writing: return "正在写入"
    case .written(let entry): return "已写入，第 \(entry) 号凭证"
    case .discarded: return "\(last.person)已放弃"
    }
  }
}

extension Date {
  /// Such as 03-31 09:30. Relative times would be wrong on a page left open or printed.
  var shortText: String { String(ShanghaiCalendar.text(self).dropFirst(5).prefix(11)) }
}
