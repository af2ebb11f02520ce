package import Ledger
import Machine
package import Spreadsheet

/// Reads a workbook as a project list: sheet → layout → rows → findings.
///
/// Pure: no database, no clock. Continue with `ListSheetReader`.
package struct ListReader: Sendable {
  let catalogue: Catalogue
  let lexicon: HeaderLexicon
  /// The layout already known, from a person or an earlier list.
  let told: KnownLayout
  /// Splits the rows of a table into parts for the cores.
  let share: @Sendable (Range<Int>) -> [Range<Int>]

  package init(catalogue: Catalogue, lexicon: HeaderLexicon, told: KnownLayout? = nil) {
    // Below some thousand rows a second core does not pay; small parts end at about the same time.
    self.init(catalogue: catalogue, lexicon: lexicon, told: told ?? .nothing) {
      Cores.parts(of: $0, least: 4_096, cores: Cores.count * 8)
    }
  }

  init(
    catalogue: Catalogue, lexicon: HeaderLexicon, told: KnownLayout = .nothing,
    share: @escaping @Sendable (Range<Int>) -> [Range<Int>]
  ) {
    self.catalogue = catalogue
    self.lexicon = lexicon
    self.told = told
    self.share = share
  }

  /// Reads all sheets. `year` is the year meant by 今年 and dates without a year; nil takes the year each
  /// sheet states, else that of the file's first title with one, else `currentYear`.
  ///
  /// `watch` is called regularly with the number of rows read; what it throws stops the reading and is
  /// rethrown. If the caller holds no other reference to the workbook, each row is freed after it is read.
  package func read(
    _ workbook: consuming Workbook, year: Int?, currentYear: Int,
    watch: (_ rows: Int) throws -> Void = { _ in }
  ) throws -> ProjectList {
    let years = ListYears(of: workbook, given: year, current: currentYear)
    let dateSystem = workbook.dateSystem
    var list = ProjectList(year: years.ofList)
    var file = RuledFile()
    var rowsBefore = 0
    // Each sheet is removed before it is read, so that this holds its only reference.
    var sheets = Array((consume workbook).sheets.reversed())
    while let count = sheets.last?.rows.count {
      let reader = ListSheetReader(list: self, years: years, dateSystem: dateSystem)
      let sheet = try reader.read(sheets.removeLast(), after: &file) { row in
        try watch(rowsBefore + min(row, count))
      }
      list.add(sheet)
      rowsBefore += count
    }
    Memory.giveBack()
    return list.settled(catalogue)
  }

  /// The sender stated at the top of a sheet; a table further down may state another.
  package static func statedSender(in workbook: Workbook) -> String? {
    notes(atTopsOf: workbook).lazy.compactMap(\.sender).first
  }

  private static func notes(atTopsOf workbook: Workbook) -> [SheetNotes] {
    workbook.sheets.filter { !$0.isHidden }.map { sheet in
      SheetNotes(
        sheet.rows.prefix(8).flatMap { row in
          row.cells.count <= 4 ? row.cells.map { CellText.raw(of: $0.value) } : []
        })
    }
  }
}
