import Ledger
import Spreadsheet

/// The values of one row as its cells are read.
struct RowReading: Sendable {
  /// The row's number in the file.
  private(set) var row: Int
  var serial: String?
  var mark: RowMark?
  private(set) var values = RowValues()
  private(set) var findings: [Finding] = []
  private var period: Offer<PeriodText.Span>?
  private var stage: Offer<String>?
  private var stageOfState: Offer<String>?
  /// The fields that have a value.
  private var fields = FieldSet()

  /// A value that applies only if the row's own cells set none.
  private struct Offer<Content: Sendable>: Sendable {
    let content: Content
    let source: CellSource
  }

  init(row: Int) { self.row = row }

  /// Clears everything and begins another row.
  mutating func begin(_ row: Int) {
    self.row = row
    (serial, mark, period, stage, stageOfState) = (nil, nil, nil, nil, nil)
    values.removeAll()
    findings.removeAll(keepingCapacity: true)
    fields = FieldSet()
  }

  /// Adds a value; the first one of a key wins.
  mutating func add(_ key: FieldKey, _ value: Value?, _ source: CellSource) {
    guard let value, !holds(key) else { return }
    append(
      ParsedValue(
        key: key, value: value, column: source.column.index,
        cellRow: source.row == row ? nil : source.row, raw: source.raw(unlessSaidBy: value)))
  }

  /// Adds the text of a cell in the row as UTF-8.
  mutating func add(text: Span<UInt8>, as key: FieldKey, column: Int) {
    if holds(key) { return }
    fields.insert(key.fieldNumber)
    values.append(text: text, as: key, column: column)
  }

  mutating func report(
    _ code: FindingCode, _ source: CellSource, _ sheet: String, raw: String? = nil,
    candidates: [String] = []
  ) {
    findings.append(
      Finding(
        code, sheet: sheet,
        cell: CellReference.name(row: source.row, column: source.column.index),
        raw: raw ?? source.raw,
        field: source.column.meaning.key, candidates: candidates))
  }

  mutating func offerPeriod(_ span: PeriodText.Span, _ source: CellSource) {
    period = Offer(content: span, source: source)
  }

  mutating func offerStage(_ code: String, _ source: CellSource) {
    if stage == nil { stage = Offer(content: code, source: source) }
  }

  /// Offers a stage from a column of conditions: it fills a blank in the stage column, and precedes
  /// sections.
  mutating func offerStageOfState(_ code: String, _ source: CellSource) {
    if stageOfState == nil { stageOfState = Offer(content: code, source: source) }
  }

  /// Adds the cached reading of a cell with the same text.
  mutating func repeatCell(
    _ cell: CellMemory, _ column: CellColumn, row: Int, in layout: TableLayout
  ) {
    let values = cell.reading.values
    for index in values.entries.indices where !holds(values.entries[index].key) {
      if row == self.row {
        fields.insert(values.entries[index].key.fieldNumber)
        self.values.append(index, of: values, shared: cell.number.map { $0 + Int32(index) })
      } else {
        let value = values.parsed(index)
        append(
          ParsedValue(
            key: value.key, value: value.value, column: column.index, cellRow: row,
            raw: value.raw))
      }
    }
    guard !cell.reading.isPlain else { return }
    let source = CellSource(column: column, row: row, value: .text(cell.text))
    for finding in cell.reading.findings {
      report(finding.code, source, layout.sheet, candidates: finding.candidates)
    }
    if let period = cell.reading.period { offerPeriod(period.content, source) }
    if let stage = cell.reading.stage { offerStage(stage.content, source) }
    if let stage = cell.reading.stageOfState { offerStageOfState(stage.content, source) }
  }

  /// Whether there are only values.
  private var isPlain: Bool {
    findings.isEmpty && period == nil && stage == nil && stageOfState == nil
  }

  mutating func settleStageOfState() {
    guard let stageOfState else { return }
    add(FieldKey(.stage), .reference(stageOfState.content), stageOfState.source)
  }

  mutating func settlePeriod() {
    guard let period else { return }
    add(FieldKey(.startPlanned), .date(period.content.start), period.source)
    add(FieldKey(.finishPlanned), .date(period.content.end), period.source)
  }

  /// Adds values of the sections and the sheet's name for fields that the row has not.
  mutating func settleContext(
    _ context: SectionContext, year: Int, membership: (String) -> Value
  ) {
    for (field, value) in context.values { addFromContext(FieldKey(field), value) }
    if let register = context.register, !holds(.registers) {
      addFromContext(FieldKey(register: register, year: year), membership(register))
    }
  }

  mutating func settleStage() {
    guard let stage else { return }
    add(FieldKey(.stage), .reference(stage.content), stage.source)
  }

  /// Adds the recipe's values for fields that neither row nor context set.
  mutating func settle(_ constants: [Constant]) {
    for constant in constants where !holds(constant.key) {
      append(
        ParsedValue(
          key: constant.key, value: constant.value, column: nil, cellRow: nil,
          raw: constant.text))
    }
  }

  private mutating func addFromContext(_ key: FieldKey, _ value: Value) {
    if holds(key) { return }
    append(ParsedValue(key: key, value: value, column: nil, cellRow: nil, raw: nil))
  }

  private mutating func append(_ value: ParsedValue) {
    fields.insert(value.key.fieldNumber)
    values.append(value)
  }

  /// Whether the row has a value of a field.
  func holds(_ field: Field) -> Bool { fields.contains(field.rawValue) }

  private func holds(_ key: FieldKey) -> Bool {
    guard fields.contains(key.fieldNumber) else { return false }
    return key.isWhole || values.entries.contains { $0.key == key }
  }
}
