import Ledger
import Spreadsheet

/// The words that mark a text as being about a whole table: its number and title, sender, date and unit.
enum CaptionText {
  /// Whether a cell right above a header is a caption: 附件1, 单位：万元, 市水利局, 2026年3月31日.
  static func `is`(_ value: CellValue, _ reader: HeaderReader) -> Bool {
    if case .date(let date) = value { return date.parts.contains(.day) }
    guard value.isText else { return false }
    let text = TextFolding.key(CellText.raw(of: value))
    if text.isEmpty || text.hasPrefix("其中") { return false }
    let label = HeaderLabel(text)
    return text.count > 40 || text.contains(":") || label.isUnitOnly
      || isUntil(text, reader.lexicon.words) || isDay(text) || isTitle(label.bare)
      || isTitle(text) || isNumbered(text) || isSecret(text) || isOffice(text, reader)
  }

  /// 截至2026年3月底, but not 截至2025年底累计完成.
  private static func isUntil(_ text: String, _ words: HeaderWords) -> Bool {
    text.containsAny(["截至", "截止"]) && !TableFinder.isPeriodHeading(text, words)
  }

  /// 2026年3月31日, 2026-03-31.
  private static func isDay(_ text: String) -> Bool {
    text.hasSuffix("日") && text.contains("月")
      || (8...10).contains(text.utf8.count)
        && text.wholeMatch(of: /(?:19|20)[0-9]{2}[-.\/][0-9]{1,2}[-.\/][0-9]{1,2}/) != nil
  }

  private static func isTitle(_ text: String) -> Bool {
    text.endsWithAny(["表", "清单", "台账", "一览"])
  }

  /// 附件1, 表2, 附表一, 续表, 第一批.
  private static func isNumbered(_ text: String) -> Bool {
    if text.hasPrefix("附件") || text.hasPrefix("附表") { return true }
    let bare = text.trimming { "()".contains($0) }
    if bare.hasPrefix("第"), bare.hasSuffix("批") { return true }
    guard let mark = bare.firstIndex(of: "表"), bare.distance(from: bare.startIndex, to: mark) <= 1
    else { return false }
    return bare[mark...].dropFirst().allSatisfy { $0.isNumber || "一二三四五六七八九十-".contains($0) }
  }

  private static func isSecret(_ text: String) -> Bool {
    text.beginsWithAny(["密级", "内部", "秘密", "机密", "绝密"])
  }

  /// Whether a text is a unit or place of the catalogue, or ends like an office's or company's.
  private static func isOffice(_ text: String, _ reader: HeaderReader) -> Bool {
    if case .item = reader.catalogue.resolveUnit(text) { return true }
    if case .place = reader.catalogue.resolvePlace(text) { return true }
    let ends = ["局", "委", "委员会", "办公室", "指挥部", "管委会", "政府", "领导小组", "专班", "公司", "集团"]
    return text.endsWithAny(ends) && reader.known([HeaderLabel(text)]) == nil
  }
}
