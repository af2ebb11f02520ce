import Ledger
import Spreadsheet

/// A cell about to be read.
struct CellSource {
  let column: TableColumn
  /// The row the cell stands in: the top of a merged cell.
  let row: Int
  let value: CellValue

  /// The cell as findings quote it.
  var raw: String { CellText.raw(of: value) }

  /// Whether the cell's own text states a unit.
  var statesUnit: Bool {
    if case .text(let text) = value { text.contains("元") } else { false }
  }
}

/// The values of one row as its cells are read.
struct RowReading {
  let row: Row
  let context: SectionContext
  var serial: String?
  private(set) var values: [ParsedValue] = []
  private(set) var findings: [(finding: Finding, column: Int)] = []
  private var period: (span: PeriodText.Span, source: CellSource)?
  private var stage: (code: String, source: CellSource)?

  init(row: Row, context: SectionContext) {
    self.row = row
    self.context = context
    values.reserveCapacity(row.cells.count)
  }

  var parsed: ParsedRow { ParsedRow(number: row.number, serial: serial, values: values) }

  /// Adds a value; the first one of a key counts.
  mutating func add(_ key: FieldKey, _ value: Value?, _ source: CellSource) {
    guard let value, !values.contains(where: { $0.key == key }) else { return }
    values.append(
      ParsedValue(
        key: key, value: value, column: source.column.index,
        cellRow: source.row == row.number ? nil : source.row,
        raw: Self.differingRaw(value, source)))
  }

  mutating func report(
    _ code: FindingCode, _ source: CellSource, _ sheet: String, candidates: [String] = []
  ) {
    let cell = CellReference.name(row: source.row, column: source.column.index)
    findings.append(
      (
        Finding(
          code, sheet: sheet, cell: cell, raw: source.raw, field: source.column.meaning.key,
          candidates: candidates), source.column.index
      ))
  }

  mutating func offerPeriod(_ span: PeriodText.Span, _ source: CellSource) {
    period = (span, source)
  }

  mutating func offerStage(_ code: String, _ source: CellSource) {
    if stage == nil { stage = (code, source) }
  }

  mutating func settlePeriod() {
    guard let period else { return }
    add(FieldKey(.startPlanned), .date(period.span.start), period.source)
    add(FieldKey(.finishPlanned), .date(period.span.end), period.source)
  }

  /// Values of the sections and the sheet's name, where the row says nothing itself.
  mutating func settleContext(year: Int, membership: (String) -> Value) {
    for (field, value) in context.values {
      addFromContext(FieldKey(field), value)
    }
    if let register = context.register, !values.contains(where: { $0.key.field == .registers }) {
      addFromContext(FieldKey(register: register, year: year), membership(register))
    }
  }

  mutating func settleStage() {
    guard let stage else { return }
    add(FieldKey(.stage), .reference(stage.code), stage.source)
  }

  private mutating func addFromContext(_ key: FieldKey, _ value: Value) {
    guard !values.contains(where: { $0.key == key }) else { return }
    values.append(ParsedValue(key: key, value: value, column: nil, cellRow: nil, raw: nil))
  }

  /// The cell's text, unless it is what the value's interchange form says anyway.
  private static func differingRaw(_ value: Value, _ source: CellSource) -> String? {
    switch value {
    case .text(let text):
      if case .text(let raw) = source.value, raw == text { return nil }
      let raw = source.raw
      return raw == text ? nil : raw
    case .money(let money):
      let raw = source.raw
      return raw == money.wanYuan ? nil : raw
    case .quantity(let quantity):
      let raw = source.raw
      return raw == quantity.text ? nil : raw
    case .date(let date):
      let raw = source.raw
      return raw == date.text ? nil : raw
    default: return source.raw
    }
  }
}
