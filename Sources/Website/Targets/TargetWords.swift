import Foundation
import Ledger
import Reports

/// Formats the figures of targets.
enum TargetWords {
  /// A value with the list of the projects that it counts; on a day gone by, or of a month, as pages keep them.
  static func view(_ progress: TargetProgress, _ catalogue: Catalogue, _ time: Query) -> View {
    View([
      "value": progress.value.map(number),
      "valueHref": progress.value == nil
        ? nil
        : progress.list(catalogue).map {
          Address("projects", query: FilterQuery($0, catalogue).query + time)
        },
    ])
  }

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
