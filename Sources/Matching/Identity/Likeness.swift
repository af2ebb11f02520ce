import Ledger

/// How likely two projects are the same, in hundredths of the weight of what both state.
package struct Likeness: Hashable, Sendable {
  /// A trait by which two projects are compared.
  package enum Trait: String, Hashable, Sendable, CaseIterable {
    case name
    case code
    case company
    case investor
    case place
    case amount

    /// The weight of an agreement.
    fileprivate var weight: Int {
      switch self {
      case .name: 40
      case .code, .company: 20
      case .place, .amount: 10
      case .investor: 5
      }
    }
  }

  /// How far two projects agree in one trait that both state, in hundredths.
  package struct Sign: Hashable, Sendable {
    package let trait: Trait
    package let percent: Int
  }

  /// In the order of the traits; a trait that only one of them states is omitted.
  package let signs: [Sign]

  package init(_ one: KnownProject, _ other: KnownProject) {
    var signs = [Sign(trait: .name, percent: one.nameKey.likeness(to: other.nameKey))]
    func add(_ trait: Trait, _ percent: Int?) {
      if let percent { signs.append(Sign(trait: trait, percent: percent)) }
    }
    func agreement<T: Equatable>(_ one: T?, _ other: T?) -> Int? {
      guard let one, let other else { return nil }
      return one == other ? 100 : 0
    }
    add(.code, agreement(one.code, other.code))
    add(
      .company,
      agreement(one.ownerUSCC, other.ownerUSCC) ?? agreement(one.ownerKey, other.ownerKey))
    add(.investor, agreement(one.investor, other.investor))
    add(.place, agreement(one.district, other.district) ?? agreement(one.zone, other.zone))
    add(.amount, one.investment.flatMap { own in other.investment.map { own.likeness(to: $0) } })
    self.signs = signs
  }

  /// From 0 to 100.
  package var score: Int {
    let weights = signs.reduce(0) { $0 + $1.trait.weight }
    return signs.reduce(0) { $0 + $1.trait.weight * $1.percent } / max(1, weights)
  }
}

extension NameKey {
  /// The neighbouring character pairs common to both names, in hundredths of all (Dice coefficient).
  fileprivate func likeness(to other: NameKey) -> Int {
    if self == other { return 100 }
    let (own, others) = (pairs, other.pairs)
    let shared = own.intersection(others).count
    return 200 * shared / max(1, own.count + others.count)
  }

  private var pairs: Set<UInt64> {
    var pairs: Set<UInt64> = []
    var last: UInt32?
    forEachScalar { scalar in
      if let last { pairs.insert(UInt64(last) << 32 | UInt64(scalar)) }
      last = scalar
    }
    return pairs
  }
}

extension Money {
  /// The smaller sum in hundredths of the larger one.
  fileprivate func likeness(to other: Money) -> Int {
    let (small, large) = (min(fen, other.fen), max(fen, other.fen))
    if small == large { return 100 }
    guard small > 0 else { return 0 }
    // Divide first, so that no sum overflows.
    return Int(min(99, small / max(1, large / 100)))
  }
}
