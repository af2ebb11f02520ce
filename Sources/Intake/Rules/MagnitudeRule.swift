import Ledger
import Machine

/// An amount a thousand times its column's median, or a thousandth, probably has the wrong unit.
///
/// Columns with fewer than five positive amounts are not judged.
struct MagnitudeRule: ListRule {
  /// The columns of amounts.
  private let keys: [FieldKey]

  /// The amounts of consecutive rows by column, one for every row: 0 without a positive amount.
  struct Sums: Sendable {
    fileprivate let columns: [[Int64]]
  }

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    keys = layout.columns.compactMap(\.meaning.key).filter { key in
      key.field.kind == .money || key.field.kind == .series
    }
  }

  func gather(_ rows: ArraySlice<ParsedRow>) -> Sums {
    var columns = keys.map { _ in [Int64](repeating: 0, count: rows.count) }
    for (index, row) in rows.enumerated() {
      row.forEachSum { key, money in
        guard money.fen > 0, let column = keys.firstIndex(of: key) else { return }
        columns[column][index] = money.fen
      }
    }
    return Sums(columns: columns)
  }

  func findings(
    _ parts: [Sums], in table: inout RuledTable, of file: inout RuledFile
  ) throws -> [Finding] {
    let rows = table.table.rows.count
    return try Cores.map(
      Array(keys.indices), cores: rows < Self.enough ? 1 : Cores.count, making: {}
    ) { [keys, table = table.table] _, column, _ in
      Self.findings(of: keys[column], parts.flatMap { $0.columns[column] }, in: table)
    }.flatMap { $0 }
  }

  /// The number of rows from which using another core pays.
  private static let enough = 8_192

  private static func findings(
    of key: FieldKey, _ sums: [Int64], in table: ParsedTable
  ) -> [Finding] {
    let fen = sums.filter { $0 > 0 }
    guard fen.count >= 5 else { return [] }
    // Twice the median, to stay exact for an even count.
    let (twice, overflow) = fen.ranked((fen.count - 1) / 2).addingReportingOverflow(
      fen.ranked(fen.count / 2))
    guard !overflow else { return [] }
    return sums.indices.filter { index in
      if sums[index] == 0 { return false }
      let (doubled, tooLarge) = sums[index].multipliedReportingOverflow(by: 2)
      if tooLarge { return true }
      return doubled / 1000 >= twice && doubled >= twice.multiplied(by: 1000)
        || twice >= doubled.multiplied(by: 1000)
    }.map { index in
      let row = table.rows[index]
      return Finding(
        .moneyMagnitude, sheet: table.layout.sheet, cell: row.cell(of: key),
        raw: row.raw(of: key), field: key)
    }
  }
}

extension Int64 {
  /// The product, or the largest number on overflow.
  fileprivate func multiplied(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}

extension [Int64] {
  /// The element of a rank among positive numbers; rank 0 is the smallest.
  ///
  /// Numbers are counted by bit length and their first nine bits, and only those in the bucket of the
  /// rank are sorted.
  func ranked(_ rank: Int) -> Int64 {
    if count < 4_096 { return sorted()[rank] }
    func head(_ number: Int64) -> Int {
      let length = Int64.bitWidth - number.leadingZeroBitCount
      return length << 8 | Int(truncatingIfNeeded: number >> Swift.max(0, length - 9)) & 0xFF
    }
    var counts = [Int](repeating: 0, count: (Int64.bitWidth + 1) << 8)
    for number in self { counts[head(number)] += 1 }
    var before = 0
    var sought = 0
    while before + counts[sought] <= rank {
      before += counts[sought]
      sought += 1
    }
    return filter { head($0) == sought }.sorted()[rank - before]
  }
}
