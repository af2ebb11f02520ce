/// Where a project stands in an order: what it is sorted by, and its number.
package struct SortPlace: Hashable, Sendable {
  /// What a project is sorted by, for one term.
  package enum Key: Hashable, Sendable {
    case none
    case integer(Int64)
    case text(String)
    /// An item of the catalogue, whose rank may be another by the next page.
    case item(code: String)
  }

  /// One for each term but the number.
  package let keys: [Key]
  package let id: ProjectID

  package init(keys: [Key], id: ProjectID) {
    self.keys = keys
    self.id = id
  }
}
