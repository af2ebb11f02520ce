import Ledger
import Spreadsheet
import SpreadsheetWriting

extension BookEdition {
  /// The heading with the year: 2026年重大项目推进情况汇总, 2026年度目标进度.
  func heading(_ title: String) -> String {
    title.hasPrefix("年") ? "\(year)\(title)" : "\(year)年\(title)"
  }

  /// The properties of a book's file, by which a copy can be compared with the ledger later.
  func properties(_ book: String, _ title: String) -> WorkbookProperties {
    var properties = WorkbookProperties(created: recordedAt)
    properties.title = heading(title)
    properties.subject = scope
    properties.author = "台账"
    properties.comments = note
    properties.custom = BookStamp(book: book, self).properties
    return properties
  }
}
