import Ledger

/// 项目名称（项目代码） and 项目名称及建设内容 hold two fields in one column, which each cell tells apart.
enum NamePairHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    guard let leaf = path.labels.last, mayBe(leaf), let (first, second) = parts(of: leaf.text)
    else { return nil }
    func isName(_ part: String) -> Bool {
      let label = HeaderLabel(part)
      return TextHeader.isName(label, below: nil)
        || reader.lexicon.meaning(of: label) == .field(.name)
    }
    if isName(first) {
      if isCode(second, reader) { return .nameAndCode }
      return isContent(second) ? .nameAndContent : nil
    }
    return isName(second) && isCode(first, reader) ? .nameAndCode : nil
  }

  /// Whether a label has two parts at all, one of which may be a name.
  static func mayBe(_ leaf: HeaderLabel) -> Bool {
    leaf.text.contains("名") && leaf.text.contains { PairHeader.marks.contains($0) || $0 == "(" }
  }

  /// What stands in a bracket and before it, or on both sides of 及.
  private static func parts(of text: String) -> (String, String)? {
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return (String(text[..<open]), String(text[text.index(after: open)..<close]))
    }
    return PairHeader.parts(of: text)
  }

  private static func isCode(_ text: String, _ reader: HeaderReader) -> Bool {
    ["代码", "编码", "赋码"].contains { text.hasSuffix($0) }
      || reader.lexicon.meaning(of: HeaderLabel(text)) == .field(.code)
  }

  private static func isContent(_ text: String) -> Bool {
    text.endsWithAny(["内容", "规模", "概况", "简介"])
  }
}

/// 建设地点及规模: a column of two fields that nothing in a cell separates is the first one's.
enum PairHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    guard let leaf = path.labels.last, let (first, second) = parts(of: leaf.bare),
      !path.isBelowPeriod
    else { return nil }
    let meanings = [first, second].map { part in
      reader.lexicon.meaning(of: HeaderLabel(part)) ?? TextHeader.describes(part).map { .field($0) }
    }
    guard case .field(let field) = meanings[0], let other = meanings[1], other != meanings[0],
      other != .unmapped
    else { return nil }
    return .field(field)
  }

  /// The two sides of a mark that joins fields; nil where there is none, or several.
  static func parts(of text: String) -> (String, String)? {
    let parts = text.split(omittingEmptySubsequences: false) { marks.contains($0) }
    guard parts.count == 2, parts[0].count > 1, parts[1].count > 1 else { return nil }
    return (String(parts[0]), String(parts[1]))
  }

  static let marks = "及和与、/+&"
}
