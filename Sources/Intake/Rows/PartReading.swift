import Ledger

/// What was read in a part of a table.
struct PartReading: Sendable {
  let rows: [ParsedRow]
  /// The findings of the cells.
  let findings: [Finding]
  let gathered: TableRules.Gathered

  init(_ read: (rows: [ParsedRow], findings: [Finding]), _ rules: TableRules) {
    (rows, findings) = read
    gathered = rules.gather(rows)
    ParsedRow.rest(rows)
  }
}
