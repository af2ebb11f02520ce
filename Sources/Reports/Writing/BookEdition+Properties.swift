import Ledger
import Spreadsheet
import SpreadsheetWriting

extension BookEdition {
  /// What a file says about itself, so that a copy on a desk can be told from the ledger later.
  func properties(_ book: String, _ title: String) -> WorkbookProperties {
    var properties = WorkbookProperties(created: recordedAt)
    properties.title = "\(year)年\(title)"
    properties.subject = scope
    properties.author = "台账"
    properties.comments = note
    properties.custom = BookStamp(book: book, self).properties
    return properties
  }
}
