import Ledger
import Spreadsheet

/// Lays out a sheet: finds its tables and the kind of each row and column.
struct SheetLayouter {
  let lexicon: HeaderLexicon
  let catalogue: Catalogue
  /// The year meant by 今年 on the sheet.
  private(set) var year: Int
  /// Whether a person gave the year: then tables' own titles are ignored.
  let isYearGiven: Bool
  /// The layout already known, from a person or an earlier list.
  let told: KnownLayout

  /// The header rules before the list's month is known.
  private var draft: HeaderReader {
    HeaderReader(lexicon: lexicon, catalogue: catalogue, year: year, month: nil)
  }

  /// The side-by-side parts of a sheet, usually only the sheet itself.
  func sides(of grid: Grid) -> [Grid] {
    let parts = SideBySide(sheet: grid.sheet, reader: draft).parts()
    return parts.count < 2 ? [grid] : parts.map(Grid.init)
  }

  /// The tables of a sheet from top to bottom; none if no row has a name label. `watch` is called
  /// regularly; it stops the work by throwing.
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
      return toldBands.isEmpty && InstructionSheet(reader: draft).isOne(layout, in: grid)
        ? nil : layout
    }
  }

  /// Takes the year stated in a lower table's own title.
  private mutating func hearYear(ofRows rows: Range<Int>, in grid: Grid) {
    if isYearGiven { return }
    let stated = ListYear(of: grid.sheet.rows.filter { rows.contains($0.number) })
    year = stated.title ?? stated.note ?? year
  }

  /// The first row of a lower table: the text rows above its header, but not the notes of the table
  /// above.
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

  /// Whether texts are a title or notes: a few texts, all but one with a unit, date or sender.
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
