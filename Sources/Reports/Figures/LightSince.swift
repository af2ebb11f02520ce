package import Ledger
package import Storage

/// Since when a project's light is not good.
package enum LightSince: Hashable, Sendable {
  /// The day on which a date was missed or a problem raised.
  case day(PartialDate)
  /// The first month whose figures lag, with none better after it.
  case month(Int)

  /// In words, such as 自 2026-03-19，12 天; `day` is the day that counts as today.
  package func words(on day: PartialDate?) -> String {
    switch self {
    case .month(let month): return "自 \(month) 月的数据起"
    case .day(let since):
      let days = day.map { $0.lastDayNumber - since.lastDayNumber } ?? 0
      return "自 \(since.text)" + (days > 0 ? "，\(days) 天" : "")
    }
  }
}

extension ProjectLights {
  /// Since when a project's light is 滞后 or 严重滞后: a missed day, or the month since which its figures lag,
  /// whichever is earlier. Nil for any other light, and if nothing says since when.
  package func since(_ project: StoredProject) -> LightSince? {
    guard let light = light(edition.figures(of: project)),
      light.light == .lagging || light.light == .serious
    else { return nil }
    let month = laggingMonth(project)
    let end = month.map { PlannedWorks.end(ofMonth: $0, year: edition.year) } ?? .max
    if let day = light.since, day.lastDay <= end {
      return PartialDate(dayNumber: day.lastDayNumber).map(LightSince.day)
    }
    return month.map(LightSince.month)
  }

  /// The first of the months up to the edition's in which the project's figures lag without a break.
  private func laggingMonth(_ project: StoredProject) -> Int? {
    guard let last = edition.month else { return nil }
    var first: Int?
    for month in stride(from: last, through: 1, by: -1) {
      let figures =
        month == last
        ? edition.figures(of: project)
        : ProjectFigures(project, year: edition.year, month: month)
      guard let rate = figures.rate, let elapsed = figures.monthElapsed(in: month) else { break }
      let light = rule.light(
        difference: LightRule.difference(rate: rate, month: elapsed), isOverdue: false,
        hasOpenProblem: false, isUnreported: false)
      if light == .normal { break }
      first = month
    }
    return first
  }
}
