/// How the cores of two names differ.
enum NameDifference: Equatable {
  /// The same words, in whatever order.
  case none
  /// One contains more than the other: a shortened name.
  case shortened
  /// Each contains something that the other lacks: another product, place, number.
  case replaced

  /// A name's core, with the names of the project's owner and investor.
  struct Side {
    let core: NameBag
    let owners: [NameBag]
  }

  /// Compares two names, of which either may include its owner's name.
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
    // Words of an owner's name add nothing.
    case (false, true): self = isPart(onlyOne, one.owners + other.owners) ? .none : .shortened
    case (true, false): self = isPart(onlyOther, one.owners + other.owners) ? .none : .shortened
    // Each name may include its own owner's; otherwise two brands differ.
    case (false, false):
      let areOwners = isPart(onlyOne, one.owners) && isPart(onlyOther, other.owners)
      self = areOwners ? .none : .replaced
    }
  }
}
