import Ledger
import Spreadsheet

/// A cell to be read: its text is unified, and neither blank nor a ditto mark.
struct CellSource: Sendable {
  let column: CellColumn
  /// The row of the cell; the top row of a merged cell.
  let row: Int
  var value: CellValue
  /// The text as the file has it, if unifying changed more than its white space.
  var written: UnifiedText.Source?

  /// The cell's text as findings quote it.
  var raw: String { Self.text(of: value) }

  /// Whether the cell's own text states a unit.
  var statesUnit: Bool {
    if case .text(let text) = value { text.contains("元") } else { false }
  }

  /// The cell's text; nil if it equals the value's interchange form.
  func raw(unlessSaidBy value: Value) -> String? {
    written?.text ?? Self.raw(of: self.value, unlessSaidBy: value)
  }

  /// The text of any cell, unified; nil if it equals the value's interchange form.
  static func raw(of cell: CellValue, unlessSaidBy value: Value) -> String? {
    if case (.text(let text), .shown(let shown)) = (value, cell) {
      return shown.text == text ? nil : shown.text
    }
    return says(cell, value) ? nil : text(of: cell)
  }

  /// Whether a cell equals a value in its interchange form. Most cells do, and are compared without
  /// formatting them.
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
  /// Whether it is the same day as a date of day precision.
  fileprivate func isDay(_ date: PartialDate) -> Bool {
    let (year, month, day) = self.date
    return date.precision == .day(month: month, day: day) && date.year == year
  }
}

extension DecimalNumber {
  /// Whether the number equals a sum of money in 万元.
  fileprivate func isWanYuan(of money: Money) -> Bool {
    let number = rounded(toSignificantDigits: 15)
    let scale = MoneyUnit.wanYuan.exponentOfFen
    return Int(number.exponent) >= -scale
      && ScaledInteger.rescale(
        mantissa: number.mantissa, exponent: Int(number.exponent) + scale, toExponent: 0)
        == money.fen
  }
}
