package import Ledger

/// The speaker of a list, its month, and its rank.
package struct Voice: Sendable {
  /// The name by `Speaker`.
  package let speaker: String
  /// The month that the list reaches.
  package let month: Period?
  /// The latest month that earlier lists of the speaker reached.
  private let newest: Period?
  private let ranks: SenderRanks

  package init(speaker: String, month: Period?, newest: Period?, _ catalogue: Catalogue) {
    self.speaker = speaker
    self.month = month
    self.newest = newest
    ranks = SenderRanks(catalogue)
  }

  /// Whether the list names no sender: another one by its name may be another office's.
  var isUnnamed: Bool { Speaker.unnamed(speaker) != nil }

  /// The month of the sender's newest list, where this one is of an earlier month: it changes no value.
  package var olderThan: Period? {
    guard let month, let newest, month < newest, !isUnnamed else { return nil }
    return newest
  }

  /// Whether the list is of an earlier or a later month than another one; neither where it states none.
  func isOlder(than other: Period) -> Bool { month.map { $0 < other } ?? false }
  func isNewer(than other: Period) -> Bool { month.map { other < $0 } ?? false }

  /// Whether the speaker's lists reach this month for the first time.
  package var isNewMonth: Bool { month.map { month in newest.map { $0 < month } ?? true } ?? false }

  /// The rank of the list's speaker about a key of a project, against the current value; 0 is the highest.
  func rank(about key: FieldKey, _ project: Record, against testimony: Provenance) -> Int {
    ranks.rank(of: speaker, about: key, project, against: testimony)
  }

  /// The rank of another speaker.
  func rank(of speaker: String, about key: FieldKey, _ project: Record) -> Int {
    ranks.rank(of: speaker, about: key, project)
  }

  /// Whether the current value was typed for a lower-ranked unit, or its author is unknown.
  func outweighsTyped(_ key: FieldKey, _ project: Record, _ testimony: Provenance) -> Bool {
    let own = rank(about: key, project, against: testimony)
    guard let bringer = testimony.bringers[key] else { return own == 0 }
    return ranks.rank(ofTyped: bringer, about: key, project).map { own < $0 } ?? false
  }

  /// Whether a higher-ranked speaker states something other than a value.
  func isOutranked(
    about key: FieldKey, saying value: Value, _ testimony: Provenance, _ project: Record
  ) -> Bool {
    let own = rank(about: key, project, against: testimony)
    return own > 0
      && testimony.words.contains { speaker, words in
        guard let word = words[key], !word.value.agrees(with: value) else { return false }
        return rank(of: speaker, about: key, project) < own
      }
  }

  /// The lower-ranked speakers that state something other than a value.
  func outranks(
    about key: FieldKey, saying value: Value, _ testimony: Provenance, _ project: Record
  ) -> [String] {
    let own = rank(about: key, project, against: testimony)
    return testimony.words.filter { speaker, words in
      guard speaker != self.speaker, let word = words[key], !word.value.agrees(with: value) else {
        return false
      }
      return rank(of: speaker, about: key, project) > own
    }.keys.sorted()
  }
}
