import Testing

@testable import Spreadsheet

@Suite struct DecimalNumberTests {
  @Test(
    arguments: [
      ("0", "0"), ("-0", "0"), ("12", "12"), ("1200", "1200"), ("-12.50", "-12.5"),
      ("0.1", "0.1"), (".5", "0.5"), ("5.", "5"), ("1.5E+3", "1500"), ("1.5e-3", "0.0015"),
      ("+7", "7"), (" 42\n", "42"), ("00012", "12"), ("0.30000000000000004", "0.30000000000000004"),
      ("123456789012345678", "123456789012345678"), ("1E-400", "0"),
    ])
  func aLiteralIsReadExactly(literal: String, plain: String) throws {
    #expect(try #require(DecimalNumber(literal)).description == plain)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (46_112, "46112"), (-12.5, "-12.5"), (1234.56, "1234.56"),
      (0.1 + 0.2, "0.30000000000000004"), (1e21, "1000000000000000000000"),
      (1.0 / 3, "0.3333333333333333"),
      (0.0000123, "0.0000123"), (999_999_999_999_999, "999999999999999"),
      (9_007_199_254_740_992, "9007199254740992"), (1e-7, "0.0000001"),
    ] as [(Double, String)])
  func floatingPointGivesTheShortestDecimal(double: Double, plain: String) throws {
    let number = try #require(DecimalNumber(double))
    #expect(number.description == plain)
    #expect(number.double == double)
  }

  @Test(
    arguments: [
      ("1234567890123456785", "1234567890123456780"),
      ("1234567890123456775", "1234567890123456780"),
      ("12345678901234567851", "12345678901234567900"),
      ("9999999999999999999", "10000000000000000000"),
    ])
  func beyondEighteenDigitsTiesRoundToEven(literal: String, plain: String) throws {
    #expect(try #require(DecimalNumber(literal)).description == plain)
  }

  @Test(
    arguments: [
      "", "-", "abc", "1e", "1e+", "1.2.3", "NaN", "INF", "1E400", "0x10", "1,000", "1 2",
    ])
  func whatIsNoFiniteNumberIsNone(literal: String) {
    #expect(DecimalNumber(literal) == nil)
  }

  @Test func equalValuesAreEqual() {
    #expect(DecimalNumber("1.50") == DecimalNumber("15e-1"))
    #expect(DecimalNumber("100") == DecimalNumber("1E2"))
  }

  @Test(
    arguments: [
      ("0.30000000000000004", "0.3"), ("1234.56", "1234.56"),
      ("99999999999999850", "99999999999999800"),
      ("-1.0000000000000007", "-1"), ("123456789012345678", "123456789012346000"),
    ])
  func fifteenDigitsAreWhatExcelShows(literal: String, rounded: String) throws {
    let number = try #require(DecimalNumber(literal)).rounded(toSignificantDigits: 15)
    #expect(number.description == rounded)
  }

  @Test(
    arguments: ["0.1", "1234.56", "1e22", "1e-22", "123456789012345678", "1.7e308", "-2.5e-300"])
  func theDoubleIsTheNearest(literal: String) throws {
    #expect(try #require(DecimalNumber(literal)).double == Double(literal))
  }
}
