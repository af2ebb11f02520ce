import Ledger
import Spreadsheet

/// What titles and notes of a table state: the unit of its sums, its date, who sent it.
struct SheetNotes {
  private(set) var unit: MeasureUnit?
  private(set) var year: Int?
  private(set) var month: Int?
  private(set) var sender: String?

  /// Reads the texts of titles, notes and footnotes, in order; the first statement counts.
  init(_ texts: [String]) {
    var dated: [(year: Int?, month: Int)] = []
    for text in texts {
      let folded = TextFolding.halfWidth(text).filter { !$0.isWhitespace }
      unit = unit ?? Self.unit(in: folded)
      sender = sender ?? Self.sender(in: text)
      if let asOf = Self.monthBehind("截至", in: folded) ?? Self.monthBehind("截止", in: folded) {
        if month == nil { (year, month) = (asOf.year, asOf.month) }
      } else if let found = Self.yearAndMonth(in: folded[...]) {
        dated.append(found)
      }
    }
    if month == nil, let first = dated.first { (year, month) = (first.year, first.month) }
    if year == nil { year = texts.lazy.compactMap { Self.statedYear(in: $0) }.first }
  }

  // MARK: Unit

  /// 单位：亿元, 金额单位：万元, 单位均为万元; 填报单位：… is not a unit.
  private static func unit(in text: String) -> MeasureUnit? {
    var rest = text[...]
    while let word = rest.firstRange(of: "单位") {
      rest = rest[word.upperBound...]
      let stated = rest.drop { ":：均为是(".contains($0) }
      guard stated.startIndex > rest.startIndex else { continue }
      if let unit = MeasureUnit.money.first(where: { stated.hasPrefix($0.word) }),
        unit.word.hasSuffix("元") || stated.dropFirst(unit.word.count).isEmpty
      {
        return unit
      }
    }
    return nil
  }

  // MARK: Sender

  private static func sender(in text: String) -> String? {
    for lead in ["填报单位", "报送单位", "报送部门", "上报单位", "填报部门", "制表单位", "编制单位"] {
      guard let range = text.firstRange(of: lead) else { continue }
      let rest = text[range.upperBound...].drop { ":： \u{3000}".contains($0) }
      guard rest.startIndex > range.upperBound else { continue }
      let name = rest.prefix { !" \u{3000}（(,，;；".contains($0) }
      if !name.isEmpty, !name.contains("盖章") { return String(name) }
    }
    return nil
  }

  // MARK: Date

  private static func monthBehind(_ word: String, in text: String) -> (year: Int?, month: Int)? {
    guard let range = text.firstRange(of: word) else { return nil }
    let rest = text[range.upperBound...]
    guard let found = yearAndMonth(in: rest) ?? month(in: rest) else { return nil }
    return found
  }

  /// 2026年3月, 2026-03-31, 2026.3.
  private static func yearAndMonth(in text: Substring) -> (year: Int?, month: Int)? {
    var rest = text
    while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
      let digits = rest[start...].prefix { $0.isASCII && $0.isNumber }
      let behind = rest[digits.endIndex...]
      if digits.count == 4, let year = Int(digits), (1990..<2100).contains(year),
        let mark = behind.first, "年.-/".contains(mark)
      {
        let month = behind.dropFirst().prefix { $0.isASCII && $0.isNumber }
        if let number = Int(month), (1...12).contains(number), month.count <= 2 {
          let closing = behind.dropFirst(1 + month.count).first
          if mark != "年" || closing == "月" { return (year, number) }
        }
      }
      rest = behind
    }
    return nil
  }

  private static func month(in text: Substring) -> (year: Int?, month: Int)? {
    guard let mark = text.firstIndex(of: "月") else { return nil }
    let digits = text[..<mark].reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    guard let month = Int(String(digits)), (1...12).contains(month) else { return nil }
    return (nil, month)
  }

  private static func statedYear(in text: String) -> Int? {
    var rest = TextFolding.halfWidth(text)[...]
    while let mark = rest.firstIndex(of: "年") {
      let digits = String(rest[..<mark].reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      if digits.count == 4, let year = Int(digits), (1990..<2100).contains(year) { return year }
      rest = rest[rest.index(after: mark)...]
    }
    return nil
  }
}
