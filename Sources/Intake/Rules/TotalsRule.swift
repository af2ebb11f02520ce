import Ledger
import Machine
import Spreadsheet

/// Sums and counts that total, subtotal and section rows state are checked against the rows.
///
/// Hidden rows, parts of packages and omitted values do not count.
struct TotalsRule: ListRule {
  /// The columns whose totals are checked.
  private let columns: [TableColumn]
  /// The sections of the table, from top to bottom.
  private let sections: [(row: Int, level: SectionLevel)]

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    columns = layout.mapped.filter { $0.meaning != .sequence }
    sections = layout.sections.map { ($0.key, $0.value.level) }.sorted { $0.row < $1.row }
  }

  /// A finding for each total that does not tie or cannot be read; all are noted in the table.
  func findings(
    _ parts: [Void], in table: inout RuledTable, of file: inout RuledFile
  ) -> [Finding] {
    var totals = StatedTotals(columns, sections, of: table)
    totals.check()
    table.table.totals = totals.checks
    return totals.findings
  }
}

/// What the total, subtotal and section rows of a table state, as they are checked one by one.
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
    for row in grid.sheet.rows {
      guard let kind = table.layout.rowKinds[row.number],
        kind == .total || kind == .subtotal || kind == .section
      else { continue }
      let summed = summedRows(of: row, kind: kind)
      checkCount(of: row, summed)
      let start = checks.count
      for column in columns { check(column, in: row, over: summed) }
      let tie = checks[start...].allSatisfy(\.ties)
      if !tie, table.layout.sections[row.number]?.mayBeProject ?? false {
        findings.append(unclear(row))
      }
    }
  }

  private mutating func checkCount(of row: Row, _ summed: [ParsedRow]) {
    guard let count = StatedCount(of: row, in: table.layout) else { return }
    let check = TotalCheck(
      sheet: table.layout.sheet, row: row.number, key: nil, stated: String(count.number),
      computed: String(summed.count), ties: count.number == summed.count)
    note(check, cell: count.cell, raw: count.raw)
  }

  private mutating func check(_ column: TableColumn, in row: Row, over summed: [ParsedRow]) {
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
    } else if let check = sum(column, value, row: row.number, over: summed) {
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

  private func summedRows(of row: Row, kind: RowKind) -> [ParsedRow] {
    let range: ClosedRange<Int>
    switch kind {
    case .section: range = (row.number + 1)...lastRow(ofSection: row.number)
    case .subtotal: range = firstRow(ofSubtotal: row)...max(row.number - 1, 1)
    default: return (table.rows + beside).filter { !$0.isPart }
    }
    let rows = table.rows
    let first = rows.indices.first(from: { rows[$0].number >= range.lowerBound })
    return rows[first...].prefix { $0.number <= range.upperBound }.filter { !$0.isPart }
  }

  /// A section reaches down to the next one of its own or a higher level.
  private func lastRow(ofSection row: Int) -> Int {
    guard let level = table.layout.sections[row]?.level else { return Int.max }
    let next = sections.indices.first(from: { sections[$0].row > row })
    let end = sections[next...].first { $0.level <= level }
    return end.map { max($0.row - 1, row + 1) } ?? Int.max
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

  private func sum(
    _ column: TableColumn, _ value: CellValue, row: Int, over rows: [ParsedRow]
  ) -> TotalCheck? {
    guard let key = column.meaning.key, let stated = StatedSum(value, in: column) else {
      return nil
    }
    var sum: Int64 = 0
    for row in rows {
      let (next, overflow) = sum.addingReportingOverflow(row[key]?.amount ?? 0)
      if overflow { return nil }
      sum = next
    }
    return TotalCheck(
      sheet: table.layout.sheet, row: row, key: key, stated: stated.value.plainText,
      computed: stated.value.withAmount(sum).plainText, ties: stated.ties(sum))
  }

  /// A heading without number or known meaning whose sums are not those of the rows below.
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
