/// Counts the text of all cells of a workbook against the limit, shared and repeated text each time.
///
/// A few bytes of a file can occur in a million cells, and readers copy them all.
final class TextBudget {
  @exclusivity(unchecked) private var left: Int

  init(_ limits: Limits) { left = limits.cellTextBytes }

  /// Subtracts the text of a row from the budget. Throws `exceeded` when it is used up.
  func take(_ row: Row) throws(SpreadsheetError) {
    left -= row.cells.textBytes
    if left < 0 { throw .exceeded(.cellTextBytes, part: nil, at: String(row.number)) }
  }
}
