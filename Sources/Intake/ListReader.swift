package import Ledger
package import Spreadsheet

/// Reads a workbook as a project list: sheet → layout → rows → findings.
///
/// Pure: no database, no clock. The stages in order are the lines of `read`.
package struct ListReader: Sendable {
  let catalogue: Catalogue
  let lexicon: HeaderLexicon

  package init(catalogue: Catalogue, lexicon: HeaderLexicon) {
    self.catalogue = catalogue
    self.lexicon = lexicon
  }

  /// Reads all sheets. `year` is what 今年 and dates without a year mean; nil takes the year that
  /// the titles state, or else `currentYear`.
  ///
  /// `watch` is told now and then how many rows are read, and stops the reading by throwing.
  package func read(
    _ workbook: Workbook, year: Int?, currentYear: Int,
    watch: (_ rows: Int) throws -> Void = { _ in }
  ) rethrows -> ProjectList {
    let year = year ?? Self.statedYear(in: workbook) ?? currentYear
    var list = ProjectList(year: year)
    var duplicates = DuplicateInFile()
    var rowsBefore = 0
    for sheet in workbook.sheets {
      defer { rowsBefore += sheet.rows.count }
      if sheet.isHidden {
        list.add(hidden: sheet)
        continue
      }
      let grid = Grid(sheet)
      let layouter = SheetLayouter(lexicon: lexicon, catalogue: catalogue, year: year)
      let layouts = layouter.layouts(of: grid)
      var tables: [ParsedTable] = []
      for layout in layouts {
        let (table, findings) = try parse(layout, grid, year, workbook.dateSystem) { row in
          try watch(rowsBefore + row)
        }
        list.findings += findings
        list.findings += duplicates.findings(in: table)
        tables.append(table)
      }
      list.findings += HiddenContent.findings(in: sheet)
      list.add(sheet, tables)
    }
    list.findings = Self.onePerCell(list.findings)
    return list
  }

  /// One table: its rows, the findings of their cells, then of the rules over rows.
  private func parse(
    _ layout: TableLayout, _ grid: Grid, _ year: Int, _ dateSystem: DateSystem,
    watch: (_ row: Int) throws -> Void
  ) rethrows -> (ParsedTable, [Finding]) {
    let context = SectionReader(catalogue: catalogue).contextOfSheet(named: layout.sheet)
    var parser = RowParser(
      grid: grid, layout: layout, catalogue: catalogue, year: year, dateSystem: dateSystem,
      sheetContext: context)
    var (rows, findings) = try parser.parse(watch: watch)
    PackageParts.mark(&rows)
    var table = ParsedTable(layout: layout, rows: rows)
    for rule in Rules.ofTables { findings += rule.findings(in: table) }
    let totals = TotalsRule(grid: grid, table: table, catalogue: catalogue).check()
    table.totals = totals.checks
    table.unknownColumns = UnknownColumn.all(in: layout, of: grid.sheet, lexicon)
    return (table, findings + totals.findings)
  }

  /// The year of the first title or note that states one.
  private static func statedYear(in workbook: Workbook) -> Int? {
    for sheet in workbook.sheets where !sheet.isHidden {
      let texts = sheet.rows.prefix(8).flatMap { row in
        row.cells.count <= 4 ? row.cells.map { CellText.raw(of: $0.value) } : []
      }
      if let year = SheetNotes(texts).year { return year }
    }
    return nil
  }

  /// One finding per code and cell.
  private static func onePerCell(_ findings: [Finding]) -> [Finding] {
    struct Place: Hashable {
      let code: FindingCode
      let sheet: String
      let cell: String
    }
    var seen: Set<Place> = []
    return findings.filter {
      seen.insert(Place(code: $0.code, sheet: $0.sheet, cell: $0.cell)).inserted
    }
  }
}
