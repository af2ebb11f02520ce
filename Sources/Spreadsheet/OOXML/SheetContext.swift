/// What the cells of every sheet of a workbook refer to.
struct SheetContext {
  let strings: SharedStrings
  let styles: Styles
  let system: DateSystem
  let limits: Limits
  let budget: CellBudget
}
