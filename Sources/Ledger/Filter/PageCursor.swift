/// A project's place in a sort order: its sort values and its id.
package struct PageCursor: Hashable, Sendable {
  /// The sort value of a project for one term.
  package enum Key: Hashable, Sendable {
    case none
    case integer(Int64)
    case text(String)
    /// An item of the catalogue, whose order may change by the next page.
    case item(code: String)
  }

  /// One for each term except the id.
  package let keys: [Key]
  package let id: ProjectID

  package init(keys: [Key], id: ProjectID) {
    self.keys = keys
    self.id = id
  }
}
