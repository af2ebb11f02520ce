import Ledger

/// A sum a thousand times its column's median, or a thousandth of it, is likely in a wrong unit.
///
/// Columns of fewer than five positive sums say too little.
enum MagnitudeRule: TableRule {
  static func findings(in table: ParsedTable) -> [Finding] {
    table.layout.columns.flatMap { column -> [Finding] in
      guard let key = column.meaning.key, key.field.kind == .money || key.field.kind == .series
      else { return [] }
      return findings(of: key, in: table)
    }
  }

  private static func findings(of key: FieldKey, in table: ParsedTable) -> [Finding] {
    let sums = table.rows.indices.compactMap { index -> (row: Int, fen: Int64)? in
      guard case .money(let money) = table.rows[index][key], money.fen > 0 else { return nil }
      return (index, money.fen)
    }
    guard sums.count >= 5 else { return [] }
    let sorted = sums.map(\.fen).sorted()
    // Twice the median, so that the middle of an even count stays exact.
    let low = sorted[(sorted.count - 1) / 2]
    let (twice, overflow) = low.addingReportingOverflow(sorted[sorted.count / 2])
    guard !overflow else { return [] }
    return sums.filter { _, fen in
      let (doubled, tooLarge) = fen.multipliedReportingOverflow(by: 2)
      if tooLarge { return true }
      return doubled / 1000 >= twice && doubled >= twice.multiplied(by: 1000)
        || twice >= doubled.multiplied(by: 1000)
    }.map { index, _ in
      let row = table.rows[index]
      return Finding(
        .moneyMagnitude, sheet: table.layout.sheet, cell: table.cell(of: key, in: row),
        raw: table.raw(of: key, in: row), field: key)
    }
  }
}

extension Int64 {
  /// The product, or the largest number when it does not fit.
  fileprivate func multiplied(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
