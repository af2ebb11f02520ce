/// The 形象进度 of a project as reported, by month, whatever the order of the lists.
///
/// Rank precedes month: the last statement of the field's owner is current until the owner states another, as
/// in the ledger itself.
package struct ReportedProgress: Hashable, Sendable {
  /// The statements for a month, by speaker.
  private var words: [Period: [String: Word]] = [:]
  /// The text a person entered for a month; nil if a person cleared it.
  private var typed: [Period: String?] = [:]
  private var count = 0

  private struct Word: Hashable, Sendable {
    let text: String
    /// The position among all statements: of equals the later wins, and those of lists older than the sender's
    /// newest come before all others.
    let place: Int
  }

  /// The progress known for a month, and the month it was stated for.
  package struct Known: Hashable, Sendable {
    package let text: String
    package let month: Period
  }

  package init() {}

  /// The months with statements.
  package var months: [Period] { Set(words.keys).union(typed.keys).sorted() }

  /// Whether there are no statements.
  package var isEmpty: Bool { words.isEmpty && typed.isEmpty }

  /// Adds a list's statement for a month; `isLate` if the speaker had already reported on a later one.
  package mutating func note(
    _ text: String, by speaker: String, for month: Period, isLate: Bool = false
  ) {
    count += 1
    words[month, default: [:]][speaker] = Word(text: text, place: isLate ? -count : count)
  }

  /// Adds a person's text, for the last known month if none is given.
  package mutating func note(typed text: String?, for month: Period?) {
    guard let month = month ?? months.last else { return }
    typed[month] = .some(text)
  }

  /// Adds the statements about a project merged into this one; this one's own take precedence.
  package mutating func inherit(_ gone: ReportedProgress) {
    for (month, said) in gone.words {
      words[month, default: [:]].merge(said) { own, _ in own }
    }
    typed.merge(gone.typed) { own, _ in own }
    count += gone.count
  }

  /// The current text at the end of a month, from statements for it and earlier months.
  ///
  /// `rank` is a speaker's rank, 0 the highest. A person's text precedes all lists of its month and earlier
  /// ones.
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

  /// The texts stated for each month itself.
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
  /// Whether a month is this one or later.
  package func isReached(by month: Period) -> Bool {
    (year, lastMonth) <= (month.year, month.lastMonth)
  }
}
