import Ledger

/// The catalogue's synonyms: the whole path first, then the leaf with its heading, then the leaf.
///
/// A text below the heading of a year or a month belongs to that time and has no field.
enum SynonymHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    guard let found = synonym(of: path.labels, in: reader.lexicon) else { return nil }
    switch found {
    case .field(.fixedInvestment) where path.isBelowSeries: return .unmapped
    case .field(let field) where field.kind == .text && path.isBelowPeriod && !isNaming(field):
      return .unmapped
    case .field(.startActual) where path.isPlanned: return .field(.startPlanned)
    case .field(.finishActual) where path.isPlanned: return .field(.finishPlanned)
    default: return found
    }
  }

  /// The catalogue's meaning of labels from top to leaf.
  static func synonym(of labels: [HeaderLabel], in lexicon: HeaderLexicon) -> ColumnMeaning? {
    guard let leaf = labels.last else { return nil }
    let heading = labels.dropLast().last?.bare ?? ""
    // A hint that is part of the catalogue's label is tried before it is dropped: 联系人（电话）.
    let hinted = leaf.text == leaf.bare ? nil : lexicon.meaning(ofText: leaf.text)
    return hinted ?? lexicon.meaning(ofText: labels.map(\.bare).joined())
      ?? lexicon.meaning(ofText: heading + leaf.bare)
      ?? lexicon.meaning(of: leaf)
      ?? variants(of: leaf.bare, lexicon.words).lazy
      .compactMap { lexicon.meaning(ofText: $0) }.first
  }

  /// Other forms of a leaf to look up: 资金来源 for 项目资金来源, 重点产业链 for 重点产业链名称, 计划建成投产时间 for
  /// 预计建成投产时间, 建设周期 for 计划建设周期.
  private static func variants(of leaf: String, _ words: HeaderWords) -> [String] {
    var variants = [leaf.trimmingPrefixes(of: words[.namePrefix])]
    for name in words[.wordName]
    where leaf.hasSuffix(name) && !leaf.endsWithAny(words[.nameEnding]) {
      variants.append(String(leaf.dropLast(name.count)))
    }
    for plan in words[.wordPlanned] where leaf.hasPrefix(plan) {
      let event = String(leaf.dropFirst(plan.count))
      variants += words[.wordPlanned].map { $0 + event }
      if event.endsWithAny(words[.dateDuration]) { variants.append(event) }
    }
    return variants
  }

  /// Whether a field identifies the project; such columns may be below any heading.
  private static func isNaming(_ field: Field) -> Bool {
    field == .name || field == .code || field == .localNumber
  }
}
