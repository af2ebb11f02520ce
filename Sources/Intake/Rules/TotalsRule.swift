import Ledger
import Machine
import Spreadsheet

/// Sums and counts that total, subtotal and section rows state are checked against the rows.
///
/// Hidden rows, parts of packages and omitted values do not count.
struct TotalsRule {
  let grid: Grid
  let table: ParsedTable
  let catalogue: Catalogue

  /// The checks, and a finding for each that does not tie or cannot be read.
  func check() -> (checks: [TotalCheck], findings: [Finding]) {
    var checks: [TotalCheck] = []
    var findings: [Finding] = []
    let mapped = table.layout.mapped.filter { $0.meaning != .sequence }
    for row in grid.sheet.rows {
      guard let kind = table.layout.rowKinds[row.number],
        kind == .total || kind == .subtotal || kind == .section
      else { continue }
      let summed = summedRows(of: row, kind: kind)
      let label = countLabel(of: row)
      if let stated = SectionReader.count(in: label.text) {
        let check = TotalCheck(
          sheet: table.layout.sheet, row: row.number, key: nil, stated: String(stated),
          computed: String(summed.count), ties: stated == summed.count)
        checks.append(check)
        if !check.ties { findings.append(mismatch(check, cell: label.cell, raw: label.text)) }
      }
      for column in mapped {
        guard let value = row[column: column.index] else { continue }
        let raw = CellText.raw(of: value)
        if value == .uncalculated {
          findings.append(
            Finding(
              .cellUncalculated, sheet: table.layout.sheet,
              cell: CellReference.name(row: row.number, column: column.index), raw: raw,
              field: column.meaning.key))
        } else if value.isErrorValue || CellText.isErrorLiteral(raw) {
          findings.append(
            Finding(
              .cellError, sheet: table.layout.sheet,
              cell: CellReference.name(row: row.number, column: column.index), raw: raw,
              field: column.meaning.key))
        } else if column.meaning.isNumeric, !column.isForeignCurrency,
          let check = self.check(column, value, raw, row: row.number, over: summed)
        {
          checks.append(check)
          if !check.ties {
            let cell = CellReference.name(row: row.number, column: column.index)
            findings.append(mismatch(check, cell: cell, raw: raw))
          }
        }
      }
    }
    return (checks, findings)
  }

  // MARK: Which rows a sum is over

  private func summedRows(of row: Row, kind: RowKind) -> [ParsedRow] {
    let range: ClosedRange<Int>
    switch kind {
    case .section: range = (row.number + 1)...lastRow(ofSection: row)
    case .subtotal: range = firstRow(ofSubtotal: row)...max(row.number - 1, 1)
    default: range = 1...Int.max
    }
    let rows = table.rows
    let start = rows.indices.first(from: { rows[$0].number >= range.lowerBound })
    return rows[start...].prefix { $0.number <= range.upperBound }.filter { !$0.isPart }
  }

  private func lastRow(ofSection row: Row) -> Int {
    let sections = SectionReader(catalogue: catalogue)
    let level = sections.read(RowLabel.text(of: row)).level
    let rows = grid.sheet.rows
    for later in rows[rows.indices.first(from: { rows[$0].number > row.number })...] {
      guard table.layout.rowKinds[later.number] == .section else { continue }
      if sections.read(RowLabel.text(of: later)).level <= level {
        return max(later.number - 1, row.number + 1)
      }
    }
    return Int.max
  }

  private func firstRow(ofSubtotal row: Row) -> Int {
    let isOfPage = RowLabel.text(of: row).filter { !$0.isWhitespace }.hasPrefix("本页")
    let stops: Set<RowKind> = isOfPage ? [.repeatedHeader] : [.section, .subtotal, .total]
    let rows = grid.sheet.rows
    let before = rows[..<rows.indices.first(from: { rows[$0].number >= row.number })].last {
      table.layout.rowKinds[$0.number].map(stops.contains) == true
    }
    return min((before?.number ?? 0) + 1, max(row.number - 1, 1))
  }

  // MARK: One sum

  private func check(
    _ column: TableColumn, _ value: CellValue, _ raw: String, row: Int, over rows: [ParsedRow]
  ) -> TotalCheck? {
    guard let key = column.meaning.key, !CellText.isBlank(raw),
      let stated = measure(value, field: key.field),
      let unit = stated.unit ?? column.unit ?? MeasureUnit.assumed(for: key.field),
      let statedValue = MeasureCell.value(stated, unit: unit, field: key.field)
    else { return nil }
    var sum: Int64 = 0
    for row in rows {
      let (next, overflow) = sum.addingReportingOverflow(row[key]?.amount ?? 0)
      if overflow { return nil }
      sum = next
    }
    // A unit that is no power of ten, such as 公顷, is compared in the field's own unit.
    let ties =
      unit.multiplier == 1
      ? ScaledInteger.rescale(
        mantissa: sum, exponent: -unit.exponentBelow(key.field), toExponent: stated.exponent)
        == stated.mantissa
      : statedValue.amount == sum
    return TotalCheck(
      sheet: table.layout.sheet, row: row, key: key, stated: statedValue.plainText,
      computed: statedValue.withAmount(sum).plainText, ties: ties)
  }

  private func measure(_ value: CellValue, field: Field) -> MeasureText.Measure? {
    switch value {
    case .number(let number):
      let exact = number.rounded(toSignificantDigits: 15)
      return MeasureText.Measure(
        mantissa: exact.mantissa, exponent: min(0, Int(exact.exponent)), unit: nil
      ).normalized(from: exact)
    case .shown(let shown) where field.kind != .quantity:
      let measure = MeasureText.Measure(shown)
      guard measure.exponent > 0 else { return measure }
      return ScaledInteger.rescale(
        mantissa: measure.mantissa, exponent: measure.exponent, toExponent: 0
      ).map { MeasureText.Measure(mantissa: $0, exponent: 0, unit: measure.unit) }
    case .shown(let shown): return measure(.number(shown.number), field: field)
    case .text(let text):
      guard
        case .exact(let measure) = MeasureText(units: MeasureUnit.units(of: field)).read(text)
      else { return nil }
      return measure
    default: return nil
    }
  }

  private func mismatch(_ check: TotalCheck, cell: String, raw: String) -> Finding {
    Finding(
      .totalMismatch, sheet: check.sheet, cell: cell, raw: raw, field: check.key,
      candidates: [check.computed])
  }

  /// The text that states a count, with its cell: the row's label, or a cell beside it that is
  /// nothing but a count.
  private func countLabel(of row: Row) -> (text: String, cell: String) {
    let texts = row.cells.map { ($0.column, CellText.raw(of: $0.value)) }.filter { !$0.1.isEmpty }
    let alone = texts.dropFirst().first { SectionReader.isCountAlone($0.1) }
    if SectionReader.count(in: RowLabel.text(of: row)) == nil, let alone {
      return (alone.1, CellReference.name(row: row.number, column: alone.0))
    }
    let column = texts.first?.0 ?? 0
    return (RowLabel.text(of: row), CellReference.name(row: row.number, column: column))
  }
}

extension MeasureText.Measure {
  /// A number that ends in zeros keeps no negative decimals: 1,200 is stated to the unit.
  fileprivate func normalized(from number: DecimalNumber) -> MeasureText.Measure? {
    guard number.exponent > 0 else { return self }
    guard
      let whole = ScaledInteger.rescale(
        mantissa: number.mantissa, exponent: Int(number.exponent), toExponent: 0)
    else { return nil }
    return MeasureText.Measure(mantissa: whole, exponent: 0, unit: unit)
  }
}

extension MeasureUnit {
  /// How many decimals of this unit the field's stored integer has.
  fileprivate func exponentBelow(_ field: Field) -> Int {
    exponent + (field.kind == .quantity ? 4 : 0)
  }
}

extension CellValue {
  fileprivate var isErrorValue: Bool { if case .error = self { true } else { false } }
}

extension Value {
  /// The stored integer of a sum or measure.
  fileprivate var amount: Int64? {
    switch self {
    case .money(let money): money.fen
    case .quantity(let quantity): quantity.tenThousandths
    default: nil
    }
  }

  fileprivate func withAmount(_ amount: Int64) -> Value {
    if case .quantity = self { return .quantity(Quantity(tenThousandths: amount)) }
    return .money(Money(fen: amount))
  }
}
