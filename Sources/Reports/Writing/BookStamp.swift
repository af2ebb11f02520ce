package import Ledger
package import Spreadsheet

/// What a book's file says of its making, so that a copy on a desk can be told from the ledger later.
package struct BookStamp: Hashable, Sendable {
  /// The book's identifier, such as `leaders`.
  package let book: String
  package let revision: Int64
  /// The hash of the entry that was the ledger's last.
  package let entryHash: String
  /// The filter as a URL's query; empty for all projects.
  package let filter: String
  /// The checksum of the cells, in hexadecimal; nil where the file keeps none.
  package let checksum: String?

  private enum Name {
    static let book = "报表"
    static let revision = "台账版次"
    static let entryHash = "凭证校验"
    static let filter = "筛选"
    static let month = "数据月份"
    static let checksum = "内容校验"
    static let all = "全部"
  }

  private let month: String

  init(book: String, _ edition: BookEdition) {
    self.book = book
    revision = edition.revision
    entryHash = edition.entryHash
    filter = edition.filter.queryText
    month =
      edition.month.map { "\(edition.year)-\($0 < 10 ? "0" : "")\($0)" } ?? "\(edition.year)"
    checksum = nil
  }

  /// Reads what a workbook says of itself; nil when it is no book of a ledger.
  package init?(_ workbook: Workbook) {
    let properties = workbook.properties
    guard let book = properties[Name.book],
      let revision = properties[Name.revision].flatMap({ Int64($0) }),
      let filter = properties[Name.filter]
    else { return nil }
    self.book = book
    self.revision = revision
    self.filter = filter == Name.all ? "" : filter
    entryHash = properties[Name.entryHash] ?? ""
    month = properties[Name.month] ?? ""
    checksum = properties[Name.checksum]
  }

  var properties: [WorkbookProperties.CustomProperty] {
    [
      .init(name: Name.book, value: book),
      .init(name: Name.revision, value: String(revision)),
      .init(name: Name.entryHash, value: entryHash),
      .init(name: Name.filter, value: filter.isEmpty ? Name.all : filter),
      .init(name: Name.month, value: month),
    ]
  }

  static func checksum(_ digest: ContentDigest) -> WorkbookProperties.CustomProperty {
    .init(name: Name.checksum, value: digest.text)
  }
}

extension ProjectFilter {
  /// The filter as the text of a URL's query, without escapes; empty when it restricts nothing.
  package var queryText: String {
    queryItems.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
  }
}
