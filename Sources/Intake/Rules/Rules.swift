import Ledger

/// A rule over the rows of a table: it adds findings and changes nothing.
///
/// One rule is one file. Rules over cells stand with the cells; these need whole rows or columns.
protocol TableRule: Sendable {
  static func findings(in table: ParsedTable) -> [Finding]
}

/// The rules in the order they report.
enum Rules {
  static let ofTables: [any TableRule.Type] = [
    MagnitudeRule.self, PlanWithinTotal.self, DateOrder.self,
  ]
}

extension ParsedTable {
  /// The name of the cell that a row's value came from; empty when it came from the context.
  func cell(of key: FieldKey, in row: ParsedRow) -> String {
    row.place(of: key)?.text ?? ""
  }

  /// The text of the cell that a row's value came from.
  func raw(of key: FieldKey, in row: ParsedRow) -> String {
    guard let value = row.parsed(key) else { return "" }
    return value.raw ?? value.value.plainText
  }
}

extension Value {
  /// The interchange form of a value that names no catalogue item.
  var plainText: String {
    switch self {
    case .text(let text): text
    case .money(let money): money.wanYuan
    case .quantity(let quantity): quantity.text
    case .date(let date): date.text
    case .list(let texts): texts.joined(separator: "、")
    default: canonical
    }
  }
}
