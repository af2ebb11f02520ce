package import Foundation

/// A book that was published: who, when, about which projects, in which file.
///
/// Stored beside the journal: publishing a book does not change the ledger.
package struct Publication: Hashable, Sendable {
  /// Its position in the register, from 1; nil until it is recorded there.
  package var number: Int64?
  package let at: Date
  package let actor: String
  /// The book's identifier, such as `leaders`.
  package let book: String
  /// The filter as a URL's query.
  package let filter: String
  /// The revision that the book shows.
  package let revision: Int64
  package let projects: Int
  package let file: String
  /// SHA-256 of the file's bytes, in hexadecimal.
  package let sha256: String

  package init(
    at: Date, actor: String, book: String, filter: String, revision: Int64, projects: Int,
    file: String, sha256: String
  ) {
    self.at = at
    self.actor = actor
    self.book = book
    self.filter = filter
    self.revision = revision
    self.projects = projects
    self.file = file
    self.sha256 = sha256
  }
}
