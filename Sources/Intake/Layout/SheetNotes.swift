import Ledger
import Spreadsheet

/// The unit, date and sender that titles and notes of a table state.
struct SheetNotes {
  private(set) var unit: MeasureUnit?
  /// Whether the stated unit is a foreign currency: no amounts are converted.
  private(set) var isForeignCurrency = false
  private(set) var year: Int?
  /// The month meant by 本月.
  private(set) var asOf: ListMonth?
  private(set) var sender: String?

  var month: Int? { asOf?.month }

  /// Reads the texts of titles, notes and footnotes in order; the first statement wins.
  init(_ texts: [String]) {
    var dated: [(year: Int?, month: Int)] = []
    for text in texts {
      let folded = WrittenNumerals.inDigits(
        TextFolding.halfWidth(text).filter { !$0.isWhitespace })
      unit = unit ?? Self.unit(in: folded)
      if unit == nil { isForeignCurrency = isForeignCurrency || Self.isForeign(folded) }
      sender = sender ?? Self.sender(in: text)
      if let asOf = Self.monthBehind("截至", in: folded) ?? Self.monthBehind("截止", in: folded) {
        self.asOf = self.asOf ?? ListMonth(asOf.month, of: asOf.year)
      } else if let found = Self.yearAndMonth(in: folded[...]) {
        dated.append(found)
      } else if let found = Self.partOfYear(in: folded[...]), found.isFirst, found.year != nil {
        dated.append((found.year, found.month))
      }
    }
    asOf = asOf ?? dated.first.map { ListMonth($0.month, of: $0.year) }
    year = asOf?.year
    if year == nil { year = texts.lazy.compactMap { ListYear.stated(in: $0) }.first }
  }

  // MARK: Unit

  /// The unit in 单位：亿元, 金额单位：人民币万元, 单位均为万元, 单位：亩、万元, 以万元为单位, or （万元） alone;
  /// 填报单位：… is no unit of measure.
  private static func unit(in text: String) -> MeasureUnit? {
    if let unit = unit(at: text.trimming { "()".contains($0) }[...], isAlone: true) { return unit }
    let units = statements(in: text).compactMap { unit(at: $0, isAlone: false) }
    // 单位：万元/亿元 is ambiguous and counts as none.
    return units.allSatisfy { $0.word == units[0].word } ? units.first : nil
  }

  /// Whether 单位 states a foreign currency.
  private static func isForeign(_ text: String) -> Bool {
    statements(in: text).contains { stated in
      let word = stated.prefix(3)
      return ["美元", "欧元", "港元", "日元", "美金", "港币"].contains { word.contains($0) }
    }
  }

  /// The texts after each 单位 that means a unit of measure, and before 为单位.
  private static func statements(in text: String) -> [Substring] {
    var found: [Substring] = []
    var rest = text[...]
    while let word = rest.firstRange(of: "单位") {
      let before = text[..<word.lowerBound]
      rest = rest[word.upperBound...]
      if before.hasSuffix("为"), let start = before.lastIndex(where: { "以按".contains($0) }) {
        found.append(before[before.index(after: start)...].dropLast())
      }
      if senders.contains(where: { before.hasSuffix($0) }) { continue }
      let stated = rest.drop { ":：均为是(都".contains($0) }
      guard stated.startIndex > rest.startIndex else { continue }
      let words = stated.split(maxSplits: 3) { "、,，;；/".contains($0) }
      found += words.map { $0.hasPrefix("人民币") ? $0.dropFirst(3) : $0 }
    }
    return found
  }

  /// Words before 单位 that make it an organisation.
  private static let senders = [
    "填报", "报送", "上报", "申报", "填表", "制表", "编制", "汇总", "责任", "牵头", "配合", "建设", "主管", "业主",
    "项目", "施工", "招商", "实施",
  ]

  /// The unit at the start of a text: 元 only if no letter follows (元宝山).
  private static func unit(at text: Substring, isAlone: Bool) -> MeasureUnit? {
    MeasureUnit.money.first { unit in
      guard text.hasPrefix(unit.word) else { return false }
      let next = text.dropFirst(unit.word.count).first
      if isAlone || !unit.word.hasSuffix("元") { return next == nil }
      return unit.word != "元" || !(next?.isLetter ?? false)
    }
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
    if let found = yearAndMonth(in: rest) ?? month(in: rest) { return found }
    return partOfYear(in: rest).map { ($0.year, $0.month) }
  }

  /// The last month of 2026年第一季度, 前三季度, 上半年, and whether the text begins with it.
  private static func partOfYear(
    in text: Substring
  ) -> (year: Int?, month: Int, isFirst: Bool)? {
    guard
      let found = text.firstMatch(
        of: /(?:((?:19|20)[0-9]{2})年)?(?:第?([一二三四1-4])季度|前(三)季度|(上半年))/)
    else { return nil }
    let quarter = found.output.2.map { ["一": 1, "二": 2, "三": 3, "四": 4][$0] ?? Int($0) ?? 4 }
    let month = quarter.map { $0 * 3 } ?? (found.output.3 == nil ? 6 : 9)
    return (
      found.output.1.flatMap { Int($0) }, month, found.range.lowerBound == text.startIndex
    )
  }

  /// The year and month of 2026年3月, 2026-03-31, 2026.3.
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
}
