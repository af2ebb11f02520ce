import Ledger
import Machine
import Spreadsheet

/// Reads the rows of one table on several cores.
struct TableReader {
  let list: ListReader
  let layout: TableLayout
  let dateSystem: DateSystem

  private var year: Int { layout.year }

  /// Reads the table from its side of the sheet; `watch` is called with the number of rows read.
  func read(
    _ side: Int, _ grid: inout Grid, watch: (_ row: Int) throws -> Void
  ) throws -> TableReading {
    let unknownColumns = UnknownColumn.all(in: layout, of: grid.sheet, list.lexicon)
    let form = FormReader(
      layout: layout, grid: grid, catalogue: list.catalogue, year: year, dateSystem: dateSystem)
    let rules = TableRules(form?.table ?? layout, year: year, list.catalogue)
    let parts = try form.map { [Part($0.read(), rules)] } ?? parts(from: &grid, rules, watch)
    var rows = parts.flatMap(\.rows)
    PackageParts.mark(&rows)
    var table = ParsedTable(layout: layout, rows: Rows(rows))
    table.differences = LayoutDifference.all(in: layout, of: list.told, list.catalogue)
    table.unknownColumns = unknownColumns
    return TableReading(side, table, parts, rules)
  }

  private func parts(
    from grid: inout Grid, _ rules: TableRules, _ watch: (_ row: Int) throws -> Void
  ) throws -> [Part] {
    let count = grid.sheet.rows.count
    let parts = RowPart.taken(
      from: &grid, of: layout, near: list.share(grid.sheet.rows.indices))
    let rowsOfPart = count / max(1, parts.count)
    let context = SectionReader(catalogue: list.catalogue).contextOfSheet(named: layout.sheet)
    // Each parser has its own cache of texts.
    let makeParser = { @Sendable [self, grid] in
      RowParser(
        grid: grid, layout: layout, catalogue: list.catalogue, year: year,
        dateSystem: dateSystem, sheetContext: context)
    }
    return try Cores.map(
      consume parts, making: makeParser, watch: { try watch($0 * rowsOfPart + $1) }
    ) { parser, part, watch in
      Part(try parser.parse(&part, watch: watch), rules)
    }
  }

  /// The result of one part of the table.
  struct Part: Sendable {
    fileprivate let rows: [ParsedRow]
    /// The findings about cells.
    fileprivate let findings: [Finding]
    fileprivate let gathered: [TableRules.Gathered]

    fileprivate init(
      _ read: (rows: [ParsedRow], findings: [Finding]), _ rules: TableRules
    ) {
      (rows, findings) = read
      gathered = rules.gather(rows)
    }
  }
}

/// A table after its rows are read, with the data its rules gathered from them.
struct TableReading {
  /// The index of its side of the sheet: 0 for the left or only one.
  let side: Int
  let table: ParsedTable
  private let parts: [[Finding]]
  private let gathered: [TableRules.Gathered]
  private let rules: TableRules

  init(_ side: Int, _ table: ParsedTable, _ parts: [TableReader.Part], _ rules: TableRules) {
    (self.side, self.table, self.rules) = (side, table, rules)
    self.parts = parts.map(\.findings)
    gathered = parts.flatMap(\.gathered)
  }

  var hasTotal: Bool { table.layout.rowKinds.all.contains { $0.kind == .total } }

  /// All findings about header, cells and rows.
  func findings(in table: inout RuledTable, of file: inout RuledFile) throws -> [Finding] {
    let found = try rules.findings(gathered, in: &table, of: &file)
    var findings = table.table.layout.findings
    for part in parts { findings.add(part) }
    findings.add(found)
    return findings
  }
}
