import Ledger

/// The result of comparing the project codes of two rows.
enum CodeComparison: Equatable {
  /// At most one of them has a code.
  case nothing
  case same
  /// Two valid codes of the current format: two projects.
  case different
  /// One digit differs, or two neighbouring ones are swapped, and one of the codes fails its check.
  case slip
  /// An old code and a new one: recoded, or filed again.
  case recoded
  /// Different codes that are not both certain.
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
