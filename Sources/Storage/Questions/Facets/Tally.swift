import Ledger

/// The number of projects with a value, and their investment.
struct Tally {
  private(set) var count = 0
  private var fen: Int128 = 0

  init() {}

  init(count: Int, fen: Int64) {
    self.count = count
    self.fen = Int128(fen)
  }

  mutating func add(_ investment: Int64) {
    count += 1
    fen += Int128(investment)
  }

  mutating func add(_ other: Tally) {
    count += other.count
    fen += other.fen
  }

  /// The count of a value; one without projects is included only if it is selected.
  func counted(_ value: Facet.Value, isSelected: Bool) -> [Facet.Count] {
    if count == 0 && !isSelected { return [] }
    return [
      Facet.Count(
        value: value, count: count, investment: Money(fen: Int64(clamping: fen)),
        isSelected: isSelected)
    ]
  }
}

extension ArraySlice<Tally> {
  /// The tallies by item; one code may stand for several items.
  func byItem(limit: Int, _ items: (Int) -> [Int]) -> [Tally] {
    var tallies = [Tally](repeating: Tally(), count: limit)
    for (number, tally) in enumerated() where tally.count > 0 {
      let items = items(number)
      for item in items.isEmpty ? [0] : items { tallies[item].add(tally) }
    }
    return tallies
  }
}
