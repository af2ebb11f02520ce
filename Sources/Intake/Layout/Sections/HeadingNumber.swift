import Ledger

/// The forms of numbers before a heading, in nesting order.
enum HeadingNumber: Int {
  /// 第一部分.
  case part
  /// 壹、.
  case formal
  /// 一、.
  case chinese
  /// （一）.
  case bracketedChinese
  /// Ⅰ、 or I.
  case roman
  /// 1、 or 1.
  case arabic
  /// （1）.
  case bracketedArabic
  /// ①.
  case circled
  /// A.
  case letter

  /// Whether it is a heading's number only if the table's serial numbers are in another cell; alone
  /// in the serial cell it is itself a serial number.
  var mayBeSerial: Bool { rawValue >= Self.arabic.rawValue }

  /// Splits a heading into its number, nil if it has none, and its words without surrounding marks.
  static func split(_ text: String) -> (number: HeadingNumber?, words: String) {
    let bare = withoutMarks(TextFolding.halfWidth(text))
    guard let (number, rest) = numbered(bare[...]) else { return (nil, bare) }
    return (number, withoutMarks(String(rest.drop { "、.，, :".contains($0) })))
  }

  /// The form of a text that is only a number: 一, （二）, 第三部分.
  static func alone(_ text: String) -> HeadingNumber? {
    guard text.utf8.count <= 24 else { return nil }
    let (number, words) = split(text)
    return words.isEmpty ? number : nil
  }

  // MARK: Forms

  private static func numbered(_ text: Substring) -> (HeadingNumber, Substring)? {
    guard let first = text.first else { return nil }
    if first == "第" {
      let numeral = text.dropFirst().prefix { isChinese($0) || isDigit($0) }
      let rest = text.dropFirst(1 + numeral.count)
      return !numeral.isEmpty && rest.hasPrefix("部分") ? (.part, rest.dropFirst(2)) : nil
    }
    if first == "(" { return bracketed(text) }
    if ("①"..."⑳").contains(first) { return (.circled, text.dropFirst()) }
    if let found = marked(text, .formal, by: { "壹贰叁肆伍陆柒捌玖拾".contains($0) }) { return found }
    if let found = marked(text, .chinese, orBlank: true, by: isChinese) { return found }
    if ("Ⅰ"..."Ⅻ").contains(first) {
      return marked(text, .roman, orBlank: true) { ("Ⅰ"..."Ⅻ").contains($0) }
    }
    if let found = marked(text, .roman, by: { "IVX".contains($0) }) { return found }
    if let found = marked(text, .arabic, by: isDigit) {
      // 2.5亿元 has no heading number.
      return found.1.first.map(isDigit) ?? false ? nil : found
    }
    let isLetter = first.isASCII && first.isUppercase
    return isLetter ? marked(text, .letter, most: 1) { $0.isASCII && $0.isUppercase } : nil
  }

  private static func bracketed(_ text: Substring) -> (HeadingNumber, Substring)? {
    let inside = text.dropFirst().prefix { $0 != ")" }.filter { $0 != " " }
    let rest = text.dropFirst().drop { $0 != ")" }.dropFirst()
    guard !inside.isEmpty, inside.count <= 3, text.contains(")") else { return nil }
    if inside.allSatisfy(isChinese) { return (.bracketedChinese, rest) }
    return inside.allSatisfy(isDigit) ? (.bracketedArabic, rest) : nil
  }

  /// A numeral with a mark after it; with `orBlank` a space or nothing is enough.
  private static func marked(
    _ text: Substring, _ number: HeadingNumber, orBlank: Bool = false, most: Int = 3,
    by isNumeral: (Character) -> Bool
  ) -> (HeadingNumber, Substring)? {
    let numeral = text.prefix(while: isNumeral)
    guard !numeral.isEmpty, numeral.count <= most else { return nil }
    let rest = text.dropFirst(numeral.count)
    guard let mark = rest.first else { return orBlank ? (number, rest) : nil }
    if "、.".contains(mark) || number == .chinese && ",，".contains(mark) {
      return (number, rest.dropFirst())
    }
    return orBlank && mark == " " ? (number, rest) : nil
  }

  private static func isChinese(_ character: Character) -> Bool {
    "一二三四五六七八九十".contains(character)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  /// Drops decoration around a heading, ★ ◆ ■ —— 【】, and a final colon.
  private static func withoutMarks(_ text: String) -> String {
    text.trimming { "★☆◆◇■□●○▲△▼※—-【】〖〗 ".contains($0) }.trimmingSuffixes(of: [":", "："])
  }
}
