/// The month that a list states for itself, meant by 本月.
struct ListMonth: Hashable, ExpressibleByIntegerLiteral {
  let month: Int
  /// The year stated with it; nil for the list's year.
  let year: Int?

  init(_ month: Int, of year: Int?) { (self.month, self.year) = (month, year) }

  init(integerLiteral month: Int) { self.init(month, of: nil) }
}
