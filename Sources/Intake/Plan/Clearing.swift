package import Ledger
import Spreadsheet

/// Which blank cells clear the ledger's value. A blank cell keeps it unless its column was chosen.
package struct Clearing: Sendable {
  /// The columns of the chosen keys, table by table.
  private let columns: [[(key: FieldKey, column: Int)]]
  private let sheets: [String]
  /// Cells that hold something which could not be read: they are not blank.
  private let unread: Set<Place>

  private struct Place: Hashable {
    let sheet: String
    let cell: String
  }

  package init(_ keys: Set<FieldKey>, in list: ProjectList) {
    let tables = keys.isEmpty ? [] : list.tables
    columns = tables.map { table in
      table.layout.mapped.compactMap { column in
        guard let key = column.meaning.key, keys.contains(key), key != FieldKey(.name) else {
          return nil
        }
        return (key, column.index)
      }
    }
    sheets = tables.map(\.layout.sheet)
    unread =
      keys.isEmpty ? [] : Set(list.findings.map { Place(sheet: $0.sheet, cell: $0.cell) })
  }

  /// No blank cell clears anything.
  package static let nothing = Clearing(columns: [], sheets: [], unread: [])

  private init(
    columns: [[(key: FieldKey, column: Int)]], sheets: [String], unread: Set<Place>
  ) {
    self.columns = columns
    self.sheets = sheets
    self.unread = unread
  }

  /// The keys whose cells in a row are blank and were chosen.
  func keys(blankIn row: ParsedRow, table: Int) -> [FieldKey] {
    guard columns.indices.contains(table), !columns[table].isEmpty else { return [] }
    let filled = Set(row.values.compactMap(\.column))
    return columns[table].compactMap { key, column in
      let cell = CellReference.name(row: row.number, column: column)
      let isBlank =
        row[key] == nil && !filled.contains(column)
        && !unread.contains(Place(sheet: sheets[table], cell: cell))
      return isBlank ? key : nil
    }
  }
}
