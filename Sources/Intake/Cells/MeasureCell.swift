import Ledger
import Spreadsheet

/// A cell of a money or number column, read with the column's unit.
enum MeasureCell {
  /// What a cell gave: a value and at most one finding.
  struct Outcome: Equatable {
    var value: Value?
    var finding: FindingCode?
  }

  /// Reads a cell that is not blank. `unit` is what header or sheet state.
  static func read(_ cell: CellValue, field: Field, unit: MeasureUnit?) -> Outcome {
    switch cell {
    case .number(let number):
      let exact = number.rounded(toSignificantDigits: 15)
      let measure = MeasureText.Measure(
        mantissa: exact.mantissa, exponent: Int(exact.exponent), unit: nil)
      return outcome(measure, field: field, unit: unit, finding: nil)
    case .text(let text):
      switch MeasureText(units: MeasureUnit.units(of: field)).read(text) {
      case .exact(let measure):
        return outcome(measure, field: field, unit: unit, finding: nil)
      case .approximate(let measure):
        return outcome(measure, field: field, unit: unit, finding: .valueApproximate)
      case .range: return Outcome(finding: .valueApproximate)
      case .foreign: return Outcome(finding: .currencyForeign)
      case .unparsable: return Outcome(finding: .moneyUnparsable)
      }
    case .error: return Outcome(finding: .cellError)
    case .date, .boolean: return Outcome(finding: .moneyUnparsable)
    }
  }

  private static func outcome(
    _ measure: MeasureText.Measure, field: Field, unit: MeasureUnit?, finding: FindingCode?
  ) -> Outcome {
    guard let unit = measure.unit ?? unit ?? MeasureUnit.assumed(for: field) else {
      return Outcome(finding: .moneyUnitMissing)
    }
    guard let value = value(measure, unit: unit, field: field) else {
      return Outcome(finding: .moneyUnparsable)
    }
    return Outcome(value: value, finding: finding)
  }

  /// The number in the field's own unit; nil when it leaves the range of 64 bits.
  static func value(_ measure: MeasureText.Measure, unit: MeasureUnit, field: Field) -> Value? {
    let (product, overflow) = measure.mantissa.multipliedReportingOverflow(by: unit.multiplier)
    guard !overflow else { return nil }
    let exponent = measure.exponent + unit.exponent
    if field.kind == .quantity {
      return Quantity(mantissa: product, exponent: exponent).map { .quantity($0) }
    }
    return ScaledInteger.rescale(mantissa: product, exponent: exponent, toExponent: 0)
      .map { .money(Money(fen: $0)) }
  }
}
