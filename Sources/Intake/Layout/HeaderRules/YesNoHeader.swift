import Ledger

/// 是否… asks yes or no: 是否产业项目 is a field, 是否<register> a register, any other no field.
///
/// A header that is nothing but a register's name asks the same.
enum YesNoHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let leaf = path.leaf
    guard leaf.hasPrefix("是否") else {
      guard let label = path.labels.last, leaf.count >= 3, leaf.hasSuffix("项目"),
        reader.lexicon.meaning(of: label) == nil
      else { return nil }
      return register(leaf, reader)
    }
    var question = String(leaf.dropFirst(2))
    for word in ["列入", "纳入", "属于", "为", "属"] where question.hasPrefix(word) {
      question.removeFirst(word.count)
      break
    }
    if reader.lexicon.meaning(ofText: leaf) == .field(.isIndustrial) {
      return .field(.isIndustrial)
    }
    if question.hasPrefix("产业") { return .field(.isIndustrial) }
    return register(question, reader) ?? .unmapped
  }

  private static func register(_ text: String, _ reader: HeaderReader) -> ColumnMeaning? {
    if case .item(let code) = reader.catalogue.resolveRegister(text) { return .register(code) }
    return nil
  }
}
