import Ledger

/// The sum since January equals last month's plus the month's own.
struct DoneNotSum: RowRule {
  private let sheet: String
  private let keys: [FieldKey]
  private let year: Int
  private let asOfMonth: Int?
  private let units: [FieldKey: MeasureUnit]

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    sheet = layout.sheet
    keys = layout.doneKeys
    self.year = year
    asOfMonth = layout.asOfMonth(in: year)
    units = Dictionary(
      layout.mapped.compactMap { column in
        column.meaning.key.flatMap { key in column.unit.map { (key, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  func findings(of row: ParsedRow, after earlier: EarlierStatements) -> [Finding] {
    if keys.isEmpty || keys.count == 1 && earlier.said.isEmpty { return [] }
    let sums = DoneSums(row, keys, year: year, asOfMonth: asOfMonth, after: earlier)
    return sums.sinceJanuary.compactMap { sum in
      guard sum.isStated, sum.month > 1, let own = sums.sum(of: sum.month),
        let last = sums.sum(until: sum.month - 1)
      else { return nil }
      let (computed, overflow) = last.money.fen.addingReportingOverflow(own.money.fen)
      guard !overflow, isApart(sum, computed, [own, last]) else { return nil }
      return Finding(
        .doneNotSum, sheet: sheet, cell: row.cell(of: sum.key), raw: row.raw(of: sum.key),
        field: sum.key, candidates: [Money(fen: computed).wanYuan])
    }
  }

  /// Whether a sum is off by more than one unit in the last stated decimal: the finest among sums of one
  /// unit, the coarsest among different units.
  private func isApart(_ sum: DoneSums.Sum, _ computed: Int64, _ others: [DoneSums.Sum]) -> Bool {
    var decimals: [Int: Int] = [:]
    for sum in [sum] + others {
      let unit = units[sum.key]
      let exponent = unit?.exponent ?? MoneyUnit.wanYuan.exponentOfFen
      let decimal = sum.money.lastDecimal(in: unit)
      decimals[exponent] = min(decimal, decimals[exponent] ?? decimal)
    }
    let step = (0..<(decimals.values.max() ?? 0)).reduce(Int64(1)) { power, _ in power * 10 }
    return (sum.money.fen - computed).magnitude > step.magnitude
  }
}
