/// What the cells of every sheet of a BIFF workbook refer to.
struct WorksheetContext {
  let strings: SharedStrings
  let styles: Styles
  let system: DateSystem
  let text: TextReader
  let limits: Limits
  let budget: CellBudget
}
