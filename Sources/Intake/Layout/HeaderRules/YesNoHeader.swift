import Ledger

/// 是否… asks yes or no: 是否产业项目 is a field, 是否<register> a register, any other no field.
///
/// A header that is nothing but a register's name asks the same.
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
