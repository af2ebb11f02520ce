import Ledger
import Spreadsheet

/// Lays out one table of a sheet: its notes, the meaning of its columns, the kind of each row.
struct TableLayouter {
  private let sheet: SheetLayouter
  private let band: HeaderBand
  private let grid: Grid
  private let above: [Row]
  private let below: [Row]
  /// The recipe's table from a person, and the layout in the sender's last list.
  private let told: Recipe.Table?
  private let last: Recipe.Table?
  private var notes: SheetNotes
  private var columns: [TableColumn]
  private var kinds = RowKinds()
  private var sections: [Int: SectionReader.Section] = [:]
  private var footnotes: [String] = []
  private var skippedTexts: [String] = []

  /// `rows` are the rows of the sheet that belong to the table.
  init(_ sheet: SheetLayouter, _ band: HeaderBand, rows: ClosedRange<Int>, in grid: Grid) {
    (self.sheet, self.band, self.grid) = (sheet, band, grid)
    above = grid.sheet.rows.filter {
      rows.contains($0.number) && $0.number < band.rows.lowerBound && !$0.isBlank
    }
    below = grid.sheet.rows.filter {
      rows.contains($0.number) && $0.number > band.rows.upperBound
    }
    told = sheet.told.table(of: band, in: grid)
    last = sheet.told.last(of: band)
    notes = SheetNotes(above.flatMap(SheetLayouter.texts))
    columns = sheet.columns(of: band, notes: notes, in: grid, told, last)
  }

  /// Lays out the table, stage by stage. `watch` is called regularly; it stops the work by throwing.
  mutating func layout(_ watch: () throws -> Void) throws -> TableLayout {
    for row in above { kinds[row.number] = SheetLayouter.kindAbove(row) }
    let classifier = RowClassifier(
      grid: grid, band: band, rows: below, columns: columns,
      sections: SectionReader(catalogue: sheet.catalogue))
    let labels = try classify(by: classifier, watch)
    settle(labels, hasSerialColumn: classifier.hasSerialColumn)
    hearFootnotes()
    let (known, findings) = ColumnContent.known(columns, kinds, band, in: grid)
    return TableLayout(
      sheet: grid.sheet.name, year: sheet.year, headerRows: Array(band.rows), columns: known,
      rowKinds: kinds,
      notes: TableLayout.Notes(year: notes.year, month: notes.month, sender: notes.sender),
      sections: sections, told: told,
      constants: told?.constants(sheet.lexicon, sheet.catalogue, year: sheet.year) ?? [],
      last: last, skippedTexts: skippedTexts,
      findings: findings + band.findings(in: grid))
  }

  /// Classifies each row below the header; returns the labels that the rows around them decide.
  private mutating func classify(
    by classifier: RowClassifier, _ watch: () throws -> Void
  ) throws -> [LabelRow] {
    var labels: [LabelRow] = []
    for row in StreamedRows(below) where !row.isBlank {
      if row.number.isMultiple(of: 4_096) { try watch() }
      if let told, told.skips(row) {
        kinds[row.number] = .skipped
        if told.skippedRows.contains(row.number) {
          skippedTexts.append(String(row.words.prefix(80)))
        }
        continue
      }
      switch classifier.outcome(of: row) {
      case .kind(let kind): note(kind, of: row)
      case .label(let label): labels.append(label)
      }
    }
    return labels
  }

  /// Decides whether labels are headings or notes, from the rows below and whether the sums tie.
  private mutating func settle(_ labels: [LabelRow], hasSerialColumn: Bool) {
    let sums = SumsOfRows(grid: grid, columns: columns)
    let settled = LabelRows(labels, among: kinds, hasSerialColumn: hasSerialColumn)
      .settled { [kinds] row, end in sums.ties(row, until: end, kinds) }
    for (row, kind) in settled.kinds {
      if let row = grid.row(row) { note(kind, of: row) } else { kinds[row] = kind }
    }
    sections = settled.sections
  }

  private mutating func note(_ kind: RowKind?, of row: Row) {
    kinds[row.number] = kind
    if kind == .footnote { footnotes += SheetLayouter.texts(of: row) }
  }

  /// Reads the unit from a footnote if no title states one.
  private mutating func hearFootnotes() {
    guard notes.unit == nil, !footnotes.isEmpty else { return }
    notes = SheetNotes(above.flatMap(SheetLayouter.texts) + footnotes)
    columns = sheet.columns(of: band, notes: notes, in: grid, told, last)
  }
}
