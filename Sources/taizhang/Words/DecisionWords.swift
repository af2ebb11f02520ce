import Ledger
import Operations
import Wording

/// Decisions as text and as JSON.
struct DecisionWords {
  private let decisions: [RecordedDecision]
  private let catalogue: Catalogue

  init(_ decisions: [RecordedDecision], _ catalogue: Catalogue) {
    self.decisions = decisions
    self.catalogue = catalogue
  }

  var table: [String] {
    if decisions.isEmpty { return ["暂无认定记录。"] }
    var table = TextTable([
      ("编号", .right), ("报送单位", .left), ("类别", .left), ("原文", .left), ("认定为", .left), ("来自", .left),
      ("凭证", .right), ("认定人", .left), ("时间", .left),
    ])
    for decision in decisions {
      let words = decision.words(catalogue)
      table.add([
        String(decision.number), decision.sender, words.kind, TextTable.cut(words.text, to: 40),
        words.meaning + (decision.isRevoked ? "（已撤回）" : words.isPromoted ? "（已升为别名）" : ""),
        words.file, String(decision.entry.number), decision.entry.actor,
        ShanghaiCalendar.text(decision.entry.at),
      ])
    }
    return table.lines
  }

  var json: JSON {
    .array(
      decisions.map { decision in
        let words = decision.words(catalogue)
        return .object([
          ("number", .integer(Int64(decision.number))), ("sender", .string(decision.sender)),
          ("kind", .string(words.kind)), ("value", .string(words.text)),
          ("canonical", .string(words.meaning)), ("file", .string(words.file)),
          ("entry", .integer(decision.entry.number)), ("actor", .string(decision.entry.actor)),
          ("at", .string(ShanghaiCalendar.text(decision.entry.at))),
          ("revoked", .bool(decision.isRevoked)), ("promoted", .bool(words.isPromoted)),
        ])
      })
  }
}
