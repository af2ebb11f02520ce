import Ledger

/// 项目名称（项目代码） and 项目名称及建设内容: two fields in one column, separated cell by cell.
enum NamePairHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    guard let leaf = path.labels.last, mayBe(leaf, path.words),
      let (first, second) = parts(of: leaf.text, path.words)
    else { return nil }
    func isName(_ part: String) -> Bool {
      let label = HeaderLabel(part)
      return TextHeader.isName(label, below: nil, path.words)
        || reader.lexicon.meaning(of: label) == .field(.name)
    }
    if isName(first) {
      if isCode(second, reader) { return .nameAndCode }
      if second.endsWithAny(path.words[.contentEnding]) { return .nameAndContent }
      return reader.lexicon.isField(HeaderLabel(second)) ? .field(.name) : nil
    }
    return isName(second) && isCode(first, reader) ? .nameAndCode : nil
  }

  /// Whether a label may have two parts.
  static func mayBe(_ leaf: HeaderLabel, _ words: HeaderWords) -> Bool {
    leaf.text.contains("(") || leaf.text.containsAny(words[.wordAnd])
  }

  /// The texts before and inside a bracket, or on both sides of 及.
  private static func parts(of text: String, _ words: HeaderWords) -> (String, String)? {
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return (String(text[..<open]), String(text[text.index(after: open)..<close]))
    }
    return PairHeader.parts(of: text, words)
  }

  private static func isCode(_ text: String, _ reader: HeaderReader) -> Bool {
    text.endsWithAny(reader.lexicon.words[.codeEnding])
      || reader.lexicon.meaning(of: HeaderLabel(text)) == .field(.code)
  }
}

/// 建设地点及规模: a column of two fields that cells do not separate; it gets the first field.
enum PairHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    guard let leaf = path.labels.last, let (first, second) = parts(of: leaf.bare, path.words),
      !path.isBelowPeriod
    else { return nil }
    let meanings = [first, second].map { part in
      reader.lexicon.meaning(of: HeaderLabel(part))
        ?? TextHeader.describes(part, path.words).map { .field($0) }
    }
    guard case .field(let field) = meanings[0], let other = meanings[1], other != meanings[0],
      other != .unmapped
    else { return nil }
    return .field(field)
  }

  /// The two sides of a mark that joins fields; nil if there is none, or several.
  static func parts(of text: String, _ words: HeaderWords) -> (String, String)? {
    let joined = words[.wordAnd].reduce(text) { $0.replacing($1, with: "\0") }
    let parts = joined.split(separator: "\0", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count > 1, parts[1].count > 1 else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}
