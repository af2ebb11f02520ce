import Ledger

/// What tells when a list's turn comes: its sender, then the month that it reaches; one without a month goes
/// before those with one.
struct ListHeading: Comparable {
  let sender: String
  let month: Period?

  static func < (one: ListHeading, other: ListHeading) -> Bool {
    if one.sender != other.sender { return one.sender < other.sender }
    guard let month = other.month else { return false }
    return one.month.map { $0 < month } ?? true
  }
}
