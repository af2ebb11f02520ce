/// What the cells of every sheet of a workbook refer to.
struct SheetContext {
  let strings: SharedStrings
  let styles: Styles
  let system: DateSystem
  let limits: Limits
  let budget: CellBudget
}

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
