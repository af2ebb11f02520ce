import Ledger
import Spreadsheet

/// Instructions for filling in a list: a table whose rows are named like columns, 总投资, 县区, not projects.
struct InstructionSheet {
  let reader: HeaderReader

  /// Whether most names of a table are known labels.
  func isOne(_ layout: TableLayout, in grid: Grid) -> Bool {
    guard let column = layout.columns.first(where: { $0.meaning.namesProjects })?.index else {
      return false
    }
    let known = KnownLabels(reader)
    let names = grid.sheet.rows.lazy
      .filter { layout.rowKinds[$0.number] == .project }
      .compactMap { $0[column: column] }.map(CellText.raw).prefix(40)
    let labels = names.count { $0.utf8.count <= 60 && known.contains($0) }
    return labels >= 2 && labels * 2 > names.count
  }
}
