package import Ledger

extension NamedMatter {
  /// The matter in words: 主体封顶（应于2026年6月30日完成；责任人王工）.
  package func words(of field: Field, _ catalogue: Catalogue) -> String {
    let words = matter.words(of: field, catalogue)
    return words.isEmpty ? name : "\(name)（\(words)）"
  }

  /// The warning at the end of a day: it is late, or an open problem; nil if there is none.
  /// 节点“主体封顶”应于2026年6月30日完成，已逾期21天.
  package func warning(
    of field: Field, on day: PartialDate, _ catalogue: Catalogue
  ) -> String? {
    let late = matter.daysOverdue(on: day)
    guard late != nil || field == .problemLog && matter.isOpen else { return nil }
    let clauses = [
      matter.unit.map { "已移交\(catalogue.name(of: .unit, $0))" },
      matter.due.map { "应于\($0.words)\(field.doneWord)" },
      late.map { "已逾期\($0)天" } ?? "尚未\(field.doneWord)",
    ]
    return "\(field.matterWord)“\(name)”" + clauses.compactMap { $0 }.joined(separator: "，")
  }
}

extension Matter {
  /// Its state in one line: 应于2026年6月30日完成；2026年7月21日完成；责任人王工.
  package func words(of field: Field, _ catalogue: Catalogue) -> String {
    let end = field.doneWord
    let words = [
      raised.map { "\($0.words)提出" }, unit.map { "移交\(catalogue.name(of: .unit, $0))" },
      due.map { "应于\($0.words)\(end)" }, person.map { "责任人\($0)" },
      done.map { "\($0.words)\(end)" },
    ]
    return words.compactMap { $0 }.joined(separator: "；")
  }
}
