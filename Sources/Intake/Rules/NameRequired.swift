import Ledger
import Spreadsheet

/// A project has a name: a row without one cannot be imported.
enum NameRequired: TableRule {
  static func findings(in table: ParsedTable) -> [Finding] {
    guard let column = table.layout.columns.first(where: { $0.meaning == .field(.name) })
    else { return [] }
    return table.rows.filter { $0[.name] == nil }.map { row in
      Finding(
        .requiredMissing, sheet: table.layout.sheet,
        cell: CellReference.name(row: row.number, column: column.index), raw: "",
        field: FieldKey(.name))
    }
  }
}
