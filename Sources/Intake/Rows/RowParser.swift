import Ledger
import Spreadsheet

/// Reads the project rows of a table, top to bottom: every value with its cell and raw text,
/// every cell that gives no value with a finding.
struct RowParser {
  let grid: Grid
  let layout: TableLayout
  let catalogue: Catalogue
  let year: Int
  let dateSystem: DateSystem
  /// What the sheet's name says of all rows.
  let sheetContext: [Field: Value]

  private let references: ReferenceCell
  private let dates: DateCell
  private let hasStageColumn: Bool
  private let columns: [TableColumn]

  init(
    grid: Grid, layout: TableLayout, catalogue: Catalogue, year: Int, dateSystem: DateSystem,
    sheetContext: [Field: Value]
  ) {
    self.grid = grid
    self.layout = layout
    self.catalogue = catalogue
    self.year = year
    self.dateSystem = dateSystem
    self.sheetContext = sheetContext
    references = ReferenceCell(catalogue: catalogue, year: year)
    dates = DateCell(year: year, catalogue: catalogue, dateSystem: dateSystem)
    columns = layout.mapped
    hasStageColumn = columns.contains { $0.meaning == .field(.stage) }
  }

  /// The rows and what is wrong in their cells.
  func parse() -> (rows: [ParsedRow], findings: [Finding]) {
    var context = SectionContext(base: sheetContext)
    let sections = SectionReader(catalogue: catalogue)
    var rows: [ParsedRow] = []
    var findings: [Finding] = []
    var above: [Int: CellValue] = [:]
    var unitless: Set<Int> = []
    for row in grid.sheet.rows {
      switch layout.rowKinds[row.number] {
      case .section: context.enter(sections.read(RowLabel.text(of: row)))
      case .project:
        var reading = RowReading(row: row, context: context)
        for column in columns { read(column, into: &reading, above: &above) }
        finish(&reading)
        findings += reading.findings.filter {
          $0.finding.code != .moneyUnitMissing || unitless.insert($0.column).inserted
        }.map(\.finding)
        rows.append(reading.parsed)
        let missing = NameRequired.finding(of: reading.parsed, in: layout) { column in
          cell(column, row).map { ($0.row, CellText.raw(of: $0.value)) }
        }
        if let missing { findings.append(missing) }
      default: break
      }
    }
    return (rows, findings)
  }

  // MARK: One cell

  private func read(
    _ column: TableColumn, into reading: inout RowReading, above: inout [Int: CellValue]
  ) {
    guard let cell = cell(column, reading.row) else {
      above[column.index] = nil
      return
    }
    var value = cell.value
    if case .text(let text) = value {
      var unified = CellText.unified(text)
      if CellText.isDitto(unified) {
        guard let same = above[column.index] else { return }
        value = same
        if case .text(let text) = same { unified = text }
      }
      if value.isText {
        if CellText.isBlank(unified) {
          above[column.index] = nil
          return
        }
        value = CellText.isErrorLiteral(unified) ? .error(unified) : .text(unified)
      }
    }
    above[column.index] = value
    let source = CellSource(column: column, row: cell.row, value: value)
    if case .error = value, column.meaning != .sequence {
      reading.report(.cellError, source, layout.sheet)
      return
    }
    interpret(source, into: &reading)
  }

  /// The cell of a column in a row, or the top of the merged cell that covers it.
  private func cell(_ column: TableColumn, _ row: Row) -> (value: CellValue, row: Int)? {
    if let value = row[column: column.index] { return (value, row.number) }
    guard grid.hasTallMerges,
      let merge = grid.tallMerge(row: row.number, column: column.index),
      let value = grid.value(row: merge.firstRow, column: merge.firstColumn)
    else { return nil }
    return (value, merge.firstRow)
  }

  private func interpret(_ source: CellSource, into reading: inout RowReading) {
    switch source.column.meaning {
    case .unmapped: break
    case .sequence: reading.serial = source.raw
    case .period: readPeriod(source, into: &reading)
    case .contactAndPhone:
      let (contact, phone) = ContactText.split(source.raw)
      reading.add(FieldKey(.contact), contact.map { .text($0) }, source)
      reading.add(FieldKey(.phone), phone.map { .text($0) }, source)
    case .register(let code):
      if Self.yes(source.raw) == true {
        reading.add(FieldKey(register: code, year: year), membership(of: code), source)
      }
    case .series(let field, let period):
      readMeasure(FieldKey(field, period), source, into: &reading)
    case .field(let field): readField(field, source, into: &reading)
    }
  }

  private func readField(_ field: Field, _ source: CellSource, into reading: inout RowReading) {
    switch field.kind {
    case .money, .quantity: readMeasure(FieldKey(field), source, into: &reading)
    case .date: readDate(field, source, into: &reading)
    case .flag:
      reading.add(FieldKey(field), Self.yes(source.raw).map { .flag($0) }, source)
    case .reference, .references:
      let outcome = references.read(source.raw, field: field)
      for (target, value) in outcome.values { reading.add(FieldKey(target), value, source) }
      if let code = outcome.finding {
        reading.report(code, source, layout.sheet, candidates: outcome.candidates)
      }
    case .list:
      let names = ListText.names(in: source.raw)
      var unique: [String] = []
      for name in names where !unique.contains(name) { unique.append(name) }
      reading.add(FieldKey(field), unique.isEmpty ? nil : .list(unique), source)
    case .memberships: readRegisters(source, into: &reading)
    case .text: readText(field, source, into: &reading)
    case .series: break
    }
  }

  private func readText(_ field: Field, _ source: CellSource, into reading: inout RowReading) {
    switch field {
    case .code:
      let outcome = CodeCell.readProjectCode(source.value)
      reading.add(FieldKey(.code), outcome.value, source)
      if let code = outcome.finding { reading.report(code, source, layout.sheet) }
    case .ownerUSCC:
      let outcome = CodeCell.readCreditCode(source.raw)
      reading.add(FieldKey(.ownerUSCC), outcome.value, source)
      if let code = outcome.finding { reading.report(code, source, layout.sheet) }
    default: reading.add(FieldKey(field), .text(source.raw), source)
    }
  }

  private func readMeasure(_ key: FieldKey, _ source: CellSource, into reading: inout RowReading) {
    var outcome = MeasureCell.read(source.value, field: key.field, unit: source.column.unit)
    let isOfHeader = outcome.value != nil || outcome.finding == .moneyUnitMissing
    if source.column.isForeignCurrency, isOfHeader, !source.statesUnit {
      outcome = MeasureCell.Outcome(finding: .currencyForeign)
    }
    reading.add(key, outcome.value, source)
    if let code = outcome.finding { reading.report(code, source, layout.sheet) }
  }

  private func readDate(_ field: Field, _ source: CellSource, into reading: inout RowReading) {
    switch dates.read(source.value) {
    case .date(let date): reading.add(FieldKey(field), .date(date), source)
    case .blank: break
    case .stage(let code):
      if !hasStageColumn { reading.offerStage(code, source) }
    case .finding(let code): reading.report(code, source, layout.sheet)
    }
  }

  /// Dedicated date columns beat the period, cell by cell: they are added when the row ends.
  private func readPeriod(_ source: CellSource, into reading: inout RowReading) {
    if case .text(let text) = source.value, let span = PeriodText(year: year).read(text) {
      reading.offerPeriod(span, source)
      return
    }
    switch (dates.read(source.value), source.value) {
    case (.date, .text): reading.report(.dateUnparsable, source, layout.sheet)
    case (.date(let date), _):
      reading.offerPeriod(PeriodText.Span(start: date, end: date), source)
    case (.finding(let code), _): reading.report(code, source, layout.sheet)
    case (.stage(let code), _):
      if !hasStageColumn { reading.offerStage(code, source) }
    case (.blank, _): break
    }
  }

  private func readRegisters(_ source: CellSource, into reading: inout RowReading) {
    for name in ListText.names(in: source.raw) where !ReferenceCell.meansOther(name) {
      if case .item(let code) = catalogue.resolveRegister(name) {
        reading.add(FieldKey(register: code, year: year), membership(of: code), source)
      } else {
        let key = FieldKey(register: name, year: year)
        reading.add(key, .membership(Membership()), source)
      }
    }
  }

  private func membership(of register: String) -> Value {
    .membership(Membership(state: catalogue.register(register)?.initialState))
  }

  /// Values that the row's own cells left open: periods, the context, the stage a date told.
  private func finish(_ reading: inout RowReading) {
    reading.settlePeriod()
    reading.settleContext(year: year) { membership(of: $0) }
    reading.settleStage()
  }

  private static func yes(_ text: String) -> Bool? {
    switch TextFolding.key(text).uppercased() {
    case "是", "√", "Y", "TRUE", "YES", "✓", "✔", "☑", "对": true
    case "否", "×", "N", "FALSE", "NO", "✗", "✘", "☐": false
    default: nil
    }
  }
}
