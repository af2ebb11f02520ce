package import Foundation

/// What a machine shows in place of a session, as the file knows it: not the token itself.
package struct Token: Hashable, Sendable {
  package let id: Int64
  package let login: String
  package let purpose: String
  package let made: Date
  package let until: Date
  /// When it was used last.
  package let seen: Date?
}
