import Ledger
import Spreadsheet

@testable import Intake

/// Where every cell of a list went: to a value, to an ignored row, to a column that is not imported,
/// or into a finding. What is left was lost without a word.
struct Accounting {
  let list: Intake.ProjectList
  let workbook: Workbook

  /// The cells that are unaccounted for, such as `清单 D7 文字`.
  var unaccounted: [String] {
    workbook.sheets.filter { !$0.isHidden }.flatMap { sheet -> [String] in
      let tables = list.tables.filter { $0.layout.sheet == sheet.name }
      return tables.isEmpty ? [] : unaccounted(in: sheet, tables)
    }
  }

  private func unaccounted(in sheet: Sheet, _ tables: [ParsedTable]) -> [String] {
    let findings = Set(list.findings.filter { $0.sheet == sheet.name }.map(\.cell))
    return sheet.rows.filter { !$0.isBlank }.flatMap { row -> [String] in
      let owners = tables.filter { table in
        table.layout.rowKinds[row.number] != nil || table.layout.headerRows.contains(row.number)
      }
      guard !owners.isEmpty || isOnlyNumbered(row, tables) else {
        return ["\(sheet.name) row \(row.number)"]
      }
      if owners.isEmpty { return [] }
      return row.cells.filter { cell in
        let name = CellReference.name(row: row.number, column: cell.column)
        return !findings.contains(name)
          && !owners.contains { accounts($0, for: cell, in: row.number, isOnly: owners.count == 1) }
      }.map { cell in
        let name = CellReference.name(row: row.number, column: cell.column)
        return "\(sheet.name) \(name) \(CellText.raw(of: cell.value))"
      }
    }
  }

  /// Whether a row has a serial number and nothing else: it is as blank as the rows below a list.
  private func isOnlyNumbered(_ row: Row, _ tables: [ParsedTable]) -> Bool {
    let serials = tables.flatMap(\.layout.columns).filter { $0.meaning == .sequence }.map(\.index)
    let filled = row.cells.filter { !CellText.isBlank(CellText.raw(of: $0.value)) }
    return filled.count == 1 && serials.contains(filled[0].column)
      && RowClassifier.isSerial(CellText.raw(of: filled[0].value))
  }

  /// Whether a table says where a cell of a row went; of tables beside each other each answers for its own
  /// columns.
  private func accounts(
    _ table: ParsedTable, for cell: Cell, in row: Int, isOnly: Bool
  ) -> Bool {
    if table.layout.rowKinds[row] != .project {
      return isOnly || table.layout.columns.contains { $0.index == cell.column }
    }
    guard let parsed = table.rows.first(where: { $0.number == row }) else { return false }
    return isKnown(cell, of: parsed, in: table)
  }

  private func isKnown(_ cell: Cell, of row: ParsedRow, in table: ParsedTable) -> Bool {
    let text = CellText.raw(of: cell.value)
    if CellText.isBlank(text) || CellText.isDitto(text) { return true }
    if let form = table.layout.form {
      let place = Form.Place(row: row.number, column: cell.column)
      return form.entries.contains { $0.place == place || $0.value == place }
    }
    if table.unknownColumns.contains(where: { $0.index == cell.column }) { return true }
    guard let column = table.layout.columns.first(where: { $0.index == cell.column }) else {
      return false
    }
    if row.values.contains(where: { $0.column == cell.column }) { return true }
    switch column.meaning {
    case .unmapped, .sequence: return true
    case .mark: return row.mark != nil
    case .register: return true
    case .field(.code): return !text.contains { $0.isASCII && $0.isNumber }
    case .field(let field): return row[field] != nil || meansNothing(text, field)
    case .nameAndCode, .nameAndContent: return row[.name] != nil
    case .period: return row[.startPlanned] != nil || meansNothing(text, .startPlanned)
    case .contactAndPhone: return row[.contact] != nil || row[.phone] != nil
    // The unit that a column lacks is said once, at its first cell.
    case .series: return isUnitless(column, table)
    }
  }

  /// Words that are understood and say nothing for their field: 未开工, 其他, and what is neither yes
  /// nor no; a place or stage may have gone to the field beside it.
  private func meansNothing(_ text: String, _ field: Field) -> Bool {
    switch field.kind {
    case .date: return true
    case .flag: return true
    case .reference, .references: return ReferenceCell.meansOther(text) || isPlaceOrStage(field)
    case .money: return list.findings.contains { $0.code == .moneyUnitMissing }
    case .list, .memberships: return ListText.names(in: text).allSatisfy(ReferenceCell.meansOther)
    default: return false
    }
  }

  private func isPlaceOrStage(_ field: Field) -> Bool {
    [.district, .zone, .stage, .condition].contains(field)
  }

  private func isUnitless(_ column: TableColumn, _ table: ParsedTable) -> Bool {
    list.findings.contains {
      $0.code == .moneyUnitMissing && $0.sheet == table.layout.sheet
        && $0.cell.hasPrefix(column.letters)
    }
  }
}
