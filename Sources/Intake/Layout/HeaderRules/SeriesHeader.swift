import Ledger

/// Sums of a year or its months: planned, done, funds in place, and done before the year.
///
/// The leaf states the kind of sum, or only a time; then the nearest heading states the kind.
enum SeriesHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    guard let leaf = path.labels.last else { return nil }
    let lexicon = reader.lexicon
    if let field = lexicon.series(of: leaf), let period = period(ofLabelled: field, path) {
      return .series(field, period)
    }
    // 投资 beside 建设内容 below 年度计划投资 is the heading's sum.
    let isTimeOnly =
      HeaderPeriod.isPeriodOnly(leaf) || isBareWord(leaf, path.words)
      || path.words[.seriesSum].contains(leaf.bare)
    let speaking =
      isTimeOnly ? path.headings.first { topic($0, lexicon) != nil } ?? leaf : leaf
    guard let topic = topicOfBareWord(path, lexicon) ?? topic(speaking, lexicon) else { return nil }
    if let (field, period) = column(topic, path) { return .series(field, period) }
    // A plan without a year may be the total's: 预计总投资额. A person may know an unknown month.
    let isOpen = topic == .plan && path.period.months == nil || path.period.isUnknownMonth
    return isOpen ? nil : .unmapped
  }

  /// Whether a label states which kind of sum it is.
  static func isSum(_ label: HeaderLabel, _ lexicon: HeaderLexicon) -> Bool {
    topic(label, lexicon) != nil
  }

  /// Whether a label after 其中 is the plan of a time or the investment done in it, of the whole sum.
  static func isOfTime(_ part: String, _ path: HeaderPath, _ lexicon: HeaderLexicon) -> Bool {
    let label = HeaderLabel(part)
    guard HeaderPeriod.states(label, year: path.year), let topic = topic(label, lexicon) else {
      return false
    }
    return topic != .funds
      && !label.bare.containsAny(path.words[.sumPart] + path.words[.sumKind])
  }

  private enum Topic {
    case plan
    case done
    case funds

    init(_ series: Field) {
      switch series {
      case .plan: self = .plan
      case .funds: self = .funds
      default: self = .done
      }
    }
  }

  private static func topic(_ label: HeaderLabel, _ lexicon: HeaderLexicon) -> Topic? {
    lexicon.series(of: label).map(Topic.init) ?? topic(label.bare, lexicon.words)
  }

  private static func topic(_ label: String, _ words: HeaderWords) -> Topic? {
    if label.containsAny(words[.fundsWord]) && label.containsAny(words[.fundsOf]) { return .funds }
    if label.containsAny(words[.seriesOther]) { return nil }
    let isMoney = label.containsAny(words[.seriesMoney])
    // 本月目标完成投资 is not what was done.
    if label.containsAny(words[.planSum]) { return .plan }
    if label.containsAny(words[.wordPlanned]) && (isMoney || isYearPlan(label, words)) {
      return .plan
    }
    if isMoney && label.containsAny(words[.doneWord]) { return .done }
    return label.containsAny(words[.doneFinished]) && HeaderPeriod.statesYearEnd(label)
      ? .done : nil
  }

  /// Whether a label is short for a year's planned investment: 年度计划, 2026年计划, 全年计划.
  private static func isYearPlan(_ label: String, _ words: HeaderWords) -> Bool {
    label.endsWithAny(words[.planBare]) && label.contains("年")
  }

  /// Whether a label is only 计划, 完成, 累计 …, perhaps with a time; headings give the kind of sum.
  private static func isBareWord(_ leaf: HeaderLabel, _ words: HeaderWords) -> Bool {
    let word = word(of: leaf, words)
    return [.planBare, .doneBare, .fundsBare].contains { words[$0].contains(word) }
  }

  /// The label without its time and number suffix: 完成 of 1-3月完成数.
  private static func word(of label: HeaderLabel, _ words: HeaderWords) -> String {
    HeaderPeriod.remainder(of: label).trimmingSuffixes(of: words[.seriesSuffix])
  }

  /// The topic of a bare word: investment if a label says so or states a unit of money, or if the
  /// word has a time of its own: 本月完成, 2026年计划.
  private static func topicOfBareWord(_ path: HeaderPath, _ lexicon: HeaderLexicon) -> Topic? {
    guard var leaf = path.labels.last else { return nil }
    let words = path.words
    // 1-3月完成 > 投资 is 1-3月完成投资.
    if words[.seriesSum].contains(leaf.bare), let heading = path.headings.first {
      leaf = HeaderLabel(heading.bare.trimmingSuffixes(of: words[.wordSituation]))
    }
    guard isBareWord(leaf, words), !path.joined.containsAny(words[.seriesOther]) else {
      return nil
    }
    let word = word(of: leaf, words)
    if words[.fundsBare].contains(word) { return .funds }
    let isOfMoney =
      path.joined.containsAny(words[.seriesMoney])
      || path.labels.contains { $0.unit.map(MeasureUnit.money.contains) ?? false }
    if words[.planBare].contains(word) {
      let isOfYear = path.period.year != nil && path.period.months == nil
      return isOfMoney || isOfYear ? .plan : nil
    }
    if path.headings.contains(where: { topic($0, lexicon) == .funds }) { return .funds }
    let hasTime = path.period.year != nil || path.period.months != nil
    return isOfMoney || (hasTime && word.containsAny(words[.doneFinished])) ? .done : nil
  }

  /// The period of a header known to be of this series; nil if it states none.
  static func period(of series: Field, _ path: HeaderPath) -> Period? {
    guard let (field, period) = column(Topic(series), path), field == series else { return nil }
    return period
  }

  /// The period of a header with the catalogue's label: without a time of its own, a plan has the list's
  /// year and the sum done before a year has the year before the list's.
  private static func period(ofLabelled series: Field, _ path: HeaderPath) -> Period? {
    if let period = period(of: series, path) { return period }
    guard path.period.year == nil, path.period.months == nil else { return nil }
    switch series {
    case .plan: return path.year.asYear
    case .doneBefore: return (path.year - 1).asYear
    default: return nil
    }
  }

  /// The field and period; nil if the header states no period of the kind the field has.
  private static func column(_ topic: Topic, _ path: HeaderPath) -> (Field, Period)? {
    let time = path.period
    let listYear = path.year
    // 2024-2025年 is no year.
    if path.joined.contains("20"), path.joined.containsAny(["-", "~", "—", "–", "至", "到"]),
      path.joined.contains(/20\d\d年?度?[-~—–至到](?:20)?\d\d年/)
    {
      return nil
    }
    switch topic {
    case .plan:
      // 2027年及以后 is more than one year, 预计2026年底累计完成投资 more than the plan of one.
      let isSumOfYears = time.isYearEnd && path.joined.containsAny(path.words[.doneCumulative])
      guard time.months == nil, !isSumOfYears, !path.joined.containsAny(path.words[.seriesBeyond]),
        let year = time.year,
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
        if isSingle, time.isUntil || path.joined.containsAny(path.words[.doneCumulative]) {
          // 截至3月底累计 is the year's sum only if the year is stated apart from the end of the sum;
          // else it runs from the start of construction.
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
