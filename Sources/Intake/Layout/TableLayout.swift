import Ledger
import Spreadsheet

/// One column of a table.
package struct TableColumn: Hashable, Sendable {
  /// Column number from 0.
  package let index: Int
  /// The labels from top to leaf, as the sheet writes them without hints.
  package let path: [String]
  package internal(set) var meaning: ColumnMeaning
  /// The unit that header or sheet state for its numbers; nil when none does.
  let unit: MeasureUnit?
  /// Whether the header states a foreign currency: its numbers are never converted.
  let isForeignCurrency: Bool
  /// Hidden columns are not imported.
  package let isHidden: Bool
  /// Whether no rule knows its header: a person may be asked what it means.
  var isUnknown: Bool
  /// Whether a person told what it is, in a recipe.
  var isTold = false
  /// Whether its unit is the one that the sender's last list stated.
  var isUnitKept = false

  /// The column's letters, such as `AB`.
  package var letters: String { CellReference.letters(index) }
}

/// What a table of a sheet looks like: its header band, columns and the kinds of its rows.
package struct TableLayout: Sendable {
  package let sheet: String
  package let headerRows: [Int]
  package let columns: [TableColumn]
  /// The kinds of all rows that are not blank and not the header, by row number.
  package let rowKinds: RowKinds
  package let notes: Notes
  /// What the section rows say, by row number.
  var sections: [Int: SectionReader.Section] = [:]
  /// The form that the sheet is, instead of a table.
  package var form: Form?
  /// What a person told about the table.
  var told: Recipe.Table?
  /// What a person told for rows that say nothing themselves.
  package var constants: [Constant] = []
  /// How such a table of the sender was read last.
  var last: Recipe.Table?
  /// The texts of the rows that a person told by number to leave out.
  var skippedTexts: [String] = []

  /// What is to be said of the header.
  var findings: [Finding] = []

  /// What titles and notes state.
  package struct Notes: Hashable, Sendable {
    package let year: Int?
    package let month: Int?
    package let sender: String?
  }

  /// The columns that mean something, the left one where two mean the same.
  package var mapped: [TableColumn] { columns.filter { $0.meaning != .unmapped } }

  /// Column numbers that have a header but no field, and hidden columns.
  package var unmapped: [Int] { columns.filter { $0.meaning == .unmapped }.map(\.index) }
}

/// Lays out a sheet: finds its tables and says what each row and column is.
struct SheetLayouter {
  let lexicon: HeaderLexicon
  let catalogue: Catalogue
  /// The year the import was told to read; nil to take the one the titles state.
  let year: Int
  /// What is known of the layout before.
  let told: ToldLayout

  /// The rules of headers before anything is known of the list's month.
  private var draft: HeaderReader {
    HeaderReader(lexicon: lexicon, catalogue: catalogue, year: year, month: nil)
  }

  /// The parts of a sheet that stand beside each other, mostly the sheet itself.
  func sides(of grid: Grid) -> [Grid] {
    let parts = SideBySide(sheet: grid.sheet, reader: draft).parts()
    return parts.count < 2 ? [grid] : parts.map(Grid.init)
  }

  /// The tables of a sheet from top to bottom; none when no row names projects. `watch` is asked now and
  /// then, and stops the work by throwing.
  func layouts(of grid: Grid, watch: () throws -> Void) throws -> [TableLayout] {
    let draft = draft
    let toldBands = told.bands(in: grid, draft)
    if toldBands.isEmpty, let form = FormFinder(grid: grid, reader: draft).form() {
      return [layout(of: form, in: grid)]
    }
    let bands = toldBands.isEmpty ? TableFinder(grid: grid, reader: draft).bands() : toldBands
    return try bands.indices.map { index in
      let lower = index == 0 ? Int.min : firstRowOf(bands, index, in: grid)
      let upper = index + 1 < bands.count ? firstRowOf(bands, index + 1, in: grid) - 1 : Int.max
      return try layout(of: bands[index], rows: lower...upper, in: grid, watch)
    }
  }

  /// The first row that belongs to a lower table: text rows above its header, but not the
  /// notes of the table above.
  private func firstRowOf(_ bands: [HeaderBand], _ index: Int, in grid: Grid) -> Int {
    var first = bands[index].rows.lowerBound
    let floor = bands[index - 1].rows.upperBound
    for row in grid.sheet.rows.reversed() where row.number < first && row.number > floor {
      if row.isBlank { continue }
      let texts = row.cells.map { CellText.raw(of: $0.value) }.filter { !$0.isEmpty }
      let isText = row.cells.allSatisfy { $0.value.isText } && Self.isTextRow(texts)
      let isNoteAbove = ["注", "备注", "说明", "填表", "审核", "合计", "总计", "小计", "★"].contains {
        texts.first?.hasPrefix($0) ?? false
      }
      guard isText, !isNoteAbove, !RowClassifier.isSerial(texts.first) else { break }
      first = row.number
    }
    return first
  }

  /// A title, or a note beside another: a few texts, all but one of which say a unit, a date or who.
  private static func isTextRow(_ texts: [String]) -> Bool {
    let notes = texts.count { $0.containsAny(["：", ":", "单位", "年", "附件", "附表"]) }
    return texts.count <= 1 || texts.count <= 4 && notes + 1 >= texts.count
  }

  private func layout(
    of band: HeaderBand, rows: ClosedRange<Int>, in grid: Grid, _ watch: () throws -> Void
  ) throws -> TableLayout {
    let above = grid.sheet.rows.filter {
      rows.contains($0.number) && $0.number < band.rows.lowerBound && !$0.isBlank
    }
    let titles = above.flatMap(Self.texts)
    var notes = SheetNotes(titles)
    let recipe = told.table(of: band, in: grid)
    let last = told.last(of: band)
    var columns = columns(of: band, notes: notes, in: grid, recipe, last)
    let below = grid.sheet.rows.filter {
      rows.contains($0.number) && $0.number > band.rows.upperBound
    }
    let classifier = RowClassifier(
      grid: grid, band: band, rows: below, columns: columns,
      sections: SectionReader(catalogue: catalogue))
    var kinds = RowKinds()
    var labels: [LabelRow] = []
    for row in above { kinds[row.number] = Self.kindAbove(row) }
    var footnotes: [String] = []
    var skipped: [String] = []
    for row in PassedRows(below) where !row.isBlank {
      if row.number.isMultiple(of: 4_096) { try watch() }
      if let recipe, recipe.skips(row) {
        kinds[row.number] = .skipped
        if recipe.skippedRows.contains(row.number) { skipped.append(String(row.words.prefix(80))) }
        continue
      }
      switch classifier.outcome(of: row) {
      case .kind(let kind):
        kinds[row.number] = kind
        if kind == .footnote { footnotes += Self.texts(of: row) }
      case .label(let label): labels.append(label)
      }
    }
    let sums = SumsOfRows(grid: grid, columns: columns)
    let settled = LabelRows(
      labels, among: kinds, hasSerialColumn: classifier.hasSerialColumn
    ).settled { [kinds] row, end in sums.ties(row, until: end, kinds) }
    for (row, kind) in settled.kinds {
      kinds[row] = kind
      if kind == .footnote { footnotes += grid.row(row).map(Self.texts) ?? [] }
    }
    if notes.unit == nil, !footnotes.isEmpty {
      notes = SheetNotes(titles + footnotes)
      columns = self.columns(of: band, notes: notes, in: grid, recipe, last)
    }
    let (known, findings) = ColumnContent.known(columns, kinds, band, in: grid)
    return TableLayout(
      sheet: grid.sheet.name, headerRows: Array(band.rows), columns: known, rowKinds: kinds,
      notes: TableLayout.Notes(year: notes.year, month: notes.month, sender: notes.sender),
      sections: settled.sections, told: recipe,
      constants: recipe?.constants(lexicon, catalogue, year: year) ?? [], last: last,
      skippedTexts: skipped,
      findings: findings + band.findings(in: grid))
  }

  static func texts(of row: Row) -> [String] {
    row.cells.map { CellText.raw(of: $0.value) }.filter { !$0.isEmpty }
  }

  static func kindAbove(_ row: Row) -> RowKind {
    if row.isHidden { return .hidden }
    let texts = texts(of: row)
    let isNote = texts.contains {
      $0.contains("单位") || $0.contains("：") || $0.contains("截至") || $0.hasPrefix("（")
    }
    return isNote ? .note : .title
  }
}
