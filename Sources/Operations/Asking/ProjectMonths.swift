package import Ledger
import Storage

/// A month of a project: what was done in it and by its end, and how far the works had come.
package struct ProjectMonth: Hashable, Sendable {
  package let period: Period
  /// Done in the month itself; nil when nobody said it, and the sums before and after do not tell.
  package let own: Money?
  /// Done since January.
  package let toDate: Money?
  package let progress: String?
}

/// The months of a project, from its values and from the monthly lists it stood in: a list's 形象进度 and
/// its sum of the year are of the month that the list reaches (截至 3 月底).
struct ProjectMonths {
  private var words: [Period: String] = [:]
  private var figures: [YearToDate.Figure] = []
  private let record: Record

  /// `repeated` is the progress of months whose rows repeated the month before to the letter.
  init(_ project: StoredProject, _ history: [HistoryStep], repeated: [Period: String] = [:]) {
    record = project.record
    words = repeated
    for step in history where !step.isUndone {
      readRepeated(step)
      read(step)
    }
    for entry in record.entries(of: .done) {
      add(entry.key, entry.value, reach: project.reach[entry.key])
    }
    for entry in record.entries(of: .monthlyProgress) {
      if let period = entry.key.period, case .text(let text) = entry.value { words[period] = text }
    }
  }

  /// In the order of time; a month that nothing is known of is left out.
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

  /// The last month whose progress is known in words.
  var latestWords: Period? { words.keys.max() }

  /// Words that a list said again for its month.
  private mutating func readRepeated(_ step: HistoryStep) {
    for word in step.change.stated where word.key.field == .monthlyProgress {
      if let period = word.key.period, case .text(let text)? = word.value { words[period] = text }
    }
  }

  private mutating func read(_ step: HistoryStep) {
    guard let source = step.entry.source, let month = source.asOfMonth,
      let period = Period.month(source.year, month)
    else { return }
    for field in step.change.fields {
      if field.key == FieldKey(.progress) {
        if case .text(let text) = field.after { words[period] = text }
      } else if let value = field.after {
        add(field.key, value, reach: month)
      }
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
