import Ledger

/// 是否… is a yes/no column: 是否产业项目 is a field, 是否<register> a register, any other has no field.
///
/// A header that is just a register's name is also a yes/no column.
enum YesNoHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let (leaf, words) = (path.leaf, path.words)
    guard let lead = words[.wordWhether].first(where: { leaf.hasPrefix($0) }) else {
      guard let label = path.labels.last, leaf.count >= 3, leaf.endsWithAny(words[.wordProject]),
        reader.lexicon.meaning(of: label) == nil
      else { return nil }
      return register(leaf, reader)
    }
    let question = leaf.dropFirst(lead.count).trimmingPrefixes(of: words[.wordBelongs])
    if reader.lexicon.meaning(ofText: leaf) == .field(.isIndustrial) {
      return .field(.isIndustrial)
    }
    if question.beginsWithAny(words[.isIndustrialWord]) { return .field(.isIndustrial) }
    return register(question, reader) ?? .unmapped
  }

  private static func register(_ text: String, _ reader: HeaderReader) -> ColumnMeaning? {
    if case .item(let code) = reader.catalogue.resolveRegister(text) { return .register(code) }
    return nil
  }
}
