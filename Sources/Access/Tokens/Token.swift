package import Foundation

/// A machine's credential in place of a session, as the file knows it: without the token itself.
package struct Token: Hashable, Sendable {
  package let id: Int64
  package let login: String
  package let purpose: String
  package let made: Date
  package let until: Date
  /// When it was last used.
  package let seen: Date?
}
