package import Ledger

/// What a sender stated about a project in earlier lists, as far as rules compare it.
package struct EarlierStatements: Sendable {
  let said: Record
  /// The last month of each sum of a year.
  let reach: [FieldKey: Int]

  package init(said: Record, reach: [FieldKey: Int]) {
    self.said = said
    self.reach = reach
  }

  /// No earlier list.
  static let nothing = EarlierStatements(said: Record(), reach: [:])

  /// The amount of money stated earlier.
  func money(_ key: FieldKey) -> Money? {
    if case .money(let money) = said[key] { money } else { nil }
  }
}

extension ParsedRow {
  /// The amount of a key in the row, or else stated earlier.
  func money(_ key: FieldKey, else earlier: EarlierStatements) -> Money? {
    if case .money(let money) = self[key] { return money }
    return earlier.money(key)
  }
}
