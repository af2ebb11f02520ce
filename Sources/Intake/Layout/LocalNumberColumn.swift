import Ledger
import Spreadsheet

/// 编号 columns: a serial number if the cells count the rows, else the project's own number.
enum LocalNumberColumn {
  /// The meaning of a column with such a label; nil for other labels.
  static func meaning(
    of path: [HeaderLabel], _ words: HeaderWords, below header: Int, column: Int, in sheet: Sheet
  ) -> ColumnMeaning? {
    guard let leaf = path.last?.bare, words[.numberWhole].contains(leaf) else { return nil }
    let texts = sheet.rows.lazy.filter { $0.number > header }
      .compactMap { $0[column: column] }.map(CellText.raw).filter { !CellText.isBlank($0) }
    let first = texts.prefix(20)
    let counts = first.filter { RowClassifier.isSerial($0) && $0.utf8.count <= 5 }
    return !first.isEmpty && counts.count * 10 >= first.count * 8 ? .sequence : .field(.localNumber)
  }
}
