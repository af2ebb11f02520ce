import Ledger
import Machine
import Spreadsheet

/// Sums and counts that total, subtotal and section rows state are checked against the rows.
///
/// Hidden rows, parts of packages and omitted values do not count.
struct TotalsRule {
  let grid: Grid
  let table: ParsedTable
  /// The rows of the tables beside this one, which a total of it alone is over as well.
  let beside: [ParsedRow]
  /// The sections of the table, from top to bottom.
  private let sections: [(row: Int, level: SectionLevel)]

  init(grid: Grid, table: ParsedTable, beside: [ParsedRow] = []) {
    self.grid = grid
    self.table = table
    self.beside = beside
    sections = table.layout.sections.map { ($0.key, $0.value.level) }.sorted { $0.row < $1.row }
  }

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
      if let count = StatedCount(of: row, in: table.layout) {
        let check = TotalCheck(
          sheet: table.layout.sheet, row: row.number, key: nil, stated: String(count.number),
          computed: String(summed.count), ties: count.number == summed.count)
        checks.append(check)
        if !check.ties { findings.append(mismatch(check, cell: count.cell, raw: count.raw)) }
      }
      var tie = true
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
        } else if let check = self.check(column, value, row: row.number, over: summed) {
          checks.append(check)
          tie = tie && check.ties
          if !check.ties {
            let cell = CellReference.name(row: row.number, column: column.index)
            findings.append(mismatch(check, cell: cell, raw: raw))
          }
        }
      }
      if !tie, table.layout.sections[row.number]?.mayBeProject ?? false {
        findings.append(unclear(row))
      }
    }
    return (checks, findings)
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

  private func check(
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

  private func mismatch(_ check: TotalCheck, cell: String, raw: String) -> Finding {
    Finding(
      .totalMismatch, sheet: check.sheet, cell: cell, raw: raw, field: check.key,
      candidates: [check.computed])
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
