import Ledger

/// Sums of a year or its months: planned, done, in place, and done before the year.
///
/// The leaf says what it is, or says only when; then the nearest heading says what.
enum SeriesHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    guard let leaf = path.labels.last else { return nil }
    let isTimeOnly = HeaderPeriod.isPeriodOnly(leaf) || isBareWord(leaf)
    let speaking = isTimeOnly ? path.headings.first { topic($0.bare) != nil } ?? leaf : leaf
    guard let topic = topicOfBareWord(path) ?? topic(speaking.bare) else { return nil }
    if let (field, period) = column(topic, path) { return .series(field, period) }
    // A plan of no year may be the total's: 预计总投资额.
    return topic == .plan && path.period.months == nil ? nil : .unmapped
  }

  /// Whether a label says which of the sums of a time it is.
  static func isSum(_ label: HeaderLabel) -> Bool { topic(label.bare) != nil }

  /// Whether a label behind 其中 is the plan of a time, or what was done in it, of the whole sum.
  static func isOfTime(_ part: String, _ path: HeaderPath) -> Bool {
    let label = HeaderLabel(part)
    guard HeaderPeriod.states(label, year: path.year), let topic = topic(label.bare) else {
      return false
    }
    let kinds = ["中央", "自治区", "自筹", "债券", "固定", "固投", "设备", "建安", "土建", "区外", "外资", "内资"]
    return topic != .funds && !label.bare.containsAny(kinds)
  }

  private enum Topic {
    case plan
    case done
    case funds
  }

  private static func topic(_ label: String) -> Topic? {
    if label.contains("到位") && label.containsAny(["资金", "内资", "外资", "投资"]) { return .funds }
    if label.containsAny(otherThanMoney) { return nil }
    let isMoney = label.containsAny(["投资", "固投", "金额"])
    if label.containsAny(["计划", "预计", "拟"]) && (isMoney || isYearPlan(label)) { return .plan }
    if isMoney && label.containsAny(["完成", "累计", "本月", "当月", "实际"]) { return .done }
    if label.contains("目标投资") { return .plan }
    if label.contains("完成") && label.containsAny(["年底", "年末", "年度末"]) { return .done }
    return nil
  }

  /// 年度计划, 2026年计划, 全年计划: a year's plan of investment by its short name.
  private static func isYearPlan(_ label: String) -> Bool {
    label.hasSuffix("计划") && label.contains("年")
  }

  /// Plans and completions of something else than money.
  private static let otherThanMoney = [
    "工作计划", "内容", "进度", "进展", "情况说明", "时间", "工程量", "任务", "目标任务",
  ]

  /// 计划, 完成, 累计 … beside a time or alone: the headings say of what.
  private static func isBareWord(_ leaf: HeaderLabel) -> Bool {
    plans.union(completions).union(arrivals).contains(word(of: leaf))
  }

  /// What a label says beside a time: 完成 of 1-3月完成数.
  private static func word(of label: HeaderLabel) -> String {
    HeaderPeriod.remainder(of: label).trimmingSuffixes(of: ["数", "额"])
  }

  private static let plans: Set = ["计划"]
  private static let completions: Set = [
    "完成", "实际完成", "累计", "累计完成", "实际", "已完成", "累计已完成",
  ]
  private static let sums: Set = ["投资", "投资额", "金额", "投资金额"]
  private static let arrivals: Set = ["到位", "累计到位", "实际到位"]

  /// A bare word is of investment where a label says so or states a unit of money, or where it has a
  /// time of its own: 本月完成, 2026年计划.
  private static func topicOfBareWord(_ path: HeaderPath) -> Topic? {
    guard var leaf = path.labels.last else { return nil }
    // 1-3月完成 > 投资 is 1-3月完成投资.
    let isSumOfHeading = sums.contains(leaf.bare)
    if isSumOfHeading, let heading = path.headings.first {
      leaf = HeaderLabel(heading.bare.trimmingSuffixes(of: ["情况"]))
    }
    guard isBareWord(leaf), !path.joined.containsAny(otherThanMoney) else { return nil }
    let word = word(of: leaf)
    if arrivals.contains(word) { return .funds }
    let isOfMoney =
      path.joined.containsAny(["投资", "固投"])
      || path.labels.contains { $0.unit.map(MeasureUnit.money.contains) ?? false }
    if plans.contains(word) {
      let isOfYear = path.period.year != nil && path.period.months == nil
      return isOfMoney || isOfYear ? .plan : nil
    }
    let isOfArrival = path.headings.contains { topic($0.bare) == .funds }
    if isOfArrival { return .funds }
    let hasTime = path.period.year != nil || path.period.months != nil
    return isOfMoney || (hasTime && word.contains("完成")) ? .done : nil
  }

  /// The period of a header that is known to be of a series.
  static func period(of series: Field, _ path: HeaderPath) -> Period? {
    let topic: Topic =
      switch series {
      case .plan: .plan
      case .funds: .funds
      default: .done
      }
    guard let (field, period) = column(topic, path), field == series else { return nil }
    return period
  }

  /// The field and period; nil when the header states no period that the field is kept by.
  private static func column(_ topic: Topic, _ path: HeaderPath) -> (Field, Period)? {
    let time = path.period
    let listYear = path.year
    // 2024-2025年 is no year.
    if path.joined.contains(/20\d\d年?[-~—至]20\d\d年/) { return nil }
    switch topic {
    case .plan:
      // 2027年及以后 is more than a year.
      guard time.months == nil, !path.joined.contains("以后"), let year = time.year,
        let period = Period.year(year)
      else { return nil }
      return (.plan, period)
    case .done where time.isYearEnd:
      return (time.year ?? listYear - 1).asYear.map { (.doneBefore, $0) }
    case .funds where time.isYearEnd, _ where path.isSinceStartOfWorks && !time.isSinceNewYear:
      return nil
    case .done, .funds:
      let field: Field = topic == .done ? .done : .funds
      if time.isSinceNewYear, time.months == nil || path.joined.contains("本月") {
        return (time.year ?? listYear).asYear.map { (field, $0) }
      }
      if var months = time.months {
        let isSingle = months.lowerBound == months.upperBound
        if isSingle, time.isUntil || path.joined.contains("累计") {
          // 截至3月底累计 is of the year only where the year is stated apart from the end of the sum;
          // else it is a sum since the works began.
          guard time.isYearOfSum || time.isSinceNewYear else { return nil }
          months = 1...months.upperBound
        }
        return Period.months(time.year ?? listYear, months.lowerBound, months.upperBound)
          .map { (field, $0) }
      }
      if time.isUnknownMonth || time.isUntil && !time.isYearOfSum { return nil }
      return time.year.flatMap(\.asYear).map { (field, $0) }
    }
  }
}

extension Int {
  fileprivate var asYear: Period? { .year(self) }
}
