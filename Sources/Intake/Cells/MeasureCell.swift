import Ledger
import Spreadsheet

/// A cell of a money or number column, read with the column's unit.
enum MeasureCell {
  /// The value of a cell and the findings about it.
  struct Outcome: Equatable {
    var value: Value?
    var findings: [FindingCode] = []

    /// The details of a finding: the amount as its format shows it.
    func remarks(on code: FindingCode) -> [String] {
      guard code == .valueScaled, case .money(let money) = value else { return [] }
      return [money.wanYuan]
    }
  }

  /// Reads a cell that is not blank. `unit` is the unit that header or sheet state.
  static func read(_ cell: CellValue, field: Field, unit: MeasureUnit?) -> Outcome {
    switch cell {
    case .number(let number):
      return outcome(MeasureText.Measure(number), field: field, unit: unit)
    case .shown(let shown): return read(shown, field: field, unit: unit)
    case .text(let text):
      switch MeasureText(units: MeasureUnit.units(of: field)).read(text) {
      case .exact(let measure): return outcome(measure, field: field, unit: unit)
      case .approximate(let measure):
        return outcome(measure, field: field, unit: unit, findings: [.valueApproximate])
      case .range: return Outcome(findings: [.valueApproximate])
      case .foreign: return Outcome(findings: [.currencyForeign])
      case .unparsable: return Outcome(findings: [.moneyUnparsable])
      }
    case .error: return Outcome(findings: [.cellError])
    case .uncalculated: return Outcome(findings: [.cellUncalculated])
    case .date, .boolean: return Outcome(findings: [.moneyUnparsable])
    }
  }

  /// Takes the number as its format shows it; a finding if header and note alone say otherwise.
  private static func read(_ shown: ShownNumber, field: Field, unit: MeasureUnit?) -> Outcome {
    var outcome = outcome(MeasureText.Measure(shown), field: field, unit: unit)
    let stored = Self.outcome(MeasureText.Measure(shown.number), field: field, unit: unit)
    if outcome.value != nil, outcome.value != stored.value { outcome.findings += [.valueScaled] }
    return outcome
  }

  private static func outcome(
    _ measure: MeasureText.Measure, field: Field, unit: MeasureUnit?,
    findings: [FindingCode] = []
  ) -> Outcome {
    guard let unit = measure.unit ?? unit ?? MeasureUnit.assumed(for: field) else {
      return Outcome(findings: [.moneyUnitMissing])
    }
    guard let value = value(measure, unit: unit, field: field) else {
      return Outcome(findings: [.moneyUnparsable])
    }
    return Outcome(
      value: value, findings: findings + (measure.mantissa < 0 ? [.valueNegative] : []))
  }

  /// The number in the field's own unit; nil if it overflows 64 bits.
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

extension MeasureText.Measure {
  /// A number at Excel's precision, without a unit.
  init(_ number: DecimalNumber) {
    let exact = number.rounded(toSignificantDigits: 15)
    self.init(mantissa: exact.mantissa, exponent: Int(exact.exponent), unit: nil)
  }

  /// A number as its format shows it.
  init(_ shown: ShownNumber) {
    let exact = shown.number.rounded(toSignificantDigits: 15)
    self.init(
      mantissa: exact.mantissa, exponent: Int(exact.exponent) - shown.display.scale,
      unit: shown.display.unit.flatMap { unit in
        MeasureUnit.money.first { $0.word == unit.rawValue }
      })
  }
}
