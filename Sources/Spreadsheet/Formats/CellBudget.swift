/// Counts the cells of a whole workbook against the limit.
final class CellBudget {
  @exclusivity(unchecked) private var left: Int

  init(_ limits: Limits) { left = limits.cells }

  /// Takes cells out of the budget; false when they are too many.
  func take(_ cells: Int) -> Bool {
    left -= cells
    return left >= 0
  }
}
