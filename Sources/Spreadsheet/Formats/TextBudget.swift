/// Counts the text of all cells of a workbook against the limit, shared and repeated text each time.
///
/// A few bytes of a file can stand in a million cells, and whoever uses the cells copies them all.
final class TextBudget {
  @exclusivity(unchecked) private var left: Int

  init(_ limits: Limits) { left = limits.cellTextBytes }

  /// Takes the text of a row out of the budget.
  func take(_ row: Row) throws(SpreadsheetError) {
    left -= row.cells.textBytes
    if left < 0 { throw .exceeded(.cellTextBytes, part: nil, at: String(row.number)) }
  }
}
