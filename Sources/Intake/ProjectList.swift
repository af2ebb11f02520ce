package import Ledger
import Spreadsheet

/// A workbook read as a project list.
package struct ProjectList: Sendable {
  /// The year that 今年 and dates without a year mean.
  package let year: Int
  package private(set) var sheets: [ListSheet] = []
  package var findings: [Finding] = []
  /// The words that a person is asked about, those of most cells first.
  package internal(set) var asks: [ValueAsk] = []

  init(year: Int) { self.year = year }

  /// The tables of all sheets, in order.
  package var tables: [ParsedTable] { sheets.flatMap(\.tables) }

  /// The project rows of all tables, in order.
  package var rows: Rows { Rows(of: tables.map(\.rows)) }

  /// How many project rows there are.
  package var rowCount: Int { tables.reduce(0) { $0 + $1.rows.count } }

  /// The month that the list's figures reach in its year (截至): the latest that a title or note states, else
  /// that of its latest figure.
  package private(set) var asOfMonth: Int?

  /// The same with its year.
  package var month: Period? { asOfMonth.flatMap { Period.month(year, $0) } }

  private var statedMonth: Int? {
    tables.compactMap { table in
      let notes = table.layout.notes
      return notes.year == nil || notes.year == year ? notes.month : nil
    }.max()
  }

  /// Of the months that columns of figures are about, the latest with a value in a row.
  private var monthOfLatestFigure: Int? {
    let keys = Set(
      tables.flatMap { $0.layout.mapped.compactMap(\.meaning.key) }.filter { key in
        [.done, .funds, .monthlyProgress].contains(key.field)
          && key.period.map { !$0.isYear && Int($0.year) == year } ?? false
      })
    func month(_ key: FieldKey) -> Int { key.period.map { Int($0.lastMonth) } ?? 0 }
    return keys.sorted { month($0) > month($1) }.first { key in
      rows.contains { $0[key] != nil }
    }.map(month)
  }

  /// Whether a column's own month is the list's: 本月, 当月.
  package var dependsOnMonth: Bool {
    tables.contains { table in
      table.layout.mapped.contains { column in
        let label = column.path.joined()
        return label.containsAny(["本月", "当月"]) && !label.containsAny((1...12).map { "\($0)月" })
          && column.meaning.key?.period?.isMonth == true
      }
    }
  }

  /// Who sent the list, if a sheet says so.
  package var sender: String? { tables.lazy.compactMap(\.layout.notes.sender).first }

  mutating func add(_ sheet: ListSheet) {
    findings += sheet.findings
    sheets.append(sheet)
    sheets[sheets.count - 1].findings = []
  }

  /// The list when all its sheets are read: one finding per code and cell, and what is to be asked.
  consuming func settled(_ catalogue: Catalogue) -> ProjectList {
    findings = FirstOfCell.kept(findings)
    asOfMonth = statedMonth ?? monthOfLatestFigure
    asks = ValueAsk.all(in: findings, catalogue, year: year)
    return self
  }
}

/// A sheet with the tables found on it; a sheet without a project list has none.
package struct ListSheet: Sendable {
  package let name: String
  package let isVisible: Bool
  package internal(set) var tables: [ParsedTable] = []
  /// All that is to be said of it, until the list says it.
  var findings: [Finding] = []

  init(name: String, isVisible: Bool) { (self.name, self.isVisible) = (name, isVisible) }
}
