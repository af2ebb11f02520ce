import Ledger

/// A rule over each row of a table by itself: it adds findings and changes nothing.
///
/// One rule is one file. Rules over cells stand with the cells; these need whole rows.
protocol RowRule: Sendable {
  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue)

  /// What is wrong in a row by itself, or beside what its sender said of the project before.
  func findings(of row: ParsedRow, after earlier: EarlierWord) -> [Finding]
}

/// The rules over rows, in the order they report.
enum RowRules {
  static func all(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) -> [any RowRule] {
    let rules: [any RowRule.Type] = [
      PlanWithinTotal.self, DateOrder.self, TotalBeyondAll.self, DoneWithinTotal.self,
      DoneDecreases.self, DoneNotSum.self, StageContradicts.self,
    ]
    return rules.map { $0.init(layout, year: year, catalogue) }
  }
}

extension ParsedRow {
  /// The name of the cell that a value came from; empty when it came from the context.
  func cell(of key: FieldKey) -> String { place(of: key)?.text ?? "" }

  /// The text of the cell that a value came from.
  func raw(of key: FieldKey) -> String {
    guard let value = parsed(key) else { return "" }
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
