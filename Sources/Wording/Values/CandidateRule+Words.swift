package import Ledger

extension CandidateRule {
  /// The rule in force, in words: 总投资、预计年产值或合同投资额在100亿元以上的列为候选，清单列入的为候选.
  package var sentence: String {
    let groups = Dictionary(grouping: clauses, by: \.least).sorted { $0.key > $1.key }
    let words = groups.map { least, clauses in
      let labels = clauses.map(\.field.label)
      let either =
        labels.count < 2
        ? labels.joined()
        : labels.dropLast().joined(separator: "、") + "或" + labels[labels.count - 1]
      return "\(either)在\(least.text(in: .yiYuan))亿元以上"
    }
    return (words.isEmpty ? "" : words.joined(separator: "，或") + "的列为候选，")
      + "清单列入的为候选；认定须有文件和经办人"
  }
}
