import Testing

@testable import Website

/// A page shows a number as the workbook does.
@Suite struct FormattedNumberTests {
  @Test(arguments: [
    (96.785, 2...2, "96.79"), (17.3, 2...2, "17.30"), (-0.005, 2...2, "-0.01"),
    (1234.5, 0...0, "1,235"),
    (1_234_567.891, 2...4, "1,234,567.891"), (0.0, 2...2, "0.00"),
    (0.30000000000000004, 0...10, "0.3"),
    (1060.0, 0...10, "1,060"), (2.675, 2...2, "2.68"), (-0.001, 2...2, "0.00"),
  ])
  func `四舍五入，零不去掉`(number: Double, decimals: ClosedRange<Int>, text: String) {
    #expect(FormattedNumber.text(number, decimals: decimals, inGroups: true) == text)
  }
}
