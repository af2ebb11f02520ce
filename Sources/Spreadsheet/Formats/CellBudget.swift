/// Counts the cells of a whole workbook against the limit.
final class CellBudget {
  @exclusivity(unchecked) private var left: Int

  init(_ limits: Limits) { left = limits.cells }

  /// Subtracts cells from the budget; false when it is exceeded.
  func take(_ cells: Int) -> Bool {
    left -= cells
    return left >= 0
  }
}
