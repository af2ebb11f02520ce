import Ledger
import Spreadsheet

/// Reads the project rows of a table, top to bottom: every value with its cell and raw text,
/// every cell that gives no value with a finding.
struct RowParser: Sendable {
  let grid: Grid
  let layout: TableLayout
  /// What the sheet's name says of all rows.
  let sheetContext: [Field: Value]

  private let columns: [CellColumn]
  private var cells: CellReader
  /// The value above, for each mapped column: what 同上 means.
  private var above: [CellValue?]

  init(
    grid: Grid, layout: TableLayout, catalogue: Catalogue, year: Int, dateSystem: DateSystem,
    sheetContext: [Field: Value]
  ) {
    self.grid = grid
    self.layout = layout
    self.sheetContext = sheetContext
    columns = layout.mapped.map(CellColumn.init)
    cells = CellReader(layout: layout, catalogue: catalogue, year: year, dateSystem: dateSystem)
    above = Array(repeating: nil, count: columns.count)
  }

  /// The rows of a part and what is wrong in their cells; `watch` is told now and then how many of them
  /// are read. Each row is let go of when it is read.
  mutating func parse(
    _ part: RowPart, watch: (_ row: Int) throws -> Void
  ) rethrows -> (rows: [ParsedRow], findings: [Finding]) {
    var context = SectionContext(base: sheetContext)
    for section in part.sectionsAbove { context.enter(section) }
    let sections = SectionReader(catalogue: cells.catalogue)
    var rows: [ParsedRow] = []
    var findings: [Finding] = []
    rows.reserveCapacity(part.rows.count)
    var source = part.rows.take()
    for index in source.indices {
      if index.isMultiple(of: 1_024) { try watch(index) }
      let row = source[index]
      source[index].cells = []
      switch layout.rowKinds[row.number] {
      case .section: context.enter(sections.read(RowLabel.text(of: row)))
      case .project:
        let reading = read(row, context)
        findings += reading.findings
        let parsed = reading.parsed
        if let missing = nameMissing(in: parsed, row) { findings.append(missing) }
        rows.append(parsed)
      default: break
      }
    }
    return (rows, findings)
  }

  private mutating func read(_ row: Row, _ context: SectionContext) -> RowReading {
    var reading = RowReading(row: row.number, capacity: row.cells.count)
    for position in columns.indices { read(row, at: position, into: &reading) }
    reading.settlePeriod()
    reading.settleContext(context, year: cells.year) { cells.membership(of: $0) }
    reading.settleStage()
    return reading
  }

  private mutating func read(_ row: Row, at position: Int, into reading: inout RowReading) {
    let column = columns[position]
    guard let cell = cell(column.index, row) else {
      above[position] = nil
      return
    }
    guard let value = value(of: cell.value, at: position) else { return }
    let source = CellSource(column: column, row: cell.row, value: value)
    if case .error = value, column.meaning != .sequence {
      reading.report(.cellError, source, layout.sheet)
    } else {
      cells.read(source, at: position, into: &reading)
    }
  }

  /// What a cell states: its text unified, a ditto mark replaced; nil when it states nothing.
  private mutating func value(of cell: CellValue, at position: Int) -> CellValue? {
    guard case .text(let text) = cell else {
      above[position] = cell
      return cell
    }
    let unified = CellText.unified(text)
    if CellText.isDitto(unified) { return above[position] }
    let value: CellValue? =
      if CellText.isBlank(unified) {
        nil
      } else {
        CellText.isErrorLiteral(unified) ? .error(unified) : .text(unified)
      }
    above[position] = value
    return value
  }

  private func nameMissing(in parsed: ParsedRow, _ row: Row) -> Finding? {
    NameRequired.finding(of: parsed, in: layout) { column in
      cell(column.index, row).map { ($0.row, CellText.raw(of: $0.value)) }
    }
  }

  /// The cell of a column in a row, or the top of the merged cell that covers it.
  private func cell(_ column: Int, _ row: Row) -> (value: CellValue, row: Int)? {
    if let value = row[column: column] { return (value, row.number) }
    guard grid.hasTallMerges,
      let merge = grid.tallMerge(row: row.number, column: column),
      let value = grid.value(row: merge.firstRow, column: merge.firstColumn)
    else { return nil }
    return (value, merge.firstRow)
  }
}
