import Ledger
import Spreadsheet

/// The years meant by 今年 in a list; a sheet without a year takes that of the file's first title.
struct ListYears {
  /// The year of the list as a whole.
  let ofList: Int
  /// The year that a person gave, which applies to all tables.
  let given: Int?
  private let titled: Int?
  private let current: Int

  /// `given` is the year from a person, `current` the default.
  init(of workbook: borrowing Workbook, given: Int?, current: Int) {
    let stated = workbook.sheets.filter { !$0.isHidden }.map { ListYear(topOf: $0) }
    titled = stated.lazy.compactMap(\.title).first
    ofList = given ?? titled ?? stated.lazy.compactMap(\.note).first ?? current
    (self.given, self.current) = (given, current)
  }

  /// The year of a sheet, given the years stated at its top.
  func year(of sheet: ListYear) -> Int { stated(by: sheet) ?? current }

  private func stated(by sheet: ListYear) -> Int? { given ?? sheet.title ?? sheet.note ?? titled }

  /// A finding if a sheet's title has a range of years and nothing else states the year.
  func findings(of stated: ListYear, sheet: String) -> [Finding] {
    guard self.stated(by: stated) == nil, let range = stated.range else { return [] }
    return [Finding(.listYearUnclear, sheet: sheet, cell: range.cell, raw: range.text)]
  }
}
