package import Intake
package import Ledger
import Spreadsheet

/// The cells that clear the ledger's value: those with the clearing word, and blank cells of chosen columns. Any other
/// blank cell keeps it.
package struct Clearing: Sendable {
  /// A column whose cells can clear a key.
  private struct Column {
    let key: FieldKey
    let index: Int
    /// Whether a blank cell clears it.
    let isChosen: Bool
  }

  private struct Place: Hashable {
    let sheet: String
    let cell: String
  }

  /// The columns of each table.
  private let columns: [[Column]]
  private let sheets: [String]
  /// Cells with content that could not be read: they are not blank.
  private let unread: Set<Place>
  /// Cells with the clearing word.
  private let told: Set<Place>

  /// `keys` are those of the columns whose blank cells clear.
  package init(_ keys: Set<FieldKey>, in list: ProjectList) {
    func places(_ findings: some Sequence<Finding>) -> Set<Place> {
      Set(findings.map { Place(sheet: $0.sheet, cell: $0.cell) })
    }
    let told = places(list.findings.lazy.filter { $0.code == .cellClears })
    let tables = keys.isEmpty && told.isEmpty ? [] : list.tables
    self.told = told
    columns = tables.map { table in
      table.layout.mapped.compactMap { column in
        guard let key = column.meaning.key, key != FieldKey(.name),
          keys.contains(key) || !told.isEmpty
        else { return nil }
        return Column(key: key, index: column.index, isChosen: keys.contains(key))
      }
    }
    sheets = tables.map(\.layout.sheet)
    unread = keys.isEmpty ? [] : places(list.findings)
  }

  /// No cell clears anything.
  package static let nothing = Clearing()

  private init() { (columns, sheets, unread, told) = ([], [], [], []) }

  /// The keys that a row's cells clear.
  func keys(clearedBy row: ParsedRow, table: Int) -> [FieldKey] {
    guard columns.indices.contains(table), !columns[table].isEmpty else { return [] }
    let filled = Set(row.values.compactMap(\.column))
    return columns[table].compactMap { column in
      let place = Place(
        sheet: sheets[table], cell: CellReference.name(row: row.number, column: column.index))
      if told.contains(place) { return column.key }
      let isBlank =
        row[column.key] == nil && !filled.contains(column.index) && !unread.contains(place)
      return column.isChosen && isBlank ? column.key : nil
    }
  }
}
