import Ledger

/// What the project codes of two rows say.
enum CodeComparison: Equatable {
  /// One of them, or none, has a code.
  case nothing
  case same
  /// Two good codes of today's format: two projects.
  case different
  /// One digit, or two neighbours in each other's place, and one of them fails its check.
  case slip
  /// An old code and a new one: coded again, or filed again.
  case recoded
  /// Differing codes of which not both are sure.
  case doubtful

  init(_ one: String?, _ other: String?) {
    if let one, one == other {
      self = .same
      return
    }
    guard let one = one.map(ProjectCode.init), let other = other.map(ProjectCode.init),
      let first = one.canonical, let second = other.canonical
    else {
      self = .nothing
      return
    }
    if first == second {
      self = .same
      return
    }
    switch (one, other) {
    case (.valid(_, .new), .valid(_, .new)): self = .different
    case (.valid(_, let format), .valid(_, let otherFormat)):
      self = format == otherFormat ? .doubtful : .recoded
    default: self = Self.isSlip(Array(first.utf8), Array(second.utf8)) ? .slip : .doubtful
    }
  }

  private static func isSlip(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let digits = one.filter { $0 != UInt8(ascii: "-") }
    let others = other.filter { $0 != UInt8(ascii: "-") }
    guard digits.count == others.count else { return false }
    let places = digits.indices.filter { digits[$0] != others[$0] }
    if places.count == 1 { return true }
    return places.count == 2 && places[1] == places[0] + 1
      && digits[places[0]] == others[places[1]] && digits[places[1]] == others[places[0]]
  }
}
