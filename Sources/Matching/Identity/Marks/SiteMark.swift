/// A site within a place, named in the name: 花岭片区, 官塘组团.
enum SiteMark {
  static func cut(from text: inout NameText) -> Set<String> { Set(text.cut(match)) }

  private static let forms = NameWords(["片区", "组团"])

  /// Two to four characters and a site word, after a boundary.
  private static func match(_ text: NameText, _ start: Int) -> (end: Int, mark: String)? {
    guard text[start - 1]?.isHan != true, text[start]?.isHan == true else { return nil }
    for length in 1...4 {
      guard text[start + length]?.isHan == true else { return nil }
      if let (end, _) = forms.match(in: text, at: start + length) {
        return (end, NameText(Array(text.scalars[start..<end])).string)
      }
    }
    return nil
  }
}
