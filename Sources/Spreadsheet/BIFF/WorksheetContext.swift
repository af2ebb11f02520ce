/// The parts of a BIFF workbook that the cells of every sheet refer to.
struct WorksheetContext {
  let strings: SharedStrings
  let styles: Styles
  let system: DateSystem
  let text: TextReader
  let limits: Limits
  let budget: CellBudget
}
