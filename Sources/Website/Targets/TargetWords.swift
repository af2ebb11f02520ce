import Foundation

/// Figures of targets as pages show them.
enum TargetWords {
  /// A number without needless decimals: 1060, 12.5.
  static func number(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "" }
    let text = String(format: "%.2f", number)
    guard text.contains(".") else { return text }
    var trimmed = Substring(text)
    while trimmed.last == "0" { trimmed.removeLast() }
    if trimmed.last == "." { trimmed.removeLast() }
    return String(trimmed)
  }
}
