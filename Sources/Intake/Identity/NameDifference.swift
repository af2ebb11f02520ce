/// What two cores of names do not have in common.
enum NameDifference: Equatable {
  /// The same words, in whatever order.
  case none
  /// One says more than the other: a shortened name.
  case shortened
  /// Each says something that the other does not: another product, place, number.
  case replaced

  /// Compares two names that may name their owners more or less fully.
  init(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], owners: [[Unicode.Scalar]]) {
    var onlyOne = Bag(one)
    var onlyOther = Bag(other)
    onlyOne.remove(Bag(other))
    onlyOther.remove(Bag(one))
    // Words of the owner's own name say nothing new.
    for owner in owners {
      if onlyOne.isPart(of: Bag(owner)) { onlyOne = Bag([]) }
      if onlyOther.isPart(of: Bag(owner)) { onlyOther = Bag([]) }
    }
    self =
      switch (onlyOne.isEmpty, onlyOther.isEmpty) {
      case (true, true): .none
      case (false, false): .replaced
      default: .shortened
      }
  }
}

/// Characters with how often they occur.
private struct Bag {
  private var counts: [Unicode.Scalar: Int] = [:]

  init(_ scalars: [Unicode.Scalar]) { for scalar in scalars { counts[scalar, default: 0] += 1 } }

  var isEmpty: Bool { counts.isEmpty }

  mutating func remove(_ other: Bag) {
    for (scalar, count) in other.counts {
      guard let own = counts[scalar] else { continue }
      counts[scalar] = own > count ? own - count : nil
    }
  }

  func isPart(of other: Bag) -> Bool {
    counts.allSatisfy { scalar, count in other.counts[scalar, default: 0] >= count }
  }
}
