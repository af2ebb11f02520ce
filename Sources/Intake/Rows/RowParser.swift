import Ledger
import Machine
import Spreadsheet

/// Reads the project rows of a table from top to bottom: every value with its cell and raw text,
/// and a finding for every cell without a readable value.
struct RowParser {
  let grid: Grid
  let layout: TableLayout
  /// The values that the sheet's name sets for all rows.
  let sheetContext: [Field: Value]

  private let columns: [CellColumn]
  /// The last row of the header: a label merged on into the rows is no value of theirs.
  private let headerEnd: Int
  private var cells: CellReader
  private let plainTexts: PlainTexts
  private var above = RowAbove()

  init(
    grid: Grid, layout: TableLayout, catalogue: Catalogue, year: Int, dateSystem: DateSystem,
    sheetContext: [Field: Value]
  ) {
    self.grid = grid
    self.layout = layout
    self.sheetContext = sheetContext
    columns = layout.mapped.map(CellColumn.init)
    headerEnd = layout.headerRows.last ?? 0
    cells = CellReader(layout: layout, catalogue: catalogue, year: year, dateSystem: dateSystem)
    plainTexts = PlainTexts(columns, cells, layout)
  }

  /// Reads the rows of a part and the findings about their cells; `watch` is called with the number of
  /// rows read. The part's cells are freed row by row, so that a long table is not in memory twice.
  mutating func parse(
    _ part: inout RowPart, watch: (_ row: Int) throws -> Void
  ) rethrows -> (rows: [ParsedRow], findings: [Finding]) {
    var context = SectionContext(base: sheetContext)
    above = RowAbove()
    for section in part.sectionsAbove { context.enter(section) }
    var rows = RowPacker()
    var findings: [Finding] = []
    var reading = RowReading(row: 0)
    rows.expect(part.rows.count)
    for index in part.rows.indices {
      if index.isMultiple(of: 1_024) { try watch(index) }
      let row = part.rows[index]
      part.rows[index].cells = Cells()
      switch layout.rowKinds[row.number] {
      case .section: if let section = layout.sections[row.number] { context.enter(section) }
      case .project:
        reading.begin(row.number)
        read(row, context, into: &reading)
        findings += reading.findings
        // A row of a 核对表 is identified by its mark and needs no name.
        if !reading.holds(.name), reading.mark == nil, let missing = nameMissing(in: row) {
          findings.append(missing)
        }
        rows.add(
          number: row.number, serial: reading.serial, mark: reading.mark, reading.values)
      default: break
      }
    }
    return (rows.finish(), findings)
  }

  private mutating func read(
    _ row: Row, _ context: SectionContext, into reading: inout RowReading
  ) {
    let (stated, columns, texts) = (row.cells, columns, plainTexts)
    // Columns mostly ascend, and so do cells.
    var next = 0
    for position in columns.indices {
      let column = columns[position].index
      if next > 0, stated.column(at: next - 1) >= column { next = 0 }
      while next < stated.count, stated.column(at: next) < column { next += 1 }
      if next < stated.count, stated.column(at: next) == column {
        let isRead = stated.withText(at: next) {
          texts.read($0, in: row.number, at: position, into: &reading)
        }
        if isRead == true { continue }
        read(stated[next].value, in: row.number, at: position, into: &reading)
      } else if let top = grid.mergedPlace(column, row.number), top.row.number > headerEnd {
        let (cells, number) = (top.row.cells, top.row.number)
        let isRead = cells.withText(at: top.position) {
          texts.repeated($0, in: number, at: position, into: &reading)
        }
        if isRead == true { continue }
        read(cells[top.position].value, in: number, at: position, into: &reading)
      }
    }
    above.become(row)
    reading.settlePeriod()
    reading.settleStageOfState()
    reading.settleContext(context, year: cells.year) { cells.membership(of: $0) }
    reading.settleStage()
    if !layout.constants.isEmpty { reading.settle(layout.constants) }
  }

  private mutating func read(
    _ cell: CellValue, in row: Int, at position: Int, into reading: inout RowReading
  ) {
    let column = columns[position]
    var text: String?
    var source = CellSource(column: column, row: row, value: cell)
    switch cell {
    case .text(let written):
      let unified = UnifiedText(written)
      source.written = unified.source(written)
      let isDitto = CellText.isDitto(unified.text)
      let stated = isDitto ? ditto(at: position) : Self.stated(unified.text)
      guard let stated else {
        if unified.hadNoncharacters {
          source.value = .text(unified.text)
          reading.report(.textCharacters, source, layout.sheet)
        }
        return
      }
      source.value = stated
      // The value of a ditto mark differs from row to row.
      text = isDitto ? nil : written
    case .shown(let shown) where !column.isOfMoney:
      let isText = column.showsDigits && shown.display.digits > 0
      source.value = isText ? .text(shown.text) : .number(shown.number)
    case .uncalculated:
      if column.meaning != .sequence { reading.report(.cellUncalculated, source, layout.sheet) }
      return
    default: break
    }
    if case .error = source.value, column.meaning != .sequence {
      reading.report(.cellError, source, layout.sheet)
    } else {
      cells.read(source, text: text, at: position, into: &reading)
    }
  }

  /// The value of a unified text; nil for a blank mark.
  private static func stated(_ unified: String) -> CellValue? {
    if CellText.isBlank(unified) { return nil }
    return CellText.isErrorLiteral(unified) ? .error(unified) : .text(unified)
  }

  /// The value in a mapped column of the row above.
  private mutating func ditto(at position: Int) -> CellValue? {
    let column = columns[position].index
    return above.ditto(at: position) { [grid] row in
      switch Self.cell(column, row, grid)?.value {
      case .text(let text): Self.stated(CellText.unified(text))
      case let value: value
      }
    }
  }

  private func nameMissing(in row: Row) -> Finding? {
    NameRequired.finding(ofRow: row.number, in: layout) { column in
      Self.cell(column.index, row, grid).map { ($0.row, CellText.raw(of: $0.value)) }
    }
  }

  /// The cell of a column in a row, or the top of the tall merge that covers it.
  private static func cell(_ column: Int, _ row: Row, _ grid: Grid) -> (value: CellValue, row: Int)?
  {
    row[column: column].map { ($0, row.number) } ?? grid.mergedCell(column, row.number)
  }
}

/// Reads texts that are cached or free text, without making strings: most cells of a long list.
private final class PlainTexts {
  /// The keys of the columns of free text; nil for the others.
  private let keys: [FieldKey?]
  private let columns: [CellColumn]
  private let cells: CellReader
  private let layout: TableLayout

  init(_ columns: [CellColumn], _ cells: CellReader, _ layout: TableLayout) {
    keys = columns.map { column in
      guard case .field(let field) = column.meaning, field.takesAnyText else { return nil }
      return FieldKey(field)
    }
    (self.columns, self.cells, self.layout) = (columns, cells, layout)
  }

  /// Reads a text of the column at a position; false if it must be parsed.
  func read(
    _ text: Span<UInt8>, in row: Int, at position: Int, into reading: inout RowReading
  ) -> Bool {
    if let key = keys[position] {
      if text.isText(ClearingWord.text) { return false }
      guard text.count <= RowBlock.longestText, CellText.isPlain(text) else { return false }
      reading.add(text: text, as: key, column: columns[position].index)
      return true
    }
    return repeated(text, in: row, at: position, into: &reading)
  }

  /// Reads a cached text; false for any other.
  func repeated(
    _ text: Span<UInt8>, in row: Int, at position: Int, into reading: inout RowReading
  ) -> Bool {
    guard let known = cells.known(text, at: position) else { return false }
    reading.repeatCell(known, columns[position], row: row, in: layout)
    return true
  }
}
