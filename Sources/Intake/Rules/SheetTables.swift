import Ledger

/// The tables of a sheet, below or beside each other, and the totals that rule over them.
enum SheetTables {
  /// A table with the place of its side: 0 for the left or only one.
  struct Table {
    let side: Int
    var table: ParsedTable
    /// What its header, cells and rows gave.
    let findings: [Finding]

    init(side: Int, _ table: ParsedTable, findings: [Finding]) {
      (self.side, self.table, self.findings) = (side, table, findings)
    }

    fileprivate var hasTotal: Bool { table.layout.rowKinds.all.contains { $0.kind == .total } }
  }

  /// Checks what the tables' totals state. Of tables beside each other, a total in one alone is over all.
  /// Returns all findings of the tables.
  static func checkTotals(of tables: inout [Table], in sides: [Grid]) -> [Finding] {
    var findings: [Finding] = []
    let withTotal = sides.count > 1 ? tables.filter(\.hasTotal) : []
    for index in tables.indices {
      let side = tables[index].side
      let isOverAll =
        withTotal.contains { $0.side == side } && withTotal.allSatisfy { $0.side == side }
      let beside = isOverAll ? tables.filter { $0.side != side }.flatMap(\.table.rows) : []
      let totals = TotalsRule(grid: sides[side], table: tables[index].table, beside: beside).check()
      tables[index].table.totals = totals.checks
      findings += FirstOfColumn.kept(tables[index].findings + totals.findings)
    }
    return findings
  }
}
