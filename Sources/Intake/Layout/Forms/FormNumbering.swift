import Ledger
import Spreadsheet

/// The serial numbers of a form with numbered labels below a header row: 序号 | 指标 | 内容.
struct FormNumbering {
  private let column: Int
  /// Whether the form is instructions for filling in a list: 序号 | 指标 | 填报要求.
  let isOfInstructions: Bool

  /// Nil if no row is such a header: it holds no field label, and the row below it has a number.
  init?(_ rows: [Row], _ grid: Grid, _ reader: HeaderReader) {
    for (row, next) in zip(rows.prefix(8), rows.dropFirst())
    where row.cells.count >= 3 && row.cells[0].value.isText {
      let labels = row.cells.map { HeaderLabel(CellText.raw(of: $0.value)) }
      guard reader.known([labels[0]]) == .sequence else { continue }
      let column = row.cells[0].column
      let fields = labels.dropFirst(2).count { reader.known([$0])?.field != nil }
      guard reader.known([labels[1]])?.field == nil, fields == 0 || labels.count == 3,
        let number = next[column: column], RowClassifier.isSerial(CellText.raw(of: number)),
        let label = next[column: row.cells[1].column],
        reader.known([HeaderLabel(CellText.raw(of: label))])?.field != nil
      else { return nil }
      self.column = column
      isOfInstructions = labels[2].bare.containsAny(["要求", "说明", "口径", "规则", "解释", "注意"])
      return
    }
    return nil
  }

  /// A row without its number; empty for the header itself.
  func withoutNumbers(_ row: Row) -> Row {
    guard let first = row.cells.first, first.column == column else { return row }
    let isNumbered = RowClassifier.isSerial(CellText.raw(of: first.value))
    let cells = isNumbered ? row.cells.filter { $0.column != column } : []
    return Row(number: row.number, isHidden: row.isHidden, cells: cells)
  }
}
