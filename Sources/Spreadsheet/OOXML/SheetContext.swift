/// The parts of a workbook that the cells of every sheet refer to.
struct SheetContext {
  let strings: SharedStrings
  let styles: Styles
  let system: DateSystem
  let limits: Limits
  let budget: CellBudget
}
