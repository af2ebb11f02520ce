package import Ledger
import Machine
package import Spreadsheet

/// Reads a workbook as a project list: sheet → layout → rows → findings.
///
/// Pure: no database, no clock. `SheetReader` is the next screen.
package struct ListReader: Sendable {
  let catalogue: Catalogue
  let lexicon: HeaderLexicon
  /// What is known of the layout before.
  let told: ToldLayout
  /// How the rows of a table are shared out to the cores.
  let share: @Sendable (Range<Int>) -> [Range<Int>]

  package init(catalogue: Catalogue, lexicon: HeaderLexicon, told: ToldLayout? = nil) {
    // Below some thousand rows a second core comes too late; small parts end at about the same time.
    self.init(catalogue: catalogue, lexicon: lexicon, told: told ?? .nothing) {
      Cores.parts(of: $0, least: 4_096, cores: Cores.count * 8)
    }
  }

  init(
    catalogue: Catalogue, lexicon: HeaderLexicon, told: ToldLayout = .nothing,
    share: @escaping @Sendable (Range<Int>) -> [Range<Int>]
  ) {
    self.catalogue = catalogue
    self.lexicon = lexicon
    self.told = told
    self.share = share
  }

  /// Reads all sheets. `year` is what 今年 and dates without a year mean; nil takes the year that
  /// each sheet states, else the first title of the file that states one, else `currentYear`.
  ///
  /// `watch` is told now and then how many rows are read, and stops the reading by throwing. Of a workbook
  /// that nobody else holds each row is freed when it is read.
  package func read(
    _ workbook: consuming Workbook, year: Int?, currentYear: Int,
    watch: (_ rows: Int) throws -> Void = { _ in }
  ) throws -> ProjectList {
    let years = ListYears(of: workbook, given: year, current: currentYear)
    let dateSystem = workbook.dateSystem
    var list = ProjectList(year: years.ofList)
    var file = RuledFile()
    var rowsBefore = 0
    // Each is taken off the end, so that nobody else holds it while it is read.
    var sheets = Array((consume workbook).sheets.reversed())
    while let count = sheets.last?.rows.count {
      let reader = SheetReader(list: self, years: years, dateSystem: dateSystem)
      let sheet = try reader.read(sheets.removeLast(), after: &file) { row in
        try watch(rowsBefore + min(row, count))
      }
      list.add(sheet)
      rowsBefore += count
    }
    Memory.giveBack()
    return list.settled(catalogue)
  }

  /// Who sent the list, as far as the tops of its sheets tell; a table may state another.
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
