import Foundation

/// Numbers as a workbook shows them: rounded half up, by their decimal digits.
enum ShownNumber {
  /// At least and at most so many decimals; `inGroups` parts the digits before them by threes.
  static func text(_ number: Double, decimals: ClosedRange<Int>, inGroups: Bool) -> String {
    // A spreadsheet has fifteen digits of a number.
    guard number.isFinite, var exact = Decimal(string: String(format: "%.15g", number)) else {
      return ""
    }
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, decimals.upperBound, .plain)
    let parts = "\(rounded.magnitude)".split(separator: ".").map(String.init)
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.count < decimals.lowerBound { fraction += "0" }
    let sign = rounded < 0 ? "-" : ""
    let whole = parts.first ?? "0"
    return sign + (inGroups ? grouped(whole) : whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
