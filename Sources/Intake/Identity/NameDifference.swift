/// What two cores of names do not have in common.
enum NameDifference: Equatable {
  /// The same words, in whatever order.
  case none
  /// One says more than the other: a shortened name.
  case shortened
  /// Each says something that the other does not: another product, place, number.
  case replaced

  /// A name's core, with the names of those behind the project.
  struct Side {
    let core: [Unicode.Scalar]
    let owners: [[Unicode.Scalar]]
  }

  /// Compares two names that may name their owners more or less fully.
  init(_ one: Side, _ other: Side) {
    var onlyOne = Bag(one.core)
    var onlyOther = Bag(other.core)
    onlyOne.remove(Bag(other.core))
    onlyOther.remove(Bag(one.core))
    switch (onlyOne.isEmpty, onlyOther.isEmpty) {
    case (true, true): self = .none
    // Words of an owner's name say nothing new.
    case (false, true): self = onlyOne.isPart(ofOne: one.owners + other.owners) ? .none : .shortened
    case (true, false):
      self = onlyOther.isPart(ofOne: one.owners + other.owners) ? .none : .shortened
    // Two names may each be said with their owner's, else one brand stands against another.
    case (false, false):
      let areOwners = onlyOne.isPart(ofOne: one.owners) && onlyOther.isPart(ofOne: other.owners)
      self = areOwners ? .none : .replaced
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

  /// Whether all of it stands in one of several names.
  func isPart(ofOne names: [[Unicode.Scalar]]) -> Bool {
    names.contains { name in
      let other = Bag(name)
      return counts.allSatisfy { scalar, count in other.counts[scalar, default: 0] >= count }
    }
  }
}
