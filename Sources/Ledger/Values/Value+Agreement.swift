extension Value {
  /// Whether two values are equal, ignoring white space in texts.
  package func saysSame(as other: Value) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.text(let one), .text(let two)):
      return one.filter { !$0.isWhitespace } == two.filter { !$0.isWhitespace }
    default: return false
    }
  }

  /// Whether it does not contradict another value: equal, or a date that contains the other.
  package func agrees(with other: Value) -> Bool {
    if case .date(let one) = self, case .date(let two) = other { return one.contains(two) }
    return saysSame(as: other)
  }
}

extension PartialDate {
  /// Whether this date's range includes another's: `2026` contains `2026-11`.
  package func contains(_ other: PartialDate) -> Bool {
    firstDay <= other.firstDay && other.lastDay <= lastDay
  }
}
