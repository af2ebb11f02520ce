extension DecimalNumber {
  /// The shortest decimal that reads back as this number; nil when it is infinite or not a number.
  package init?(_ double: Double) {
    guard double.isFinite else { return nil }
    // Most numbers of a sheet have few decimals. Below 10^15 a decimal that reads back is the shortest,
    // since every step but the one division is exact.
    var power = 1.0
    for decimals in 0...6 {
      let scaled = (double * power).rounded()
      guard abs(scaled) < 1e15 else { break }
      if scaled / power == double {
        self.init(mantissa: Int64(scaled), exponent: -decimals)
        return
      }
      power *= 10
    }
    self.init(double.description)
  }
}
