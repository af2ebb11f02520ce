package import Ledger
import Machine
package import Spreadsheet

/// Reads a workbook as a project list: sheet → layout → rows → findings.
///
/// Pure: no database, no clock. The stages in order are the lines of `read`.
package struct ListReader: Sendable {
  let catalogue: Catalogue
  let lexicon: HeaderLexicon
  /// What is known of the layout before.
  let told: ToldLayout
  /// How the rows of a table are shared out to the cores.
  private let share: @Sendable (Range<Int>) -> [Range<Int>]

  package init(catalogue: Catalogue, lexicon: HeaderLexicon, told: ToldLayout? = nil) {
    // Below some thousand rows a second core comes too late; small parts end at about the same time.
    self.init(catalogue: catalogue, lexicon: lexicon, told: told ?? .nothing) {
      Cores.parts(of: $0, least: 4_096, cores: Cores.count * 8)
    }
  }

  init(
    catalogue: Catalogue, lexicon: HeaderLexicon, told: ToldLayout = .nothing,
    share: @escaping @Sendable (Range<Int>) -> [Range<Int>]
  ) {
    self.catalogue = catalogue
    self.lexicon = lexicon
    self.told = told
    self.share = share
  }

  /// Reads all sheets. `year` is what 今年 and dates without a year mean; nil takes the year that
  /// each sheet states, else the first title of the file that states one, else `currentYear`.
  ///
  /// `watch` is told now and then how many rows are read, and stops the reading by throwing. Of a workbook
  /// that nobody else holds each row is freed when it is read.
  package func read(
    _ workbook: consuming Workbook, year: Int?, currentYear: Int,
    watch: (_ rows: Int) throws -> Void = { _ in }
  ) throws -> ProjectList {
    let given = year
    let stated = workbook.sheets.filter { !$0.isHidden }.map { ListYear(topOf: $0) }
    let titled = stated.lazy.compactMap(\.title).first
    var list = ProjectList(
      year: given ?? titled ?? stated.lazy.compactMap(\.note).first ?? currentYear)
    var duplicates = DuplicateInFile()
    var rowsBefore = 0
    let dateSystem = workbook.dateSystem
    var sheets = (consume workbook).sheets
    for index in sheets.indices {
      var grid = Grid(OpinionColumn.removed(from: sheets[index]))
      let count = sheets[index].rows.count
      sheets[index].rows = []
      defer { rowsBefore += count }
      if grid.sheet.isHidden {
        list.add(hidden: grid.sheet)
        continue
      }
      let own = ListYear(topOf: grid.sheet)
      let stated = given ?? own.title ?? own.note ?? titled
      let year = stated ?? currentYear
      let layouter = SheetLayouter(
        lexicon: lexicon, catalogue: catalogue, year: year, told: told)
      let hidden = HiddenContent.findings(in: grid.sheet)
      let name = grid.sheet.name
      list.findings += TornCell.findings(in: grid)
      var sides = layouter.sides(of: grid)
      grid = Grid(Sheet(name: name, rows: []))
      var tables: [SheetTables.Table] = []
      for (side, layout) in try sides.indices.flatMap({ side in
        try layouter.layouts(of: sides[side]) { try watch(rowsBefore) }.map { (side, $0) }
      }) {
        let unknownColumns = UnknownColumn.all(in: layout, of: sides[side].sheet, lexicon)
        let parts = try parse(layout, &sides[side], year, dateSystem) { row in
          try watch(rowsBefore + min(row, count))
        }
        var rows = parts.flatMap(\.rows)
        PackageParts.mark(&rows)
        var table = ParsedTable(layout: layout, rows: rows)
        let magnitudes = Ahead { [table] in
          MagnitudeRule(layout).findings(in: table, parts.map(\.sums))
        }
        table.differences = LayoutDifference.all(in: layout, of: told, catalogue)
        table.unknownColumns = unknownColumns
        let repeated = duplicates.findings(in: table, parts.lazy.flatMap(\.hashes))
        tables.append(
          SheetTables.Table(
            side: side, table,
            findings: layout.findings + parts.findingsOfCells + (try magnitudes.get())
              + parts.findingsOfRows + repeated))
      }
      list.findings += SheetTables.checkTotals(of: &tables, in: sides) + hidden
      if stated == nil, !tables.isEmpty, let range = own.range {
        list.findings.append(
          Finding(.listYearUnclear, sheet: name, cell: range.cell, raw: range.text))
      }
      list.add(sheetNamed: name, tables.map(\.table))
    }
    Memory.giveBack()
    list.findings = Self.onePerCell(list.findings)
    list.asks = ValueAsk.all(in: list.findings, catalogue, year: list.year)
    return list
  }

  /// One table, part by part.
  private func parse(
    _ layout: TableLayout, _ grid: inout Grid, _ year: Int, _ dateSystem: DateSystem,
    watch: (_ row: Int) throws -> Void
  ) throws -> [PartReading] {
    if layout.form != nil {
      let reader = FormReader(
        layout: layout, grid: grid, catalogue: catalogue, year: year, dateSystem: dateSystem)
      return reader.map { [$0.read()] } ?? []
    }
    let sections = SectionReader(catalogue: catalogue)
    let parts = RowPart.all(
      of: layout, in: grid, near: share(grid.sheet.rows.indices))
    let rowsOfPart = grid.sheet.rows.count / max(1, parts.count)
    grid.forgetProjects(of: layout)
    let context = sections.contextOfSheet(named: layout.sheet)
    // What the readers remember of texts is their own.
    let makeParser = { @Sendable [catalogue, grid] in
      RowParser(
        grid: grid, layout: layout, catalogue: catalogue, year: year, dateSystem: dateSystem,
        sheetContext: context)
    }
    let rules = RowRules.all(layout, year: year, catalogue)
    let magnitudes = MagnitudeRule(layout)
    return try Cores.map(
      parts, making: makeParser, watch: { try watch($0 * rowsOfPart + $1) }
    ) { parser, part, watch in
      let (rows, findings) = try parser.parse(part, watch: watch)
      return PartReading(rows, findings, rules, magnitudes)
    }
  }

  /// Who sent the list, as far as the tops of its sheets tell; a table may state another.
  package static func statedSender(in workbook: Workbook) -> String? {
    notes(atTopsOf: workbook).lazy.compactMap(\.sender).first
  }

  private static func notes(atTopsOf workbook: Workbook) -> [SheetNotes] {
    workbook.sheets.filter { !$0.isHidden }.map { sheet in
      SheetNotes(
        sheet.rows.prefix(8).flatMap { row in
          row.cells.count <= 4 ? row.cells.map { CellText.raw(of: $0.value) } : []
        })
    }
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
