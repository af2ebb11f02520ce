import Intake
import Ledger
import Machine
import Matching
import Spreadsheet
import Storage

/// Rereads the stored files and checks that the values of entries are in the cells that they name.
struct KeptFiles {
  private(set) var findings: [VerificationFinding] = []
  private(set) var notes: [VerificationNote] = []
  private let store: LedgerStore

  init(_ store: LedgerStore) { self.store = store }

  /// Checks every entry that came from a file.
  mutating func compare() throws {
    let entries = try store.entries(after: 0, through: .max).filter { $0.source != nil }
    for (_, entries) in Dictionary(grouping: entries, by: { $0.source?.sha256 })
      .sorted(by: { ($0.value.first?.number ?? 0) < ($1.value.first?.number ?? 0) })
    {
      guard let first = entries.first, let upload = try store.upload(of: first.number) else {
        continue
      }
      do {
        let workbook = try Workbook.read(upload.bytes)
        for entry in entries { try compare(entry, with: workbook) }
      } catch is SpreadsheetError {
        notes.append(.fileNotRead(name: upload.name, entry: first.number))
      }
    }
  }

  private mutating func compare(_ entry: Entry, with workbook: Workbook) throws {
    let tables = (entry.source?.tables ?? []).map { table in
      workbook.sheets.first { $0.name == table.sheet }.map { KeptTable(table, in: $0) }
    }
    var count = 0
    var place: (sheet: String, cell: String)?
    try store.forEachChange(of: entry.number) { change in
      guard let row = change.row else { return }
      let table = tables.indices.contains(row.table) ? tables[row.table] : nil
      for field in change.fields {
        // For a value that a person decided differently, the row's own statement is checked: only that is in
        // the cell.
        let said = change.stated.first { $0.key == field.key }.flatMap { word in
          word.value.map { FieldChange(key: word.key, before: nil, after: $0, raw: word.raw) }
        }
        let field = said ?? field
        guard let value = field.after, table?.holds(field, value, in: row.number) != true else {
          continue
        }
        count += 1
        place = place ?? (table?.sheet ?? "", table?.cell(of: field.key, in: row.number) ?? "")
      }
    }
    if let place {
      findings.append(
        .valuesNotInFile(
          entry: entry.number, count: count, sheet: place.sheet, cell: place.cell))
    }
  }
}

/// One table of a file, with the layout stored by its entry.
private struct KeptTable {
  private let table: SourceTable
  private let columns: [FieldKey: Int]
  /// The fields that each column is mapped to.
  private let fields: [Int: Set<Field>]
  private let grid: KeptSheet

  /// Fields that one cell may fill together: 起止年限, 县区和园区, 阶段和状态.
  private static let companions: [Set<Field>] = [
    [.startPlanned, .finishPlanned], [.district, .zone], [.stage, .condition], [.contact, .phone],
  ]

  init(_ table: SourceTable, in sheet: Sheet) {
    self.table = table
    columns = table.columns
    fields = table.columns.reduce(into: [:]) { $0[$1.value, default: []].insert($1.key.field) }
    grid = KeptSheet(sheet)
  }

  var sheet: String { grid.name }

  func cell(of key: FieldKey, in row: Int) -> String? {
    columns[key].map { CellReference.letters($0) + String(row) }
  }

  /// Whether the value is in its cell. Values from sections, the sheet's name, a recipe or row numbers are in
  /// no cell of the row.
  func holds(_ field: FieldChange, _ value: Value, in row: Int) -> Bool {
    guard let column = columns[field.key], !table.isConstant(field) else { return true }
    let says = grid.cell(row, column)?.says(value, raw: field.raw)
    if says == true { return true }
    if says == nil && field.raw == nil { return true }
    // Of two columns with the same meaning the layout names only one.
    let companions = Self.companions.first { $0.contains(field.key.field) } ?? []
    return grid.columns.contains { column in
      fields[column, default: []].isSubset(of: companions)
        && grid.cell(row, column)?.says(value, raw: field.raw) == true
    }
  }
}

/// The cells of a sheet as a list means them: a merged cell has its value in all its rows, and 同上 has the value
/// above.
private final class KeptSheet {
  let name: String
  private let rows: [Row]
  /// Merged ranges of more than one row by column, from top to bottom.
  private let merges: [Int: [CellRange]]
  /// The last 同上 looked up in each column, and the row of its value.
  private var dittos: [Int: (place: Int, above: Int?)] = [:]
  /// Up to the last column with a value.
  let columns: Range<Int>

  init(_ sheet: Sheet) {
    name = sheet.name
    rows = sheet.rows
    columns = 0..<(sheet.rows.lazy.compactMap { $0.cells.last?.column }.max() ?? -1) + 1
    var merges: [Int: [CellRange]] = [:]
    for merge in sheet.merges where merge.lastRow > merge.firstRow {
      for column in merge.firstColumn...min(merge.lastColumn, merge.firstColumn + 400) {
        merges[column, default: []].append(merge)
      }
    }
    self.merges = merges.mapValues { $0.sorted { $0.firstRow < $1.firstRow } }
  }

  func cell(_ row: Int, _ column: Int) -> CellValue? {
    guard let value = stated(row, column) else { return nil }
    guard value.isDitto, let place = place(of: row) else { return value }
    let above = stated(above: place, column)
    dittos[column] = (place, above)
    return above.flatMap { stated(rows[$0].number, column) } ?? value
  }

  /// The index of the nearest row above with a value of its own in the column.
  private func stated(above place: Int, _ column: Int) -> Int? {
    for above in (0..<place).reversed() {
      if let last = dittos[column], last.place == above { return last.above }
      if let value = stated(rows[above].number, column), !value.isDitto { return above }
    }
    return nil
  }

  private func stated(_ row: Int, _ column: Int) -> CellValue? {
    if let value = place(of: row).flatMap({ rows[$0][column: column] }) { return value }
    guard let merges = merges[column] else { return nil }
    let next = merges.indices.first(from: { merges[$0].firstRow >= row })
    guard next > 0, row <= merges[next - 1].lastRow else { return nil }
    let merge = merges[next - 1]
    return place(of: merge.firstRow).flatMap { rows[$0][column: merge.firstColumn] }
  }

  private func place(of row: Int) -> Int? {
    let place = rows.indices.first(from: { rows[$0].number >= row })
    return place < rows.count && rows[place].number == row ? place : nil
  }
}
