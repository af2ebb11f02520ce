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
  var raw: String { Self.text(of: value) }

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
    if case (.text(let text), .shown(let shown)) = (value, cell) {
      return shown.text == text ? nil : shown.text
    }
    return says(cell, value) ? nil : text(of: cell)
  }

  /// Whether a cell says a value in its interchange form. Most cells of a list do, and are compared
  /// without writing them out.
  private static func says(_ cell: CellValue, _ value: Value) -> Bool {
    switch (value, cell) {
    case (.money(let money), .number(let number)): number.isWanYuan(of: money)
    case (.date(let date), .date(let cell)): cell.isDay(date)
    case (.text(let text), _): Self.text(of: cell) == text
    case (.money(let money), _): text(of: cell) == money.wanYuan
    case (.quantity(let quantity), _): text(of: cell) == quantity.text
    case (.date(let date), _): text(of: cell) == date.text
    default: false
    }
  }

  private static func text(of cell: CellValue) -> String {
    if case .text(let text) = cell { text } else { CellText.raw(of: cell) }
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
