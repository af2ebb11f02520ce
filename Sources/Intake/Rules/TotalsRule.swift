import Ledger
import Machine
import Spreadsheet

/// Checks the sums and counts stated in total, subtotal and section rows against the rows.
///
/// Hidden rows, parts of packages and omitted values are left out.
struct TotalsRule: ListRule {
  /// The columns whose totals are checked.
  private let columns: [TableColumn]
  /// The sections of the table, from top to bottom.
  private let sections: [(row: Int, level: SectionLevel)]

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    columns = layout.mapped.filter { $0.meaning != .sequence }
    sections = layout.sections.map { ($0.key, $0.value.level) }.sorted { $0.row < $1.row }
  }

  /// A finding for each total that does not tie or cannot be read; stores all totals in the table.
  func findings(
    _ parts: [Void], in table: inout RuledTable, of file: inout RuledFile
  ) -> [Finding] {
    var totals = StatedTotals(columns, sections, of: table)
    totals.check()
    table.table.totals = totals.checks
    return totals.findings
  }
}

/// The total, subtotal and section rows of a table, checked one by one.
private struct StatedTotals {
  private let grid: Grid
  private let table: ParsedTable
  private let beside: [ParsedRow]
  private let columns: [TableColumn]
  private let sections: [(row: Int, level: SectionLevel)]
  private(set) var checks: [TotalCheck] = []
  private(set) var findings: [Finding] = []

  init(
    _ columns: [TableColumn], _ sections: [(row: Int, level: SectionLevel)], of table: RuledTable
  ) {
    (self.columns, self.sections) = (columns, sections)
    (grid, self.table, beside) = (table.grid, table.table, table.beside)
  }

  mutating func check() {
    let stating = statingRows()
    if stating.isEmpty { return }
    let keys = columns.filter(\.meaning.isNumeric).compactMap(\.meaning.key)
    let sums = RunningSums(
      of: table.rows, keys,
      at: Set(stating.flatMap { [$0.rows.lowerBound, $0.rows.upperBound] }))
    let all = sums.all + RunningSums(of: beside, keys, at: []).all
    for (row, kind, rows) in stating {
      let summed = kind == .total ? all : sums[rows]
      checkCount(of: row, summed.count)
      let start = checks.count
      for column in columns { check(column, in: row, over: summed.amounts, of: keys) }
      let tie = checks[start...].allSatisfy(\.ties)
      if !tie, table.layout.sections[row.number]?.mayBeProject ?? false {
        findings.append(unclear(row))
      }
    }
  }

  private mutating func checkCount(of row: Row, _ summed: Int) {
    guard let count = StatedCount(of: row, in: table.layout.columns) else { return }
    let check = TotalCheck(
      sheet: table.layout.sheet, row: row.number, key: nil, stated: String(count.number),
      computed: String(summed), ties: count.number == summed)
    note(check, cell: count.cell, raw: count.raw)
  }

  private mutating func check(
    _ column: TableColumn, in row: Row, over sums: [Int128], of keys: [FieldKey]
  ) {
    guard let value = row[column: column.index] else { return }
    let raw = CellText.raw(of: value)
    let cell = CellReference.name(row: row.number, column: column.index)
    func finding(_ code: FindingCode) -> Finding {
      Finding(code, sheet: table.layout.sheet, cell: cell, raw: raw, field: column.meaning.key)
    }
    if value == .uncalculated {
      findings.append(finding(.cellUncalculated))
    } else if value.isErrorValue || CellText.isErrorLiteral(raw) {
      findings.append(finding(.cellError))
    } else if let key = column.meaning.key, let place = keys.firstIndex(of: key),
      let check = sum(column, value, row: row.number, key, sums[place])
    {
      note(check, cell: cell, raw: raw)
    }
  }

  private mutating func note(_ check: TotalCheck, cell: String, raw: String) {
    checks.append(check)
    if check.ties { return }
    findings.append(
      Finding(
        .totalMismatch, sheet: check.sheet, cell: cell, raw: raw, field: check.key,
        candidates: [check.computed]))
  }

  // MARK: Which rows a sum is over

  /// The rows that state sums, and the range of rows of each sum.
  private func statingRows() -> [(row: Row, kind: RowKind, rows: Range<Int>)] {
    var stating: [(row: Row, kind: RowKind, rows: Range<Int>)] = []
    // The row after the last repeated header, and after the last row that bounds a subtotal.
    var (page, stretch) = (1, 1)
    for row in grid.sheet.rows {
      switch table.layout.rowKinds[row.number] {
      case .repeatedHeader: page = row.number + 1
      case .section:
        stating.append((row, .section, row.number + 1..<endRow(ofSection: row.number)))
        stretch = row.number + 1
      case .subtotal:
        let isOfPage = RowLabel.text(of: row).filter { !$0.isWhitespace }.hasPrefix("本页")
        stating.append((row, .subtotal, (isOfPage ? page : stretch)..<row.number))
        stretch = row.number + 1
      case .total:
        stating.append((row, .total, row.number..<row.number))
        stretch = row.number + 1
      default: break
      }
    }
    return stating
  }

  /// The end of a section: the next one of its own or a higher level, exclusive.
  private func endRow(ofSection row: Int) -> Int {
    guard let level = table.layout.sections[row]?.level else { return Int.max }
    let next = sections.indices.first(from: { sections[$0].row > row })
    return sections[next...].first { $0.level <= level }?.row ?? Int.max
  }

  // MARK: One sum

  /// Nil if nothing is stated, or the sum overflows a value.
  private func sum(
    _ column: TableColumn, _ value: CellValue, row: Int, _ key: FieldKey, _ sum: Int128
  ) -> TotalCheck? {
    guard let stated = StatedSum(value, in: column), let sum = Int64(exactly: sum) else {
      return nil
    }
    return TotalCheck(
      sheet: table.layout.sheet, row: row, key: key, stated: stated.value.plainText,
      computed: stated.value.withAmount(sum).plainText, ties: stated.ties(sum))
  }

  /// The finding of a heading without number or known meaning whose sums do not tie.
  private func unclear(_ row: Row) -> Finding {
    let cell = row.cells.first { !CellText.isBlank(CellText.raw(of: $0.value)) }
    return Finding(
      .rowUnclear, sheet: table.layout.sheet,
      cell: CellReference.name(row: row.number, column: cell?.column ?? 0),
      raw: cell.map { CellText.raw(of: $0.value) } ?? "")
  }
}

extension CellValue {
  fileprivate var isErrorValue: Bool { if case .error = self { true } else { false } }
}

extension Value {
  fileprivate func withAmount(_ amount: Int64) -> Value {
    if case .quantity = self { return .quantity(Quantity(tenThousandths: amount)) }
    return .money(Money(fen: amount))
  }
}
