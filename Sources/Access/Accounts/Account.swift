package import Foundation

/// Somebody or something that signs in.
package struct Account: Hashable, Sendable {
  package let id: Int64
  package let login: String
  package let name: String
  /// The code of the unit they speak for; nil for the bureau that keeps the ledger.
  package let unit: String?
  package let kind: Kind
  package let isActive: Bool
  package let made: Date
  /// When they signed in last.
  package let seen: Date?
  /// Whether a second factor is set up.
  package let hasFactor: Bool

  package enum Kind: String, Hashable, Sendable {
    case person
    /// Signs in with tokens alone.
    case machine
  }

  /// Whether nobody has signed in for 90 days, since it was made where nobody ever has.
  package func isUnused(at now: Date) -> Bool {
    now.timeIntervalSince(seen ?? made) >= 90 * 86_400
  }

  /// Whether a text can be a name: at most 64 characters that are seen, in one line.
  package static func isName(_ text: String) -> Bool {
    text.count <= 64
      && text.unicodeScalars.allSatisfy {
        ![.control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned]
          .contains($0.properties.generalCategory)
      }
  }

  /// Whether a text can be a login: 2 to 32 small letters, digits, dots, dashes and underscores, a letter
  /// or digit first.
  package static func isLogin(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z0-9][a-z0-9._-]{1,31}/) != nil
  }
}
