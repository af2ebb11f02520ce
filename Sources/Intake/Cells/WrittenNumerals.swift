/// Years, months, days and quarters written in words, as digits: 二〇二六年三月, 元月, Ⅲ季度.
enum WrittenNumerals {
  /// A half-width text with such words as digits, otherwise unchanged.
  static func inDigits(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: mayBegin.contains) else { return text }
    let source = Array(text)
    var result: [Character] = []
    var index = 0
    while index < source.count {
      let run = source[index...].prefix { numerals[$0] != nil }
      guard !run.isEmpty else {
        result += digits(of: source, at: index)
        index += source[index...].starts(with: "元月") ? 2 : 1
        continue
      }
      let next = run.endIndex < source.count ? source[run.endIndex] : nil
      let end = Self.isBeginOfMonths(source[run.endIndex...]) ? "月" : next
      let value = value(of: Array(run), before: end, behind: result.last)
      result += value.map { Array(String($0)) } ?? Array(run)
      index = run.endIndex
    }
    return String(result)
  }

  private static let numerals: [Character: Int] = [
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9, "十": 10,
  ]
  private static let romans: [Character: String] = ["Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4"]
  private static let mayBegin = Set("〇零○一二三四五六七八九十元ⅠⅡⅢⅣ·・•".unicodeScalars)

  /// Whether the text after a numeral makes it the first of several months: 至三月, -4月.
  private static func isBeginOfMonths(_ rest: ArraySlice<Character>) -> Bool {
    guard let mark = rest.first, "至到-—–~〜".contains(mark) else { return false }
    let end = rest.dropFirst().drop { numerals[$0] != nil || ($0.isASCII && $0.isNumber) }
    return end.startIndex > rest.startIndex + 1 && end.first == "月"
  }

  /// The replacement of a character that is no numeral.
  private static func digits(of source: [Character], at index: Int) -> [Character] {
    let character = source[index]
    if source[index...].starts(with: "元月") { return Array("1月") }
    let next = index + 1 < source.count ? source[index + 1] : nil
    if let digit = romans[character], next == "季" { return Array(digit) }
    // 2026·3 is 2026.3.
    if "·・•".contains(character), index > 0, source[index - 1].isNumber, next?.isNumber == true {
      return ["."]
    }
    return [character]
  }

  /// The number that numerals before a unit of time mean; nil before anything else.
  private static func value(of run: [Character], before next: Character?, behind last: Character?)
    -> Int?
  {
    let values = run.compactMap { numerals[$0] }
    switch next {
    case "年" where (run.count == 4 || run.count == 2) && !values.contains(10):
      return values.reduce(0) { $0 * 10 + $1 }
    case "月": return counted(values).flatMap { (1...12).contains($0) ? $0 : nil }
    case "日", "号":
      return last == "月" ? counted(values).flatMap { (1...31).contains($0) ? $0 : nil } : nil
    default: return nil
    }
  }

  /// 十二 is 12, 二十 is 20.
  private static func counted(_ values: [Int]) -> Int? {
    guard let ten = values.firstIndex(of: 10) else { return values.count == 1 ? values[0] : nil }
    let (tens, ones) = (values[..<ten], values[(ten + 1)...])
    guard tens.count < 2, ones.count < 2, !ones.contains(10) else { return nil }
    return (tens.first ?? 1) * 10 + (ones.first ?? 0)
  }
}
