import Ledger
import Spreadsheet

/// The years that 今年 means in a list: of a sheet that states none, what the file's first title says.
struct ListYears {
  /// What the list counts as a whole.
  let ofList: Int
  /// What a person said, which counts for all tables.
  let given: Int?
  private let titled: Int?
  private let current: Int

  /// `given` is what a person said, `current` what counts where nobody says anything.
  init(of workbook: borrowing Workbook, given: Int?, current: Int) {
    let stated = workbook.sheets.filter { !$0.isHidden }.map { ListYear(topOf: $0) }
    titled = stated.lazy.compactMap(\.title).first
    ofList = given ?? titled ?? stated.lazy.compactMap(\.note).first ?? current
    (self.given, self.current) = (given, current)
  }

  /// The year of a sheet, from what its top states.
  func year(of sheet: ListYear) -> Int { stated(by: sheet) ?? current }

  private func stated(by sheet: ListYear) -> Int? { given ?? sheet.title ?? sheet.note ?? titled }

  /// A sheet whose title names a range of years, while nothing says which is meant.
  func findings(of stated: ListYear, sheet: String) -> [Finding] {
    guard self.stated(by: stated) == nil, let range = stated.range else { return [] }
    return [Finding(.listYearUnclear, sheet: sheet, cell: range.cell, raw: range.text)]
  }
}
