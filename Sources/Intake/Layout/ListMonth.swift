/// The month that a list states to be of: what 本月 means.
struct ListMonth: Hashable, ExpressibleByIntegerLiteral {
  let month: Int
  /// The year stated with it; nil where it is the list's.
  let year: Int?

  init(_ month: Int, of year: Int?) { (self.month, self.year) = (month, year) }

  init(integerLiteral month: Int) { self.init(month, of: nil) }
}
