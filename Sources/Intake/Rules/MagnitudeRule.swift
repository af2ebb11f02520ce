import Ledger

/// A sum a thousand times its column's median, or a thousandth of it, is likely in a wrong unit.
///
/// Columns of fewer than five positive sums say too little.
enum MagnitudeRule {
  static func findings(in table: ParsedTable) -> [Finding] {
    let keys = table.layout.columns.compactMap(\.meaning.key).filter { key in
      key.field.kind == .money || key.field.kind == .series
    }
    // All columns in one pass: a long list is gone through once.
    var sums: [[(row: Int, fen: Int64)]] = keys.map { _ in [] }
    for index in table.rows.indices {
      table.rows[index].forEachSum { key, money in
        guard money.fen > 0, let column = keys.firstIndex(of: key) else { return }
        sums[column].append((index, money.fen))
      }
    }
    return zip(keys, sums).flatMap { findings(of: $0, $1, in: table) }
  }

  private static func findings(
    of key: FieldKey, _ sums: [(row: Int, fen: Int64)], in table: ParsedTable
  ) -> [Finding] {
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
        .moneyMagnitude, sheet: table.layout.sheet, cell: row.cell(of: key),
        raw: row.raw(of: key), field: key)
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
