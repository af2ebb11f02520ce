import Foundation
import Wording

/// Formats numbers like a workbook: rounded half up, in decimal arithmetic.
enum FormattedNumber {
  /// Formats a number with a minimum and maximum of decimals; `inGroups` adds thousands separators.
  static func text(_ number: Double, decimals: ClosedRange<Int>, inGroups: Bool) -> String {
    // A spreadsheet stores 15 significant digits.
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
    return sign + (inGroups ? whole.groupedByThousands : whole)
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}
