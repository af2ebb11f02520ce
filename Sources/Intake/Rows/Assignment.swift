package import Ledger
import Machine
import Spreadsheet

/// A value entered by hand, `FIELD=VALUE`, read by the same rules as a cell of a list.
///
/// `FIELD` is a field's identifier or key (`total_investment`, `plan.2026`) or a header as lists
/// write it (总投资, 2026年计划投资). Money without a unit is in 万元. An empty value clears the field.
package struct Assignment: Hashable, Sendable {
  package let field: String
  package let text: String

  package init(field: String, text: String) {
    self.field = field
    self.text = text
  }

  /// Reads `FIELD=VALUE`; nil without an equals sign.
  package init?(_ argument: String) {
    guard let mark = argument.firstIndex(where: { $0 == "=" || $0 == "＝" }) else { return nil }
    field = CellText.unified(String(argument[..<mark]))
    text = CellText.unified(String(argument[argument.index(after: mark)...]))
    if field.isEmpty { return nil }
  }
}

/// Reads assignments as one row of a list.
package struct AssignmentReader: Sendable {
  let catalogue: Catalogue
  let lexicon: HeaderLexicon
  let year: Int

  package init(catalogue: Catalogue, lexicon: HeaderLexicon, year: Int) {
    self.catalogue = catalogue
    self.lexicon = lexicon
    self.year = year
  }

  /// The result of reading assignments.
  package struct Reading: Sendable {
    package var values: [ParsedValue] = []
    /// Keys given an empty value.
    package var cleared: [FieldKey] = []
    /// Names without a field.
    package var unknown: [String] = []
    package var findings: [Finding] = []

    /// Whether nothing was read from the input.
    package var saysNothing: Bool {
      values.isEmpty && cleared.isEmpty && unknown.isEmpty && findings.isEmpty
    }
  }

  /// Reads all assignments together, so that rules over the row see them all.
  package func read(_ assignments: [Assignment]) -> Reading {
    var reading = Reading()
    var columns: [TableColumn] = []
    var cells: [Cell] = []
    for assignment in assignments {
      let meaning = meaning(of: assignment.field)
      guard ![.unmapped, .sequence, .mark].contains(meaning) else {
        reading.unknown.append(assignment.field)
        continue
      }
      if assignment.text.isEmpty {
        reading.cleared += keys(of: meaning)
        continue
      }
      for (meaning, text) in parts(of: assignment, meaning, &reading.findings) {
        let column = columns.count
        columns.append(
          TableColumn(
            index: column, path: [assignment.field], meaning: meaning,
            unit: unit(of: meaning), isForeignCurrency: false, isHidden: false,
            isUnknown: false))
        cells.append(Cell(column: column, value: .text(text)))
      }
    }
    let row = Row(number: 1, isHidden: false, cells: cells)
    let sheet = Sheet(name: "", isHidden: false, rows: [row], merges: [], hiddenColumns: [])
    let layout = TableLayout(
      sheet: "", year: year, headerRows: [], columns: columns, rowKinds: [1: .project],
      notes: TableLayout.Notes(year: nil, month: nil, sender: nil))
    var parser = RowParser(
      grid: Grid(sheet), layout: layout, catalogue: catalogue, year: year,
      dateSystem: .from1900, sheetContext: [:])
    var part = RowPart(rows: [row], sectionsAbove: [])
    let (rows, findings) = parser.parse(&part) { _ in }
    reading.values = rows.first?.values ?? []
    reading.findings += findings
    for rule in TableRules(layout, year: year, catalogue).ofRows {
      reading.findings += rule.gather(rows[...])
    }
    return reading
  }

  /// The keys that a field's identifier or header names; empty if it names no field.
  package func keys(named name: String) -> [FieldKey] { keys(of: meaning(of: name)) }

  /// The single key that a name means, such as `plan.2026` or 总投资; nil if there is none.
  package func key(of name: String) -> FieldKey? { FieldKey(name) ?? meaning(of: name).key }

  private func meaning(of name: String) -> ColumnMeaning {
    if let key = FieldKey(name), key.field.kind != .matters {
      return key.period.map { .series(key.field, $0) } ?? .field(key.field)
    }
    if name == Field.registers.id { return .field(.registers) }
    if name.hasPrefix("registers:"), let code = register(String(name.dropFirst(10))) {
      return .register(code)
    }
    let reader = HeaderReader(lexicon: lexicon, catalogue: catalogue, year: year, month: nil)
    let label = [HeaderLabel(name)]
    let meaning = reader.meaning(of: label)
    return meaning == .field(.progress) ? monthlyProgress(label) ?? meaning : meaning
  }

  /// The month's progress for 2026年4月形象进度 entered by hand; nil if no month is named.
  private func monthlyProgress(_ label: [HeaderLabel]) -> ColumnMeaning? {
    let time = HeaderPath(label, lexicon, year: year, month: nil).period
    guard let months = time.months,
      let period = Period.month(time.year ?? year, months.upperBound)
    else { return nil }
    return .series(.monthlyProgress, period)
  }

  /// Splits an assignment of registers into one column for each. An unknown register is a finding,
  /// because no query would find the project on it.
  private func parts(
    of assignment: Assignment, _ meaning: ColumnMeaning, _ findings: inout [Finding]
  ) -> [(ColumnMeaning, String)] {
    guard meaning == .field(.registers) else { return [(meaning, assignment.text)] }
    var parts: [(ColumnMeaning, String)] = []
    for name in ListText.names(in: assignment.text) {
      if let code = register(name) {
        parts.append((.register(code), "是"))
      } else {
        findings.append(
          Finding(
            .refUnknown, sheet: "", cell: "", raw: name, field: FieldKey(.registers),
            candidates: catalogue.nearestNames(.register, to: name)))
      }
    }
    return parts
  }

  /// The code of the register that a word means; by hand also of one that list words never match.
  private func register(_ word: String) -> String? {
    if case .item(let code) = catalogue.resolveRegister(word) { return code }
    return catalogue.items(of: .register).first { item in
      item.code == word || item.name == word || item.aliases.contains { $0.text == word }
    }?.code
  }

  private func keys(of meaning: ColumnMeaning) -> [FieldKey] {
    switch meaning {
    case .period: [FieldKey(.startPlanned), FieldKey(.finishPlanned)]
    case .contactAndPhone: [FieldKey(.contact), FieldKey(.phone)]
    case .nameAndCode: [FieldKey(.name), FieldKey(.code)]
    case .nameAndContent: [FieldKey(.name), FieldKey(.content)]
    case .register(let code): [FieldKey(register: code, year: year)]
    default: meaning.key.map { [$0] } ?? []
    }
  }

  private func unit(of meaning: ColumnMeaning) -> MeasureUnit? {
    guard let field = meaning.field else { return nil }
    return MeasureUnit.units(of: field).first { $0.word == "万元" } ?? MeasureUnit.assumed(for: field)
  }
}
