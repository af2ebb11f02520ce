package import Ledger
import Spreadsheet

/// A workbook read as a project list.
package struct ProjectList: Sendable {
  /// The year meant by 今年 and dates without a year.
  package let year: Int
  package private(set) var sheets: [ListSheet] = []
  package var findings: [Finding] = []
  /// The words to ask a person about, those of most cells first.
  package internal(set) var asks: [ValueAsk] = []

  init(year: Int) { self.year = year }

  /// The tables of all sheets, in order.
  package var tables: [ParsedTable] { sheets.flatMap(\.tables) }

  /// The project rows of all tables, in order.
  package var rows: Rows { Rows(of: tables.map(\.rows)) }

  /// The number of project rows.
  package var rowCount: Int { tables.reduce(0) { $0 + $1.rows.count } }

  /// The last month of the list's figures in its year (截至): the latest that a title or note states, else
  /// the month of its latest figure.
  package private(set) var asOfMonth: Int?

  /// The same month with its year.
  package var month: Period? { asOfMonth.flatMap { Period.month(year, $0) } }

  private var statedMonth: Int? {
    tables.compactMap { table in
      let notes = table.layout.notes
      return notes.year == nil || notes.year == year ? notes.month : nil
    }.max()
  }

  /// The latest month of a column of figures with a value in any row.
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

  /// Whether a column's month is the list's: 本月, 当月.
  package var dependsOnMonth: Bool {
    tables.contains { table in
      table.layout.mapped.contains { column in
        let label = column.path.joined()
        return label.containsAny(["本月", "当月"]) && !label.containsAny((1...12).map { "\($0)月" })
          && column.meaning.key?.period?.isMonth == true
      }
    }
  }

  /// The sender, if a sheet states one.
  package var sender: String? { tables.lazy.compactMap(\.layout.notes.sender).first }

  mutating func add(_ sheet: ListSheet) {
    findings.add(sheet.findings)
    sheets.append(sheet)
    sheets[sheets.count - 1].findings = []
  }

  /// The list after all sheets are read: one finding per code and cell, and the words to ask about.
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
  /// The sheet's findings, until they move to the list.
  var findings: [Finding] = []

  init(name: String, isVisible: Bool) { (self.name, self.isVisible) = (name, isVisible) }
}
