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
    let core: NameBag
    let owners: [NameBag]
  }

  /// Compares two names that may name their owners more or less fully.
  init(_ one: Side, _ other: Side) {
    if one.core == other.core {
      self = .none
      return
    }
    let onlyOne = one.core.subtracting(other.core)
    let onlyOther = other.core.subtracting(one.core)
    func isPart(_ words: NameBag, _ owners: [NameBag]) -> Bool {
      owners.contains { words.isPart(of: $0) }
    }
    switch (onlyOne.isEmpty, onlyOther.isEmpty) {
    case (true, true): self = .none
    // Words of an owner's name say nothing new.
    case (false, true): self = isPart(onlyOne, one.owners + other.owners) ? .none : .shortened
    case (true, false): self = isPart(onlyOther, one.owners + other.owners) ? .none : .shortened
    // Two names may each be said with their owner's, else one brand stands against another.
    case (false, false):
      let areOwners = isPart(onlyOne, one.owners) && isPart(onlyOther, other.owners)
      self = areOwners ? .none : .replaced
    }
  }
}
