import Ledger

/// A label that says something about a field is not the field: 竣工时间变更原因, 总投资备注, 原总投资,
/// 开工时间是否滞后.
///
/// What the catalogue calls a label as it stands (资金来源, 项目级别) is none of these, nor is one of two things
/// (存在问题及原因).
enum AboutFieldHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let (leaf, words) = (path.leaf, path.words)
    guard let field = field(leaf, words), !leaf.containsAny(words[.wordAnd]),
      SynonymHeader.synonym(of: path.labels, in: reader.lexicon) == nil,
      path.labels.last.flatMap(reader.lexicon.series) == nil
    else { return nil }
    let meaning = reader.known(path.labels.dropLast() + [HeaderLabel(field)])
    return meaning == nil || meaning == .unmapped ? nil : .unmapped
  }

  /// The label of what a label is about; nil where its words are about nothing else.
  private static func field(_ leaf: String, _ words: HeaderWords) -> String? {
    func some(_ text: some StringProtocol) -> String? { text.isEmpty ? nil : String(text) }
    if let ending = words[.otherAbout].first(where: leaf.hasSuffix) {
      return some(leaf.dropLast(ending.count))
    }
    if let lead = words[.otherBefore].first(where: leaf.hasPrefix) {
      return some(leaf.dropFirst(lead.count))
    }
    return words[.wordWhether].lazy.compactMap { leaf.firstRange(of: $0) }.first.flatMap {
      some(leaf[..<$0.lowerBound])
    }
  }
}
