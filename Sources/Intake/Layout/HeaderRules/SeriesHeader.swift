import Ledger

/// Sums of a year or its months: planned, done, in place, and done before the year.
///
/// The leaf says what it is, or says only when; then the nearest heading says what.
enum SeriesHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    guard let leaf = path.labels.last else { return nil }
    let isTimeOnly = HeaderPeriod.isPeriodOnly(leaf) || isBareWord(leaf.bare)
    let speaking = isTimeOnly ? path.headings.first { topic($0.bare) != nil } ?? leaf : leaf
    guard let topic = topic(speaking.bare) ?? topicOfBareWord(path) else { return nil }
    return column(topic, path).map { .series($0, $1) } ?? .unmapped
  }

  private enum Topic {
    case plan
    case done
    case funds
  }

  private static func topic(_ label: String) -> Topic? {
    if label.contains("到位") && label.containsAny(["资金", "内资", "外资", "投资"]) { return .funds }
    if label.containsAny(["工作计划", "内容", "进度", "进展", "情况说明", "时间", "工程量"]) { return nil }
    let isMoney = label.containsAny(["投资", "固投", "金额"])
    if label.containsAny(["计划", "预计", "拟"]) && (isMoney || isYearPlan(label)) { return .plan }
    if isMoney && label.containsAny(["完成", "累计", "本月", "当月", "实际"]) { return .done }
    if label.contains("目标投资") { return .plan }
    if label.contains("完成") && label.containsAny(["年底", "年末"]) { return .done }
    return nil
  }

  /// 年度计划, 2026年计划, 全年计划: a year's plan of investment by its short name.
  private static func isYearPlan(_ label: String) -> Bool {
    label.hasSuffix("计划") && label.contains("年")
  }

  /// 计划, 完成, 累计 … alone: the headings say of what.
  private static func isBareWord(_ leaf: String) -> Bool {
    ["计划", "完成", "实际完成", "累计", "累计完成", "实际", "计划数", "完成数", "本年累计", "年累计"].contains(leaf)
  }

  private static func topicOfBareWord(_ path: HeaderPath) -> Topic? {
    guard isBareWord(path.leaf), path.joined.containsAny(["投资", "固投"]) else { return nil }
    return path.leaf.hasPrefix("计划") ? .plan : .done
  }

  /// The field and period; nil when the header states no period that the field is kept by.
  private static func column(_ topic: Topic, _ path: HeaderPath) -> (Field, Period)? {
    let time = path.period
    let listYear = path.year
    switch topic {
    case .plan:
      guard time.months == nil, let year = time.year, let period = Period.year(year)
      else { return nil }
      return (.plan, period)
    case .done where time.isYearEnd:
      return (time.year ?? listYear - 1).asYear.map { (.doneBefore, $0) }
    case .done, .funds:
      let field: Field = topic == .done ? .done : .funds
      if time.isSinceNewYear, !path.joined.contains("月") || path.joined.contains("本月") {
        return (time.year ?? listYear).asYear.map { (field, $0) }
      }
      if var months = time.months {
        let isTotal = path.joined.contains("累计") && months.lowerBound == months.upperBound
        if isTotal {
          // 截至3月底累计 is of the year only where a year is stated; else since the start of works.
          guard time.year != nil || time.isSinceNewYear else { return nil }
          months = 1...months.upperBound
        }
        return Period.months(time.year ?? listYear, months.lowerBound, months.upperBound)
          .map { (field, $0) }
      }
      return time.year.flatMap(\.asYear).map { (field, $0) }
    }
  }
}

extension Int {
  fileprivate var asYear: Period? { .year(self) }
}
