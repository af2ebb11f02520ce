import LedgerData

/// The words of column headers: the catalogue's items of the kind `header`.
///
/// How labels are matched with them is up to the import.
package struct HeaderWords: Sendable {
  private let terms: [HeaderTerm: [String]]
  private let columns: [String: [String]]

  /// The words of a ledger; items it has not changed are as shipped.
  package init(_ catalogue: Catalogue) throws { self.init(try catalogue.headerItems()) }

  /// The words embedded in the binary.
  package static func shipped() throws -> HeaderWords {
    HeaderWords(try Catalogue.shippedHeaders.get())
  }

  init(_ items: [CatalogueItem]) {
    var terms: [HeaderTerm: [String]] = [:]
    var columns: [String: [String]] = [:]
    for item in items {
      let words = item.aliases.map(\.text)
      if let term = HeaderTerm(rawValue: item.code) {
        terms[term] = words.map(Self.comparable)
      } else {
        columns[item.code] = words
      }
    }
    self.terms = terms
    self.columns = columns
  }

  /// The words of a term, in half width.
  package subscript(term: HeaderTerm) -> [String] { terms[term] ?? [] }

  /// The whole labels of a column by its interchange name, such as `total_investment`, `contact/phone`
  /// or `seq`.
  package func labels(of column: String) -> [String] { columns[column] ?? [] }

  private static func comparable(_ word: String) -> String {
    TextFolding.halfWidth(word).filter { !$0.isWhitespace }
  }
}

extension Catalogue {
  /// The items with the words of headers; a ledger stores only changed ones, the others are as shipped.
  package func headerItems() throws -> [CatalogueItem] {
    try Self.shippedHeaders.get().map { item(.header, $0.code) ?? $0 }
  }

  /// The catalogue with the header items that it does not store itself.
  package func withHeaders() throws -> Catalogue { adding(try headerItems()) }

  /// The shipped items, read once.
  static let shippedHeaders = Result { try CatalogueFile.items(in: LedgerData.headers) }
}
