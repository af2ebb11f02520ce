import Ledger

/// A date as people write it in a list, kept with the precision stated.
///
/// Words around one date are ignored (预计2027年6月, 2025年10月10日签订); a date without a year
/// takes the list's year.
struct DateText {
  /// The year of 今年 and of dates without a year.
  let year: Int

  enum Reading: Equatable {
    case date(PartialDate)
    /// Nothing stated: 未开工, 尚未确定.
    case blank
    case unparsable
  }

  /// Reads a text whose white space is unified.
  func read(_ text: String) -> Reading {
    var scanner = Scanner(Self.prepared(text))
    if scanner.starts(with: "未") || scanner.starts(with: "尚未") || scanner.starts(with: "暂未") {
      return .blank
    }
    // A festival of the lunar calendar, in another month each year.
    if text.contains("三月三"), !text.contains("三月三日") { return .unparsable }
    var found: PartialDate?
    // The words before and after the date.
    var words = (before: "", behind: "")
    while !scanner.isAtEnd {
      switch takeDate(&scanner) {
      case .date(let date):
        if found != nil { return .unparsable }
        found = date
      case .impossible: return .unparsable
      case .none:
        if scanner.peekIsDigit { return .unparsable }
        if let word = scanner.peek {
          if found == nil { words.before.append(word) } else { words.behind.append(word) }
        }
        scanner.skip()
      }
    }
    // With a bare year, a word for a time within it means more than this grammar understands.
    if found?.precision == .year, Self.namesTime(words.before, words.behind) {
      return .unparsable
    }
    return found.map { .date($0) } ?? .unparsable
  }

  /// Whether the words name a time within a year: 年中, 春, 国庆节前.
  private static func namesTime(_ before: String, _ behind: String) -> Bool {
    if ["中", "初", "年中", "年初"].contains(where: behind.hasPrefix) { return true }
    return [before, behind].contains { $0.containsAny(timesOfYear) }
  }

  private static let timesOfYear = [
    "春", "夏", "秋", "冬", "国庆", "元旦", "五一", "劳动节", "中秋", "端午", "清明", "元宵", "七一", "八一",
    "十一", "六一", "节前", "节后", "双节", "两节", "暑", "寒假", "汛", "雨季", "旱季", "旬", "年关", "学期",
    "开学", "月", "季",
  ]

  // MARK: Grammar

  private enum Taken {
    case date(PartialDate)
    case impossible
    case none
  }

  /// The text in half width, without white space and without a time of day.
  private static func prepared(_ text: String) -> String {
    var folded = TextFolding.halfWidth(text)
    if let colon = folded.firstIndex(of: ":"), folded[..<colon].last?.isNumber == true {
      let hours = folded[..<colon].lastIndex { !$0.isNumber }
      if let hours, folded[hours] == " " || folded[hours] == "T" {
        folded = String(folded[..<hours])
      }
    }
    return WrittenNumerals.inDigits(folded.filter { !$0.isWhitespace })
  }

  private func takeDate(_ scanner: inout Scanner) -> Taken {
    if let relative = takeRelativeYear(&scanner) {
      return takeAfterYear(relative, &scanner, isStated: true)
    }
    if let number = scanner.peekNumber() {
      return takeNumeric(number, &scanner)
    }
    return takeAfterYear(year, &scanner, isStated: false)
  }

  /// Takes 今年, 去年, 明年 and the like.
  private func takeRelativeYear(_ scanner: inout Scanner) -> Int? {
    for (word, offset) in [
      ("今年", 0), ("本年度", 0), ("本年", 0), ("当年", 0), ("去年", -1), ("上年度", -1), ("上年", -1),
      ("上上年", -2), ("大前年", -3), ("前年", -2), ("明年", 1), ("次年", 1), ("来年", 1),
      ("下年度", 1), ("下年", 1), ("下下年", 2), ("大后年", 3), ("后年", 2),
    ] where scanner.take(word) {
      return year + offset
    }
    return nil
  }

  /// Takes a run of digits: a year, yyyymm, yyyymmdd, or a month without a year.
  private func takeNumeric(_ digits: String, _ scanner: inout Scanner) -> Taken {
    guard let number = Int(digits), digits.count <= 8 else { return .impossible }
    if digits.count == 8 {
      scanner.drop(8)
      return date(number / 10_000, .day(month: number / 100 % 100, day: number % 100))
    }
    if digits.count == 6 {
      scanner.drop(6)
      return date(number / 100, .month(number % 100))
    }
    if digits.count == 4 {
      scanner.drop(4)
      if let separator = scanner.peek, separator == "." || separator == "-" || separator == "/" {
        return takeSeparated(year: number, &scanner)
      }
      if !scanner.take("年度") { _ = scanner.take("年") }
      return takeAfterYear(number, &scanner, isStated: true)
    }
    let afterDigits = scanner.peek(after: digits.count)
    if digits.count == 2, afterDigits == "年" {
      scanner.drop(3)
      return takeAfterYear(2000 + number, &scanner, isStated: true)
    }
    if digits.count <= 2, afterDigits == "月" || afterDigits == "季" {
      return takeAfterYear(year, &scanner, isStated: false)
    }
    return .impossible
  }

  /// Takes what follows the year in `2026.3`, `2026-03-15`, `2026/3/15`.
  private func takeSeparated(year: Int, _ scanner: inout Scanner) -> Taken {
    guard let separator = scanner.peek else { return .impossible }
    if let half = takeHalfOrQuarter(after: separator, year: year, &scanner) { return half }
    guard let month = scanner.peekNumber(after: 1), month.count <= 2, let monthNumber = Int(month)
    else { return .impossible }
    scanner.drop(1 + month.count)
    if scanner.peek == separator, let day = scanner.peekNumber(after: 1), day.count <= 2,
      let dayNumber = Int(day)
    {
      scanner.drop(1 + day.count)
      _ = scanner.take("日")
      return date(year, .day(month: monthNumber, day: dayNumber))
    }
    if scanner.take("月") { return takeDay(year: year, month: monthNumber, &scanner) }
    return date(year, .month(monthNumber))
  }

  /// Takes the canonical forms `2026-Q2` and `2026-H1`.
  private func takeHalfOrQuarter(
    after separator: Character, year: Int, _ scanner: inout Scanner
  ) -> Taken? {
    guard separator == "-", let letter = scanner.peek(after: 1), letter == "Q" || letter == "H",
      let digit = scanner.peekNumber(after: 2), digit.count == 1, let number = Int(digit)
    else { return nil }
    scanner.drop(3)
    return date(year, letter == "Q" ? .quarter(number) : .half(number))
  }

  /// Takes a month, quarter, half or end after a year, or without one for the list's year.
  private func takeAfterYear(
    _ year: Int, _ scanner: inout Scanner, isStated: Bool
  ) -> Taken {
    if let digits = scanner.peekNumber(), digits.count <= 2, let month = Int(digits),
      scanner.peek(after: digits.count) == "月"
    {
      scanner.drop(digits.count + 1)
      return takeDay(year: year, month: month, &scanner)
    }
    if let quarter = takeQuarter(&scanner) { return date(year, .quarter(quarter)) }
    for (word, half) in [("上半年", 1), ("下半年", 2)] where scanner.take(word) {
      return date(year, .half(half))
    }
    for word in ["年底", "年末", "底", "末"]
    where (isStated || word.hasPrefix("年")) && scanner.take(word) {
      return date(year, .month(12))
    }
    if scanner.take("年内") || (isStated && scanner.take("内")) { return date(year, .year) }
    return isStated ? date(year, .year) : .none
  }

  /// Takes 15日 after a month, or a word for a part of it.
  private func takeDay(year: Int, month: Int, _ scanner: inout Scanner) -> Taken {
    if let digits = scanner.peekNumber(), digits.count <= 2, let day = Int(digits) {
      scanner.drop(digits.count)
      if !scanner.take("日") { _ = scanner.take("号") }
      return date(year, .day(month: month, day: day))
    }
    for word in ["份", "底", "末", "初", "上旬", "中旬", "下旬"] { _ = scanner.take(word) }
    return date(year, .month(month))
  }

  /// Takes 一季度, 第1季度, 第三季, Q3.
  private func takeQuarter(_ scanner: inout Scanner) -> Int? {
    let words = ["一", "二", "三", "四"]
    for (index, word) in words.enumerated() {
      for form in ["第\(word)季", "\(word)季", "第\(index + 1)季", "\(index + 1)季", "Q\(index + 1)"]
      where scanner.take(form) {
        _ = scanner.take("度")
        return index + 1
      }
    }
    return nil
  }

  private func date(_ year: Int, _ precision: PartialDate.Precision) -> Taken {
    PartialDate(year: year, precision).map { .date($0) } ?? .impossible
  }
}

/// Reads a text from front to back, a character at a time.
private struct Scanner {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  var isAtEnd: Bool { position >= characters.count }
  var peek: Character? { peek(after: 0) }
  var peekIsDigit: Bool { peek.map { $0.isASCII && $0.isNumber } ?? false }

  func peek(after offset: Int) -> Character? {
    position + offset < characters.count ? characters[position + offset] : nil
  }

  func starts(with word: String) -> Bool { characters[position...].starts(with: word) }

  /// The run of digits that begins `offset` characters ahead; nil if there is none.
  func peekNumber(after offset: Int = 0) -> String? {
    guard position + offset < characters.count else { return nil }
    let digits = characters[(position + offset)...].prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }

  mutating func take(_ word: String) -> Bool {
    guard starts(with: word) else { return false }
    position += word.count
    return true
  }

  mutating func drop(_ count: Int) { position = min(characters.count, position + count) }
  mutating func skip() { position += 1 }
}
