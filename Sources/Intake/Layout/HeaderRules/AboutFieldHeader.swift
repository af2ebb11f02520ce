import Ledger

/// A label about a field is not the field: 竣工时间变更原因, 总投资备注, 原总投资, 开工时间是否滞后.
///
/// Exceptions are labels that the catalogue has as a whole (资金来源, 项目级别) and labels of two things
/// (存在问题及原因).
enum AboutFieldHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let (leaf, words) = (path.leaf, path.words)
    guard let field = field(leaf, words), !leaf.containsAny(words[.wordAnd]),
      SynonymHeader.synonym(of: path.labels, in: reader.lexicon) == nil,
      path.labels.last.flatMap(reader.lexicon.series) == nil
    else { return nil }
    // 竣工时间变更原因 is about 竣工时间变更, which has no field either.
    return reader.known(path.labels.dropLast() + [HeaderLabel(field)]).map { _ in .unmapped }
  }

  /// The field label that a label is about; nil if it is about none.
  private static func field(_ leaf: String, _ words: HeaderWords) -> String? {
    func some(_ text: some StringProtocol) -> String? { text.isEmpty ? nil : String(text) }
    if let ending = words[.otherAbout].first(where: leaf.hasSuffix) {
      return some(leaf.dropLast(ending.count))
    }
    // 应 in 应完成投资 and in 2026年应完成投资.
    for lead in words[.otherBefore] {
      guard let found = leaf.firstRange(of: lead) else { continue }
      let time = leaf[..<found.lowerBound]
      if time.isEmpty || HeaderPeriod.isPeriodOnly(HeaderLabel(String(time))) {
        return some(time + leaf[found.upperBound...])
      }
    }
    return words[.wordWhether].lazy.compactMap { leaf.firstRange(of: $0) }.first.flatMap {
      some(leaf[..<$0.lowerBound])
    }
  }
}
