import Ledger
import Spreadsheet

extension BookEdition {
  /// What a file says about itself, so that a copy on a desk can be told from the ledger later.
  func properties(_ title: String) -> WorkbookProperties {
    var properties = WorkbookProperties(created: recordedAt)
    properties.title = "\(year)年\(title)"
    properties.subject = scope
    properties.author = "台账"
    properties.comments = note
    let query = filter.queryItems.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    properties.custom = [
      .init(name: "台账版次", value: String(revision)),
      .init(name: "筛选", value: query.isEmpty ? "全部" : query),
      .init(name: "数据月份", value: month.map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } ?? "\(year)"),
    ]
    return properties
  }
}
