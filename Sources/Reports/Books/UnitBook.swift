import Ledger
import Spreadsheet
import SpreadsheetWriting
import Storage
import Wording

/// 单位核对表: one lead unit's projects, to be checked, corrected and sent back.
///
/// Every row carries the project's number and the revision it was written at, so that each returned cell can be
/// compared with its original value and with the ledger's current one.
package struct UnitBook: Sendable {
  package static let id = "units"
  package static let title = "单位核对表"

  let source: BookSource
  let unit: String
  /// The beginning of the hash of the revision's entry, as in the row marks.
  let seal: UInt32
  let columns: [UnitColumn]
  /// Empty rows for projects that are not listed yet.
  static let spareRows = 15

  package init(_ source: BookSource, unit: String, seal: UInt32) {
    self.source = source
    self.unit = unit
    self.seal = seal
    columns = UnitColumn.all(
      year: source.year, month: source.month, done: Self.doneKeys(source),
      asked: source.catalogue.stages.flatMap(\.requires))
  }

  /// The keys of sums done in the year: up to the book's month, or of the whole year if projects state only that.
  /// Both are included only if some projects state one and some the other, so that no figure is left out.
  private static func doneKeys(_ source: BookSource) -> [FieldKey] {
    guard let year = Period.year(source.year) else { return [] }
    let whole = FieldKey(.done, year)
    guard let months = source.month.flatMap({ Period.months(source.year, 1, $0) }) else {
      return [whole]
    }
    let toDate = FieldKey(.done, months)
    let saysWhole = source.projects.contains { $0.record[whole] != nil && !$0.repeatsMonths(whole) }
    if !saysWhole { return [toDate] }
    return source.projects.contains { $0.record[toDate] != nil } ? [whole, toDate] : [whole]
  }

  /// Writes the file completely or not at all.
  package func write(to path: String) throws {
    try BookFile(
      Self.id, title: Self.title + "（\(unit)）", source.edition,
      sheets: [instructions, table, options]
    ).write(to: path)
  }

  /// The name of the sheet that the drop-down lists refer to.
  static let optionsName = "选项"

  private var options: ReportSheet {
    let kinds = UnitColumn.kinds
    var sheet = ReportSheet(name: Self.optionsName, widths: kinds.map { _ in 24 })
    sheet.add(kinds.map { .text($0.label, .header) })
    let names = kinds.map { source.catalogue.items(of: $0).map(\.name) }
    for row in 0..<(names.map(\.count).max() ?? 0) {
      sheet.add(names.map { .text($0.indices.contains(row) ? $0[row] : nil) })
    }
    sheet.frozenRows = 1
    sheet.isProtected = true
    return sheet
  }

  private var chosen: String {
    unit == InterchangeWords.withoutLeadUnit ? "还没有明确牵头单位" : "\(unit)牵头（按单位导出的含负责）"
  }

  private var instructions: ReportSheet {
    var sheet = ReportSheet(name: "填报说明", widths: [90])
    sheet.addTitle("填报说明", below: source.edition.marks)
    let lines = [
      "本表列出\(chosen)的项目，是台账第\(source.revision)版的内容。请在“核对表”中逐项核对，有变化的直接改在格内。",
      "浅黄色的格可以填写；灰色的格（序号、核对编号、已有的牵头单位）已锁定，请勿改动。",
      "金额一律以万元为单位填写数字；日期写成“2026年3月”或“2026年3月15日”，只知道年份的写“2026年”。",
      "产业链、阶段、状态、县区、新区请从下拉列表中选择，可选的名称见“选项”。",
      "没有变化的格不用动。空白格保留台账原有内容；确需清除的，在格里写“\(ClearingWord.text)”二字。",
      "表中没有的项目，填在表末的空行里，核对编号留空。",
      "核对后请以 .xlsx 原样报回，不要删除行、列和核对编号。台账在此期间有改动的，会列出双方的值请贵单位确认。",
    ]
    for (index, line) in lines.enumerated() {
      let text = "\(index + 1)．\(line)"
      sheet.addMerged(
        text, .caption, height: sheet.mergedHeight(text, fontSize: 10.5, leading: 1.6) + 6)
    }
    sheet.isProtected = true
    return sheet
  }
}
