import Ledger
import Spreadsheet

/// The year stated above a sheet's table, in its title or else in a note.
struct ListYear {
  private(set) var title: Int?
  private(set) var note: Int?
  /// The cell and text of a title with a range of years, which states no single year.
  private(set) var range: (cell: String, text: String)?

  init(topOf sheet: Sheet) { self.init(of: sheet.rows.prefix(8)) }

  /// Reads the rows above a header.
  init(of rows: some Sequence<Row>) {
    for row in rows {
      let texts = row.cells.map { (column: $0.column, text: CellText.raw(of: $0.value)) }
        .filter { !$0.text.isEmpty }
      if texts.count > 1, texts.contains(where: { Self.isLabel($0.text) }) { break }
      guard texts.count <= 4 else { continue }
      for (column, text) in texts {
        if Self.isNote(text) {
          note = note ?? Self.stated(in: text)
          continue
        }
        title = title ?? Self.stated(in: text)
        if range == nil, Self.firstRange(in: text) {
          range = (CellReference.name(row: row.number, column: column), text)
        }
      }
    }
  }

  /// The year that a text states by four digits before 年, or by a date; the latest of several. A range
  /// (2026—2030年) states none.
  static func stated(in text: String) -> Int? {
    let folded = WrittenNumerals.inDigits(
      TextFolding.halfWidth(text).filter { !$0.isWhitespace })
    guard folded.contains("年") || folded.contains(where: { "-./".contains($0) }) else { return nil }
    let single = folded.replacing(years, with: "—")
    return single.matches(of: /(?:^|[^0-9])((?:19|20)[0-9][0-9])(?:年|[-.\/][0-9]{1,2}(?![0-9]))/)
      .compactMap { Int($0.output.1) }.max()
  }

  private static func firstRange(in text: String) -> Bool {
    WrittenNumerals.inDigits(TextFolding.halfWidth(text).filter { !$0.isWhitespace })
      .contains(years)
  }

  private static var years: Regex<Substring> {
    /(?:19|20)[0-9][0-9]年?度?[-–—~～至到]+(?:(?:19|20)[0-9][0-9](?:年度?)?|[0-9][0-9]年度?)/
  }

  /// Whether a text is a note; a title may end in a note of the unit: 重点项目表（单位：万元）.
  private static func isNote(_ text: String) -> Bool {
    let folded = TextFolding.halfWidth(text)
    let title = folded.replacing(/[(\[【〔][^)\]】〕]*[)\]】〕]?/, with: "")
      .replacing(/(?:金额|计量)?单位[:均为].*$/, with: "").filter { !$0.isWhitespace }
    return title.isEmpty || title.contains(":")
      || title.beginsWithAny(["注", "截至", "截止", "填报", "填表", "制表", "编制", "报送", "上报"])
  }

  /// Whether a text is a label of a header or form, where the table begins.
  private static func isLabel(_ text: String) -> Bool {
    let bare = HeaderLabel(text).bare
    return bare == "序号" || bare == "项目" || bare.hasSuffix("名称")
  }
}
