import Ledger
import Machine
import Spreadsheet

/// Reads the cells of a table by the meaning of their columns.
///
/// The texts of most columns repeat from row to row (units, places, dates, periods): each is parsed
/// once per column and cached by its bytes.
struct CellReader {
  let layout: TableLayout
  let catalogue: Catalogue
  let year: Int

  private let references: ReferenceCell
  private let dates: DateCell
  private let hasStageColumn: Bool
  /// Whether cells can clear ledger values: only in tables that the ledger wrote.
  let takesClearing: Bool
  private var memos: [TextMemo?]
  /// The number of cached values.
  private var remembered = 0

  init(layout: TableLayout, catalogue: Catalogue, year: Int, dateSystem: DateSystem) {
    self.layout = layout
    self.catalogue = catalogue
    self.year = year
    references = ReferenceCell(catalogue: catalogue, year: year)
    dates = DateCell(year: year, catalogue: catalogue, dateSystem: dateSystem)
    takesClearing = layout.columns.contains { $0.meaning == .mark }
    hasStageColumn = layout.columns.contains { $0.meaning == .field(.stage) }
    memos = layout.mapped.map { $0.meaning.repeats ? TextMemo() : nil }
  }

  /// Reads a cell of the mapped column at a position into a row; `text` is the cell's text, if any.
  mutating func read(
    _ source: CellSource, text: String?, at position: Int, into reading: inout RowReading
  ) {
    guard let text, memos[position] != nil, case .text(let unified) = source.value,
      !source.column.meaning.isNumeric || MeasureText.plain(unified) == nil
    else {
      return interpret(source, text: text, into: &reading)
    }
    var alone = RowReading(row: source.row)
    interpret(source, into: &alone)
    let isRemembered = memos[position]?.isFull == false
    let cell = CellMemory(
      text: unified, reading: alone, number: isRemembered ? Int32(remembered) : nil)
    if isRemembered {
      memos[position]?.remember(cell, as: text)
      remembered += alone.values.entries.count
    }
    reading.repeatCell(cell, source.column, row: source.row, in: layout)
  }

  /// The cached reading of a cell's text in the mapped column at a position; nil if it must be parsed.
  func known(_ text: Span<UInt8>, at position: Int) -> CellMemory? {
    memos[position]?.cell(of: text)
  }

  /// The value of membership on a register.
  func membership(of register: String) -> Value {
    .membership(Membership(state: catalogue.register(register)?.initialState))
  }

  // MARK: By meaning

  private func interpret(
    _ source: CellSource, text: String? = nil, into reading: inout RowReading
  ) {
    if source.raw == ClearingWord.text, let code = clearing(source.column.meaning) {
      return reading.report(code, source, layout.sheet)
    }
    reportText(source, into: &reading)
    switch source.column.meaning {
    case .unmapped: break
    case .sequence: reading.serial = source.raw
    case .mark: reading.mark = RowMark(source.raw) ?? .illegible
    case .period: readPeriod(source, into: &reading)
    case .contactAndPhone:
      let (contact, phone) = ContactText.split(source.raw)
      reading.add(FieldKey(.contact), contact.map { .text($0) }, source)
      reading.add(FieldKey(.phone), phone.map { .text($0) }, source)
    case .nameAndCode: readNameAndCode(source, into: &reading)
    case .nameAndContent:
      let (name, content) = ContentInName.split(source.written?.text ?? text ?? source.raw)
      reading.add(FieldKey(.name), name.map { .text($0) }, source)
      reading.add(FieldKey(.content), content.map { .text($0) }, source)
    case .register(let code):
      if Self.yes(source.raw) == true {
        reading.add(FieldKey(register: code, year: year), membership(of: code), source)
      }
    case .series(let field, let period) where field.kind == .texts:
      reading.add(FieldKey(field, period), .text(source.raw), source)
    case .series(let field, let period):
      readMeasure(FieldKey(field, period), source, into: &reading)
    case .field(let field): readField(field, source, into: &reading)
    }
  }

  /// The finding for a cell with the clearing word; nil if the column stores nothing. Only a table that the ledger
  /// wrote shows the values to clear: the sender of a list cannot know those of others.
  private func clearing(_ meaning: ColumnMeaning) -> FindingCode? {
    switch meaning {
    case .unmapped, .sequence, .mark: nil
    default:
      meaning.namesProjects ? .requiredMissing : takesClearing ? .cellClears : .cellDoesNotClear
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
      for (target, value) in outcome.values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        if field == .condition, target == .stage, case .reference(let code) = value {
          // The stage from a 状态 column fills only blanks if there is a stage column.
          reading.offerStageOfState(code, source)
        } else {
          reading.add(FieldKey(target), value, source)
        }
      }
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
    case .series, .texts, .matters: break
    }
  }

  private func readText(_ field: Field, _ source: CellSource, into reading: inout RowReading) {
    switch field {
    // Same condition as `takesAnyText`.
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

  /// Reads a name with its code in brackets, after a space or on its own line.
  private func readNameAndCode(_ source: CellSource, into reading: inout RowReading) {
    let (name, code) = CodeInName.split(source.raw)
    reading.add(FieldKey(.name), name.map { .text($0) }, source)
    guard let code else { return }
    let outcome = CodeCell.readProjectCode(.text(code))
    reading.add(FieldKey(.code), outcome.value, source)
    if let code = outcome.finding { reading.report(code, source, layout.sheet) }
  }

  /// Reports findings about the text itself.
  private func reportText(_ source: CellSource, into reading: inout RowReading) {
    if source.written?.hadNoncharacters == true {
      reading.report(.textCharacters, source, layout.sheet)
    }
    guard case .text(let text) = source.value else { return }
    if LongText.isTooLong(text) {
      reading.report(.textTooLong, source, layout.sheet, raw: LongText.beginning(of: text))
    } else if TruncatedText.isShortened(text) {
      reading.report(.textShortened, source, layout.sheet, raw: LongText.beginning(of: text))
    }
  }

  private func readMeasure(_ key: FieldKey, _ source: CellSource, into reading: inout RowReading) {
    var outcome = MeasureCell.read(source.value, field: key.field, unit: source.column.unit)
    let isOfHeader = outcome.value != nil || outcome.findings == [.moneyUnitMissing]
    if source.column.isForeignCurrency, isOfHeader, !source.statesUnit {
      outcome = MeasureCell.Outcome(findings: [.currencyForeign])
    }
    reading.add(key, outcome.value, source)
    for code in outcome.findings {
      reading.report(code, source, layout.sheet, candidates: outcome.remarks(on: code))
    }
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

  /// Reads a period. Separate date columns take precedence, so periods are added last.
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
        reading.report(
          .registerUnknown, source, layout.sheet, raw: name,
          candidates: catalogue.nearestNames(.register, to: name))
      }
    }
  }

  private static func yes(_ text: String) -> Bool? {
    switch TextFolding.key(text).uppercased() {
    case "是", "√", "Y", "TRUE", "YES", "✓", "✔", "☑", "对": true
    case "否", "×", "N", "FALSE", "NO", "✗", "✘", "☐": false
    default: nil
    }
  }
}

/// The cached reading of a column's text, whatever its row.
final class CellMemory: Sendable {
  /// The text, unified.
  let text: String
  let reading: RowReading
  /// The number of its first cached value, the others following; nil if it is not cached.
  let number: Int32?

  init(text: String, reading: RowReading, number: Int32?) {
    self.text = text
    self.reading = reading
    self.number = number
  }
}

/// The readings of one column's texts, by their bytes.
private final class TextMemo {
  private var texts = Interner()
  private var cells: [CellMemory] = []

  /// The number of texts to cache; beyond it texts do not repeat.
  private static let limit = 20_000

  func cell(of text: Span<UInt8>) -> CellMemory? {
    text.withUnsafeBufferPointer { texts.knownNumber(of: $0) }.map { cells[$0] }
  }

  var isFull: Bool { cells.count >= Self.limit }

  func remember(_ cell: CellMemory, as text: String) {
    if texts.number(of: text).isNew { cells.append(cell) }
  }
}

extension Field {
  /// Whether its cells are free text, stored without parsing.
  var takesAnyText: Bool { kind == .text && self != .code && self != .ownerUSCC }
}

extension ColumnMeaning {
  /// Whether its texts repeat; names and descriptions do not.
  fileprivate var repeats: Bool {
    switch self {
    case .unmapped, .sequence, .mark, .contactAndPhone, .nameAndCode, .nameAndContent: false
    case .field(let field): field.kind != .text
    case .series(let field, _): field.kind != .texts
    case .period, .register: true
    }
  }
}
