import Ledger
import Spreadsheet

/// Lays out a sheet: finds its tables and says what each row and column is.
struct SheetLayouter {
  let lexicon: HeaderLexicon
  let catalogue: Catalogue
  /// What 今年 means on the sheet.
  private(set) var year: Int
  /// Whether a person said so: then no table's own title counts.
  let isYearGiven: Bool
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
    return try bands.indices.compactMap { index in
      let lower = index == 0 ? Int.min : firstRowOf(bands, index, in: grid)
      let upper = index + 1 < bands.count ? firstRowOf(bands, index + 1, in: grid) - 1 : Int.max
      var sheet = self
      if index > 0 { sheet.hearYear(ofRows: lower..<bands[index].rows.lowerBound, in: grid) }
      var table = TableLayouter(sheet, bands[index], rows: lower...upper, in: grid)
      let layout = try table.layout(watch)
      return toldBands.isEmpty && ListOfLabels(reader: draft).isOne(layout, in: grid) ? nil : layout
    }
  }

  /// Takes the year that a lower table's own title states.
  private mutating func hearYear(ofRows rows: Range<Int>, in grid: Grid) {
    if isYearGiven { return }
    let stated = ListYear(of: grid.sheet.rows.filter { rows.contains($0.number) })
    year = stated.title ?? stated.note ?? year
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
