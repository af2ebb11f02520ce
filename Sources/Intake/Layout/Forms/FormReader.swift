import Ledger
import Machine
import Spreadsheet

/// Reads a form as one row of a table whose columns are the form's labels.
///
/// Each value keeps the form's cell that it came from.
struct FormReader {
  private let form: Form
  /// The table whose columns are the form's labels.
  let table: TableLayout
  private let grid: Grid
  private let catalogue: Catalogue
  private let year: Int
  private let dateSystem: DateSystem

  /// Nil if the layout is not of a form.
  init?(layout: TableLayout, grid: Grid, catalogue: Catalogue, year: Int, dateSystem: DateSystem) {
    guard let form = layout.form else { return nil }
    (self.form, self.grid) = (form, grid)
    (self.catalogue, self.year, self.dateSystem) = (catalogue, year, dateSystem)
    table = TableLayout(
      sheet: layout.sheet, year: layout.year, headerRows: [], columns: form.columns,
      rowKinds: [form.nameRow: .project], notes: layout.notes)
  }

  /// The project of the form, and the findings about its cells.
  func read() -> (rows: [ParsedRow], findings: [Finding]) {
    let cells = form.mapped.enumerated().compactMap { index, entry in
      let value =
        entry.valueBehindLabel.map(CellValue.text)
        ?? entry.value.flatMap { grid.value(row: $0.row, column: $0.column) }
      return value.map { Cell(column: index, value: $0) }
    }
    let row = Row(number: form.nameRow, cells: cells)
    var parser = RowParser(
      grid: Grid(Sheet(name: table.sheet, rows: [row])), layout: table, catalogue: catalogue,
      year: year, dateSystem: dateSystem,
      sheetContext: SectionReader(catalogue: catalogue).contextOfSheet(named: table.sheet))
    var part = RowPart(rows: [row], sectionsAbove: [])
    let (rows, findings) = parser.parse(&part) { _ in }
    return (rows.map(inPlace), findings.map(inPlace))
  }

  private func inPlace(_ row: ParsedRow) -> ParsedRow {
    let values = row.values.map { value in
      guard let column = value.column, let place = form.mapped[column].value else { return value }
      return ParsedValue(
        key: value.key, value: value.value, column: place.column,
        cellRow: place.row == form.nameRow ? nil : place.row, raw: value.raw)
    }
    return ParsedRow(number: row.number, serial: nil, values: values)
  }

  private func inPlace(_ finding: Finding) -> Finding {
    let names = form.mapped.indices.map { CellReference.name(row: form.nameRow, column: $0) }
    guard let index = names.firstIndex(of: finding.cell), let place = form.mapped[index].value
    else { return finding }
    return Finding(
      finding.code, sheet: finding.sheet,
      cell: place.name, raw: finding.raw,
      field: finding.field, candidates: finding.candidates)
  }
}
