import Ledger
import Wording

/// One line about an entry: when, who, what kind, from which file, with which counts.
enum EntryWords {
  static func view(_ entry: Entry) -> View {
    View([
      "number": entry.number, "entryHref": Address("entries", String(entry.number)),
      "when": String(ShanghaiCalendar.text(entry.at).prefix(16)), "who": entry.actor,
      "kind": entry.kind.words, "file": entry.source?.fileName,
      "sender": entry.source.flatMap { $0.sender.isEmpty ? nil : $0.sender },
      "reason": entry.reason, "undoes": entry.undoes.map { String($0) },
      "counts": counts(entry.counts),
    ])
  }

  /// Returns the counts, such as 新增 37 项，变更 112 项; nil if no project changed.
  static func counts(_ counts: Entry.Counts) -> String? {
    let words = [
      ("新增", counts.created), ("变更", counts.updated), ("删除", counts.removed),
      ("不变", counts.unchanged),
    ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1) 项" }
    return words.isEmpty ? nil : words.joined(separator: "，")
  }
}
