import Ledger

/// What was read in a part of a table.
struct PartReading: Sendable {
  let rows: [ParsedRow]
  /// The findings of the cells, and those of the rows by each rule.
  fileprivate let ofCells: [Finding]
  fileprivate let ofRows: [[Finding]]
  /// What the rules over all rows need of these.
  let sums: MagnitudeRule.Sums
  let hashes: [DuplicateInFile.Hashes]

  init(
    _ rows: [ParsedRow], _ findings: [Finding], _ rules: [any RowRule], _ magnitudes: MagnitudeRule
  ) {
    self.rows = rows
    ofCells = findings
    ofRows = rules.map { rule in rows.flatMap { rule.findings(of: $0, after: .nothing) } }
    sums = magnitudes.sums(of: rows)
    hashes = rows.map(DuplicateInFile.Hashes.init)
    ParsedRow.rest(rows)
  }
}

extension [PartReading] {
  /// The findings of cells.
  var findingsOfCells: [Finding] { flatMap(\.ofCells) }

  /// The findings of rows, rule by rule.
  var findingsOfRows: [Finding] {
    (first?.ofRows.indices ?? 0..<0).flatMap { rule in flatMap { $0.ofRows[rule] } }
  }
}
