import Ledger

/// Investment completed cannot exceed the total, neither in one sum nor for a year together with the
/// years before.
struct DoneWithinTotal: RowRule {
  private let sheet: String
  private let keys: [FieldKey]

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    sheet = layout.sheet
    keys = layout.mapped.compactMap(\.meaning.key).filter {
      $0.field == .done || $0.field == .doneBefore
    }
  }

  func findings(of row: ParsedRow, after earlier: EarlierStatements) -> [Finding] {
    guard !keys.isEmpty,
      let total = row.money(FieldKey(.totalInvestment), else: earlier)
    else { return [] }
    return keys.compactMap { key in
      guard case .money(let done) = row[key] else { return nil }
      let before = doneBefore(key, row, earlier)
      let (sum, overflow) = done.fen.addingReportingOverflow(before?.fen ?? 0)
      guard overflow || done > total || sum > total.fen else { return nil }
      let counted = done > total ? nil : before
      return Finding(
        .doneOverTotal, sheet: sheet, cell: row.cell(of: key), raw: row.raw(of: key), field: key,
        candidates: [total.wanYuan] + (counted.map { [$0.wanYuan] } ?? []))
    }
  }

  /// The investment completed before the year of a sum since January.
  private func doneBefore(_ key: FieldKey, _ row: ParsedRow, _ earlier: EarlierStatements) -> Money?
  {
    guard key.field == .done, let period = key.period, period.isYear || period.firstMonth == 1,
      let last = Period.year(Int(period.year) - 1)
    else { return nil }
    return row.money(FieldKey(.doneBefore, last), else: earlier)
  }
}
