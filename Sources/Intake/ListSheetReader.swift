import Ledger
import Spreadsheet

/// Reads one sheet: its hidden content, its tables one by one, and the findings of the rules.
struct ListSheetReader {
  let list: ListReader
  let years: ListYears
  let dateSystem: DateSystem

  /// `watch` is called with the number of rows read.
  func read(
    _ sheet: consuming Sheet, after file: inout RuledFile, watch: (_ row: Int) throws -> Void
  ) throws -> ListSheet {
    let sheet = ReviewColumn.removed(from: consume sheet)
    var read = ListSheet(name: sheet.name, isVisible: !sheet.isHidden)
    if sheet.isHidden {
      read.findings = HiddenContent.finding(ofHidden: sheet).map { [$0] } ?? []
      return read
    }
    let (torn, hidden) = (DamagedCell.findings(in: sheet), HiddenContent.findings(in: sheet))
    let stated = ListYear(topOf: sheet)
    let year = years.year(of: stated)
    var sides = layouter(year).sides(of: Grid(consume sheet))
    let tables = try tables(on: &sides, year, watch)
    read.findings = torn
    try apply(tables, on: sides, of: &file, to: &read)
    read.findings += hidden
    if !tables.isEmpty { read.findings += years.findings(of: stated, sheet: read.name) }
    return read
  }

  private func layouter(_ year: Int) -> SheetLayouter {
    SheetLayouter(
      lexicon: list.lexicon, catalogue: list.catalogue, year: year,
      isYearGiven: years.given != nil, told: list.told)
  }

  /// The tables of a sheet, left to right and top to bottom.
  private func tables(
    on sides: inout [Grid], _ year: Int, _ watch: (Int) throws -> Void
  ) throws -> [TableReading] {
    var tables: [TableReading] = []
    for side in sides.indices {
      for layout in try layouter(year).layouts(of: sides[side], watch: { try watch(0) }) {
        let reader = TableReader(list: list, layout: layout, dateSystem: dateSystem)
        tables.append(try reader.read(side, &sides[side], watch: watch))
      }
    }
    return tables
  }

  /// Applies the rules to the tables. If only one of several side by side has a total, it covers all.
  private func apply(
    _ tables: [TableReading], on sides: [Grid], of file: inout RuledFile, to read: inout ListSheet
  ) throws {
    let withTotal = Set(sides.count > 1 ? tables.filter(\.hasTotal).map(\.side) : [])
    for reading in tables {
      let beside =
        withTotal == [reading.side] ? tables.filter { $0.side != reading.side } : []
      var table = RuledTable(
        table: reading.table, grid: sides[reading.side],
        beside: beside.flatMap(\.table.rows))
      let findings = try reading.findings(in: &table, of: &file)
      read.findings.add(FirstOfColumn.kept(findings))
      read.tables.append(table.table)
    }
  }
}
