/// 形象进度 of a project as it was reported, month by month, whatever order the lists came in.
///
/// Whose word counts comes before which month it is of: what the owner of the field said last stands until the
/// owner says something else, as in the ledger itself.
package struct ReportedProgress: Hashable, Sendable {
  /// What speakers said for a month, by speaker.
  private var words: [Period: [String: Word]] = [:]
  /// What a person put down for a month; nil where a person cleared it.
  private var typed: [Period: String?] = [:]
  private var count = 0

  private struct Word: Hashable, Sendable {
    let text: String
    /// Where it stands among all that was said: among equals the later word counts, and what came in a list that is
    /// older than its sender's newest before all others.
    let place: Int
  }

  /// What is known for a month, and the month that it was said for.
  package struct Known: Hashable, Sendable {
    package let text: String
    package let month: Period
  }

  package init() {}

  /// The months that anything was said for.
  package var months: [Period] { Set(words.keys).union(typed.keys).sorted() }

  /// Whether anything was said for any month.
  package var isEmpty: Bool { words.isEmpty && typed.isEmpty }

  /// Takes in what a speaker's list said for a month; `isLate` says that it had told of a later one before.
  package mutating func note(
    _ text: String, by speaker: String, for month: Period, isLate: Bool = false
  ) {
    count += 1
    words[month, default: [:]][speaker] = Word(text: text, place: isLate ? -count : count)
  }

  /// Takes in what a person put down, for the last month that is known where none is named.
  package mutating func note(typed text: String?, for month: Period?) {
    guard let month = month ?? months.last else { return }
    typed[month] = .some(text)
  }

  /// Takes in what was said of a project merged into this one: what was said of this one stands before it.
  package mutating func inherit(_ gone: ReportedProgress) {
    for (month, said) in gone.words {
      words[month, default: [:]].merge(said) { own, _ in own }
    }
    typed.merge(gone.typed) { own, _ in own }
    count += gone.count
  }

  /// What stands for the end of a month, of all that was said for it and for months before it.
  ///
  /// `rank` is what a speaker's word weighs, 0 the most. What a person put down stands before all lists of its
  /// month and of earlier ones.
  package func known(for month: Period, rank: (String) -> Int) -> Known? {
    let person = typed.keys.filter { $0.isReached(by: month) }.max()
    let said = words.filter { period, _ in
      period.isReached(by: month) && person.map { $0 < period } ?? true
    }
    let all = said.flatMap { period, words in
      words.map { (rank: rank($0.key), period: period, word: $0.value) }
    }
    let best = all.max { one, other in
      if one.rank != other.rank { return one.rank > other.rank }
      return (one.period, one.word.place) < (other.period, other.word.place)
    }
    if let best { return Known(text: best.word.text, month: best.period) }
    guard let person, let text = typed[person] ?? nil else { return nil }
    return Known(text: text, month: person)
  }

  /// What was said for each month itself.
  package func byMonth(rank: (String) -> Int) -> [Period: String] {
    var texts: [Period: String] = [:]
    for month in months {
      guard let known = known(for: month, rank: rank), known.month == month else { continue }
      texts[month] = known.text
    }
    return texts
  }
}

extension Period {
  /// Whether a month is this one or a later one.
  package func isReached(by month: Period) -> Bool {
    (year, lastMonth) <= (month.year, month.lastMonth)
  }
}
