package import Ledger

/// What a sender said of a project in earlier lists, as far as rules measure a new list by it.
package struct EarlierWord: Sendable {
  let said: Record
  /// The month that each sum of a year reaches.
  let reach: [FieldKey: Int]

  package init(said: Record, reach: [FieldKey: Int]) {
    self.said = said
    self.reach = reach
  }

  /// Nothing is known: the row stands by itself.
  static let nothing = EarlierWord(said: Record(), reach: [:])

  /// A sum of money that was said.
  func money(_ key: FieldKey) -> Money? {
    if case .money(let money) = said[key] { money } else { nil }
  }
}

extension ParsedRow {
  /// The sum of a key, in the row or else said before.
  func money(_ key: FieldKey, else earlier: EarlierWord) -> Money? {
    if case .money(let money) = self[key] { return money }
    return earlier.money(key)
  }
}
