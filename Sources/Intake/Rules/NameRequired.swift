import Ledger
import Spreadsheet

/// A project has a name: a row without one cannot be imported.
enum NameRequired {
  /// The finding of a row without a name, at the name cell with its text: empty or a blank mark.
  static func finding(
    ofRow row: Int, in layout: TableLayout,
    cell: (_ column: TableColumn) -> (row: Int, raw: String)?
  ) -> Finding? {
    guard let column = layout.columns.first(where: { $0.meaning.namesProjects }) else {
      return nil
    }
    let source = cell(column)
    return Finding(
      .requiredMissing, sheet: layout.sheet,
      cell: CellReference.name(row: source?.row ?? row, column: column.index),
      raw: source?.raw ?? "", field: FieldKey(.name))
  }
}
