import Ledger

/// The sort key of lists: the sender, then the month; a list without a month comes first.
struct ListHeading: Comparable {
  let sender: String
  let month: Period?

  static func < (one: ListHeading, other: ListHeading) -> Bool {
    if one.sender != other.sender { return one.sender < other.sender }
    guard let month = other.month else { return false }
    return one.month.map { $0 < month } ?? true
  }
}
