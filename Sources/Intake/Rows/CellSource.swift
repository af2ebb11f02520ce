import Ledger
import Spreadsheet

/// A cell about to be read: texts are unified, and are neither blank nor ditto marks.
struct CellSource: Sendable {
  let column: CellColumn
  /// The row the cell stands in: the top of a merged cell.
  let row: Int
  var value: CellValue
  /// The text as the file has it, where more than its white space was changed.
  var written: UnifiedText.Source?

  /// The cell as findings quote it.
  var raw: String {
    if case .text(let text) = value { text } else { CellText.raw(of: value) }
  }

  /// Whether the cell's own text states a unit.
  var statesUnit: Bool {
    if case .text(let text) = value { text.contains("元") } else { false }
  }

  /// The cell's text, unless it is what the value's interchange form says anyway.
  func raw(unlessSaidBy value: Value) -> String? {
    written?.text ?? Self.raw(of: self.value, unlessSaidBy: value)
  }

  /// The same of any cell, its text unified.
  static func raw(of cell: CellValue, unlessSaidBy value: Value) -> String? {
    let raw = if case .text(let text) = cell { text } else { CellText.raw(of: cell) }
    return switch (value, cell) {
    case (.text(let text), .shown(let shown)): shown.text == text ? nil : shown.text
    case (.text(let text), _): raw == text ? nil : raw
    case (.money(let money), .number(let number)):
      number.isWanYuan(of: money) ? nil : raw
    case (.money(let money), _): raw == money.wanYuan ? nil : raw
    case (.quantity(let quantity), _): raw == quantity.text ? nil : raw
    case (.date(let date), .date(let cell)): cell.isDay(date) ? nil : raw
    case (.date(let date), _): raw == date.text ? nil : raw
    default: raw
    }
  }
}

extension CellDate {
  /// Whether it is the day that a date states.
  fileprivate func isDay(_ date: PartialDate) -> Bool {
    let (year, month, day) = self.date
    return date.precision == .day(month: month, day: day) && date.year == year
  }
}

extension DecimalNumber {
  /// Whether the number reads like a sum in 万元.
  fileprivate func isWanYuan(of money: Money) -> Bool {
    let number = rounded(toSignificantDigits: 15)
    let scale = MoneyUnit.wanYuan.exponentOfFen
    return Int(number.exponent) >= -scale
      && ScaledInteger.rescale(
        mantissa: number.mantissa, exponent: Int(number.exponent) + scale, toExponent: 0)
        == money.fen
  }
}
