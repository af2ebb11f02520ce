import Spreadsheet

/// The words of a section or total row.
enum RowLabel {
  /// The first text, plus the heading if the first is only a heading number or 其中: 一 | 续建项目.
  static func text(of row: Row) -> String {
    let texts = row.cells.map { CellText.raw(of: $0.value) }.filter { !$0.isEmpty }
    guard let first = texts.first else { return "" }
    if texts.count > 1, HeadingNumber.alone(first) != nil { return first + "、" + texts[1] }
    if texts.count > 1, HeadingNumber.split(first).words == "其中" { return "其中：" + texts[1] }
    return first
  }
}
