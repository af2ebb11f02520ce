package import Ledger
import Storage

/// A month of a project: investment done in it and up to its end, and progress in words.
package struct ProjectMonth: Hashable, Sendable {
  package let period: Period
  /// Done in the month itself; nil if nobody stated it and it does not follow from the sums.
  package let own: Money?
  /// Done since January.
  package let toDate: Money?
  package let progress: String?
}

/// The months of a project. Sums come from its current values and from monthly lists, each for the month that
/// the list reaches (截至 3 月底); progress is what was reported for the month.
struct ProjectMonths {
  private let words: [Period: String]
  private var figures: [YearToDate.Figure] = []
  private let record: Record

  init(_ project: StoredProject, _ history: [HistoryStep], words: [Period: String]) {
    record = project.record
    self.words = words
    for step in history where !step.isUndone { read(step) }
    for entry in record.entries(of: .done) {
      add(entry.key, entry.value, reach: project.reach[entry.key])
    }
  }

  /// In chronological order, without months of which nothing is known.
  var all: [ProjectMonth] {
    let years = Set(figures.map { Int($0.period.year) })
    let reported = years.flatMap { year in
      (1...12).compactMap { month -> Period? in
        guard let period = Period.month(year, month) else { return nil }
        let isOwn = record.money(.done, period) != nil
        return isOwn || toDate(period) != nil ? period : nil
      }
    }
    return Set(reported).union(words.keys).sorted().map { period in
      ProjectMonth(
        period: period, own: own(period), toDate: toDate(period), progress: words[period])
    }
  }

  private mutating func read(_ step: HistoryStep) {
    guard let source = step.entry.source, let month = source.asOfMonth else { return }
    // A year's sum changed from month to month; all other figures come from the current values.
    for field in step.change.fields where field.key.period?.isYear ?? false {
      if let value = field.after { add(field.key, value, reach: month) }
    }
  }

  private mutating func add(_ key: FieldKey, _ value: Value, reach: Int?) {
    guard key.field == .done, let period = key.period, case .money(let amount) = value else {
      return
    }
    figures.append(
      YearToDate.Figure(period: period, amount: amount, reach: period.isYear ? reach : nil))
  }

  private func toDate(_ period: Period) -> Money? {
    let month = Int(period.lastMonth)
    let found = YearToDate(figures, year: Int(period.year), through: month)
    return found?.month == month ? found?.amount : nil
  }

  private func own(_ period: Period) -> Money? {
    if let stated = record.money(.done, period) { return stated }
    guard period.isMonth, let end = toDate(period) else { return nil }
    guard let before = Period.month(Int(period.year), Int(period.lastMonth) - 1) else { return end }
    return toDate(before).flatMap { end.adding(Money(fen: -$0.fen)) }
  }
}
