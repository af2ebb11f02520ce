import Ledger
import Machine
import Spreadsheet

/// A sum or quantity that a total or heading states in a column, with the decimals stated.
struct StatedSum {
  /// The stated value in the field's own unit.
  let value: Value
  private let stated: MeasureText.Measure
  private let unit: MeasureUnit
  private let field: Field

  /// Nil if the cell states no single number, or its unit is unknown. 约6.5亿元 is compared as 6.5亿元.
  init?(_ cell: CellValue, in column: TableColumn) {
    guard column.meaning.isNumeric, !column.isForeignCurrency, let key = column.meaning.key,
      !CellText.isBlank(CellText.raw(of: cell)),
      let stated = Self.measure(cell, field: key.field),
      let unit = stated.unit ?? column.unit ?? MeasureUnit.assumed(for: key.field),
      let value = MeasureCell.value(stated, unit: unit, field: key.field)
    else { return nil }
    (self.stated, self.unit, self.value, field) = (stated, unit, value, key.field)
  }

  /// Whether a sum in the field's stored integers, rounded half up to the stated decimals, is equal.
  func ties(_ sum: Int64) -> Bool {
    // A unit that is no power of ten, such as 公顷, is compared in the field's own unit.
    guard unit.multiplier == 1 else { return value.amount == sum }
    let decimals = unit.exponent + (field.kind == .quantity ? 4 : 0)
    return ScaledInteger.rescale(
      mantissa: sum, exponent: -decimals, toExponent: stated.exponent) == stated.mantissa
  }

  private static func measure(_ value: CellValue, field: Field) -> MeasureText.Measure? {
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
      switch MeasureText(units: MeasureUnit.units(of: field)).read(text) {
      case .exact(let measure), .approximate(let measure): return measure
      case .range, .foreign, .unparsable: return nil
      }
    default: return nil
    }
  }
}

/// The sums of a table's rows before these are parsed as projects: enough to see whether a possible
/// heading states the sums of the rows below.
struct SumsOfRows {
  let grid: Grid
  let columns: [TableColumn]

  /// Whether all sums a row states equal those of the projects below it until another row; if it states no
  /// sums, whether the count does.
  func ties(_ row: Int, until end: Int, _ kinds: RowKinds) -> Bool {
    guard let stating = grid.row(row) else { return false }
    let cells = stating.cells
    let stated = columns.compactMap { column in
      cells.position(of: column.index).flatMap { StatedSum(cells[$0].value, in: column) }
        .map { (column: column, sum: $0) }
    }
    let count = stated.isEmpty ? StatedCount(of: stating, in: columns)?.number : nil
    if stated.isEmpty, count == nil { return false }
    var projects = 0
    let serial = columns.first { $0.meaning == .sequence }?.index
    var sums = stated.map { _ in Int64(0) }
    var place = grid.sheet.rows.indices.first(from: { grid.sheet.rows[$0].number > row })
    while place < grid.sheet.rows.count, grid.sheet.rows[place].number <= end {
      let project = grid.sheet.rows[place]
      place += 1
      guard kinds[project.number] == .project, !isPart(project, serial) else { continue }
      projects += 1
      for (index, stated) in stated.enumerated() {
        guard let cell = project[column: stated.column.index],
          let field = stated.column.meaning.field,
          let amount = MeasureCell.read(cell, field: field, unit: stated.column.unit).value?.amount
        else { continue }
        let (sum, overflow) = sums[index].addingReportingOverflow(amount)
        if overflow { return false }
        sums[index] = sum
      }
    }
    return count.map { $0 == projects } ?? zip(stated, sums).allSatisfy { $0.sum.ties($1) }
  }

  /// Whether a row's serial number is a part's: 3-1.
  private func isPart(_ row: Row, _ serial: Int?) -> Bool {
    guard let serial, case .text(let text) = row[column: serial] else { return false }
    return text.contains { "-.".contains($0) }
  }
}

extension Value {
  /// The stored integer of an amount or quantity.
  var amount: Int64? {
    switch self {
    case .money(let money): money.fen
    case .quantity(let quantity): quantity.tenThousandths
    default: nil
    }
  }
}

extension MeasureText.Measure {
  /// The number with no negative count of decimals: 1,200 is stated to the unit.
  fileprivate func normalized(from number: DecimalNumber) -> MeasureText.Measure? {
    guard number.exponent > 0 else { return self }
    guard
      let whole = ScaledInteger.rescale(
        mantissa: number.mantissa, exponent: Int(number.exponent), toExponent: 0)
    else { return nil }
    return MeasureText.Measure(mantissa: whole, exponent: 0, unit: unit)
  }
}
