import Ledger

/// The time a header states: a year, months of it, its end.
struct HeaderPeriod: Equatable {
  /// The year of the deepest label that states one; nil if none does.
  var year: Int?
  /// The months stated; quarters and half-years as their months.
  var months: ClosedRange<Int>?
  /// Whether the months are a quarter or half-year.
  var isPart = false
  /// 年底, 年末, 12月底: the end of `year`.
  var isYearEnd = false
  /// 年初至今, 今年以来, 本年累计: since the beginning of `year`.
  var isSinceNewYear = false
  /// 上月, 下月: not the list's month.
  var isOtherMonth = false
  /// 本月, 当月 in a list without a month.
  var isUnknownMonth = false
  /// 截至…, 3月底: the months are the end of a sum; another label gives its start.
  var isUntil = false
  /// Whether a year is stated apart from such an end: the sum until a month starts with it.
  var isYearOfSum = false
  /// Whether the year is only implied as the list's own: 年度, 今年, 年初.
  private var isOwnYear = false

  /// Reads labels from the leaf upwards; `year` and `month` are the list's own.
  ///
  /// 年度 and similar words mean the list's year only if no label states another: 2024年 > 年度完成投资.
  init(path: [HeaderLabel], year listYear: Int, month listMonth: ListMonth?) {
    var isOwnYear = false
    for (index, label) in path.enumerated().reversed() {
      readBareMonth(label, below: path[..<index])
      // 情况（截至3月底） dates a group: a label below it that has its own time keeps it.
      let isDated = year != nil || months != nil
      let text = isDated && !label.bare.contains("截") ? label.bare : label.text
      let found = Self.read(text, year: listYear, month: listMonth)
      if months == nil { (months, isPart) = (found.months, found.isPart) }
      if year == nil || isOwnYear && found.year != nil && !found.isOwnYear {
        (year, isOwnYear) = (found.year, found.isOwnYear)
      }
      isYearEnd = isYearEnd || found.isYearEnd
      isSinceNewYear = isSinceNewYear || found.isSinceNewYear
      isOtherMonth = isOtherMonth || found.isOtherMonth
      isUnknownMonth = isUnknownMonth || (found.isUnknownMonth && found.months == nil)
      isUntil = isUntil || found.isUntil
      isYearOfSum = isYearOfSum || found.isYearOfSum
    }
  }

  private init() {}

  /// Reads a bare 1 … 12 as a month below 各月 or 分月; below other headings it is an unknown month.
  private mutating func readBareMonth(_ label: HeaderLabel, below headings: ArraySlice<HeaderLabel>)
  {
    guard !headings.isEmpty, label.bare.utf8.count <= 2, let number = Int(label.bare),
      (1...12).contains(number)
    else { return }
    let words = ["各月", "分月", "逐月", "按月", "每月", "月度"]
    if headings.contains(where: { $0.bare.containsAny(words) }) {
      months = number...number
    } else {
      isUnknownMonth = true
    }
  }

  /// Whether a label states only a time: 2026年, 3月, 2026年1-3月, 本月.
  static func isPeriodOnly(_ label: HeaderLabel) -> Bool {
    !label.bare.isEmpty && remainder(of: label).isEmpty
  }

  /// The label without its time: 完成 of 1-3月完成, empty for 2026年.
  static func remainder(of label: HeaderLabel) -> String {
    var rest = WrittenNumerals.inDigits(label.bare)
    for word in fillers { rest = rest.replacing(word, with: "") }
    // 到 belongs to the time in 1月到3月, but not in 到位.
    let places = rest.replacing("到位", with: "\u{0}")
    return places.filter { !($0.isASCII && $0.isNumber) && !"年月底末-~—–〜至到、.".contains($0) }
      .replacing("\u{0}", with: "到位")
  }

  /// Whether a label states a year or months.
  static func states(_ label: HeaderLabel, year: Int) -> Bool {
    let found = read(label.text, year: year, month: 1)
    return found.year != nil || found.months != nil
  }

  private static let fillers = [
    "自年初至今", "年初至今", "今年以来", "本年以来", "年以来", "自年初", "年初以来", "年初", "年度", "本年", "今年", "当年", "去年", "上年",
    "明年",
    "本月", "当月", "月份", "各月", "一季度", "二季度",
    "三季度", "四季度", "上半年", "下半年", "全年", "第", "季度", "截至", "截止", "元月",
  ]

  private static func read(_ label: String, year: Int, month: ListMonth?) -> HeaderPeriod {
    let text = withFirstMonth(WrittenNumerals.inDigits(label))
    var found = HeaderPeriod()
    let stated = statedYear(text)
    found.year = stated ?? relativeYear(text, year: year)
    found.isOwnYear = stated == nil && found.year == year
    found.isSinceNewYear = text.containsAny([
      "年初", "今年以来", "年以来", "年累计", "年内", "年度累计", "自元月", "自1月", "1至本月", "1-本月",
      "1月至本月",
    ])
    found.isUntil = text.containsAny(["截至", "截止", "月底", "月末"])
    let beforeEnd = text.firstRange(of: "截").map { String(text[..<$0.lowerBound]) } ?? ""
    found.isYearOfSum =
      relativeYear(text, year: year) != nil || statedYear(beforeEnd) != nil
      || (found.year != nil && !found.isUntil)
    found.isYearEnd =
      text.containsAny(yearEnds) || text.containsAny(earlierYears)
      || isUntilEarlierYear(text, found.year, year)
    if text.containsAny(earlierYears) { found.year = year - 1 }
    found.isOtherMonth = text.contains("上月") || text.contains("下月")
    found.months = statedMonths(text)
    if let quarters = statedQuarters(text) {
      found.months = (quarters.lowerBound * 3 - 2)...(quarters.upperBound * 3)
      found.isPart = true
    }
    if text.contains("上半年") { (found.months, found.isPart) = (1...6, true) }
    if text.contains("下半年") { (found.months, found.isPart) = (7...12, true) }
    if found.months == nil, text.containsAny(["本月", "当月", "月度完成", "月度到位"]) {
      found.months = month.map { $0.month...$0.month }
      found.isUnknownMonth = month == nil
      // 本月 belongs to the list month's year, unless a label states another.
      if found.year == nil, let year = month?.year { (found.year, found.isOwnYear) = (year, true) }
    }
    return found
  }

  /// 1-9月 for 元-9月.
  private static func withFirstMonth(_ text: String) -> String {
    guard text.contains("元") else { return text }
    var characters = Array(text)
    for place in characters.indices.dropLast(2)
    where characters[place] == "元" && "-~—–〜至到".contains(characters[place + 1])
      && characters[place + 2].isNumber
      && (place == 0 || !"万亿千百美欧".contains(characters[place - 1]))
    {
      characters[place] = "1"
    }
    return String(characters)
  }

  /// Whether a label is about all time to the end of a year before the list's: 截至上年度累计, 截至2025年累计.
  private static func isUntilEarlierYear(_ text: String, _ stated: Int?, _ year: Int) -> Bool {
    guard let stated, stated < year, text.containsAny(["截至", "截止"]), !text.contains("月")
    else { return false }
    return text.containsAny(["年累计", "年度累计", "年完成", "年度完成"])
  }

  static func statesYearEnd(_ label: String) -> Bool { label.containsAny(yearEnds) }

  private static let yearEnds = [
    "年底", "年末", "年度底", "年度末", "12月底", "12月末", "12月31日", "年及以前",
  ]
  private static let earlierYears = ["以前年度", "历年"]

  /// The year in 2026年, 26年, 2025全年, 2025上半年.
  private static func statedYear(_ text: String) -> Int? {
    let characters = Array(text)
    for (index, character) in characters.enumerated() where character == "年" {
      var digits = ""
      var position = index - 1
      while position >= 0, characters[position].isASCII, characters[position].isNumber {
        digits.insert(characters[position], at: digits.startIndex)
        position -= 1
      }
      guard let number = Int(digits) else { continue }
      if digits.count == 4, (1900..<2200).contains(number) { return number }
      if digits.count == 2 { return 2000 + number }
    }
    if characters.count == 4, let number = Int(text), (1990..<2100).contains(number) {
      return number
    }
    // A pattern is parsed each time: only where it can match.
    guard text.containsAny(["19", "20"]), text.containsAny(["全年", "半年", "季度", "前"]) else {
      return nil
    }
    let part = /(?:^|[^0-9])((?:19|20)[0-9]{2})(?:全年|[上下]半年|第?[一二三四1-4](?:至[二三四])?季度|前[0-9二三四])/
    return text.firstMatch(of: part).flatMap { Int($0.output.1) }
  }

  private static func relativeYear(_ text: String, year: Int) -> Int? {
    for (word, offset) in [
      ("上年", -1), ("去年", -1), ("明年", 1), ("次年", 1), ("下年", 1), ("今年", 0), ("本年", 0),
      ("当年", 0), ("年度", 0), ("年初", 0), ("年累计", 0), ("年内", 0), ("全年", 0), ("年计划", 0),
    ] where text.contains(word) {
      return year + offset
    }
    return nil
  }

  /// The last quarters stated: 二季度, 一至三季度, 前三季度.
  private static func statedQuarters(_ text: String) -> ClosedRange<Int>? {
    guard text.contains("季度") else { return nil }
    let quarters = /(?:([一二三四1-4])(?:季度)?[-~—–〜至到]第?|(前))?([一二三四1-4])季度/
    guard let found = text.matches(of: quarters).last?.output else { return nil }
    func number(_ digit: Substring) -> Int {
      ["一": 1, "二": 2, "三": 3, "四": 4][digit] ?? Int(digit) ?? 1
    }
    let last = number(found.3)
    let first = found.1.map(number) ?? (found.2 == nil ? last : 1)
    return first <= last ? first...last : last...last
  }

  /// The months in 前三个月, 前3月.
  private static func firstMonths(_ text: String) -> ClosedRange<Int>? {
    guard text.contains("前") else { return nil }
    let counted = WrittenNumerals.inDigits(text.replacing("个月", with: "月"))
    guard let last = counted.firstMatch(of: /前([0-9]{1,2})月/).flatMap({ Int($0.output.1) })
    else { return nil }
    return (1...12).contains(last) ? 1...last : nil
  }

  /// The last months stated: 3月, 1-3月, 1至3月, 1月-3月, 3月当月.
  private static func statedMonths(_ text: String) -> ClosedRange<Int>? {
    if let months = firstMonths(text) { return months }
    let characters = Array(
      text.replacing("个月", with: "").replacing("元月", with: "1月")
        .replacing("月份", with: "月"))
    for mark in characters.indices.reversed() where characters[mark] == "月" {
      if let months = months(endingAt: mark, in: characters) { return months }
    }
    return nil
  }

  private static func months(
    endingAt mark: Int, in characters: [Character]
  ) -> ClosedRange<Int>? {
    guard let end = number(endingAt: mark - 1, in: characters), (1...12).contains(end.value)
    else { return nil }
    var before = end.start - 1
    guard before >= 0, "-~—–〜至到".contains(characters[before]) else { return end.value...end.value }
    before -= 1
    if before >= 0, characters[before] == "月" { before -= 1 }
    guard let start = number(endingAt: before, in: characters), (1...12).contains(start.value),
      start.value <= end.value
    else { return end.value...end.value }
    return start.value...end.value
  }

  private static func number(
    endingAt end: Int, in characters: [Character]
  ) -> (value: Int, start: Int)? {
    var start = end + 1
    while start > 0, characters[start - 1].isASCII, characters[start - 1].isNumber { start -= 1 }
    return Int(String(characters[start..<(end + 1)])).map { ($0, start) }
  }
}
