package import Foundation

/// A person or machine that signs in.
package struct Account: Hashable, Sendable {
  package let id: Int64
  package let login: String
  package let name: String
  /// The code of the account's unit; nil for the bureau that maintains the ledger.
  package let unit: String?
  package let kind: Kind
  package let isActive: Bool
  package let made: Date
  /// The last sign-in.
  package let seen: Date?
  /// Whether a second factor is set up.
  package let hasFactor: Bool

  package enum Kind: String, Hashable, Sendable {
    case person
    /// Uses only tokens.
    case machine
  }

  /// Whether nobody has signed in for 90 days, counted from its creation if nobody ever did.
  package func isUnused(at now: Date) -> Bool {
    now.timeIntervalSince(seen ?? made) >= 90 * 86_400
  }

  /// Whether a text can be a name: at most 64 visible characters in one line.
  package static func isName(_ text: String) -> Bool {
    text.count <= 64
      && text.unicodeScalars.allSatisfy {
        ![.control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned]
          .contains($0.properties.generalCategory)
      }
  }

  /// Whether a text can be a login: 2 to 32 lowercase letters, digits, dots, dashes and underscores, starting with a
  /// letter or digit.
  package static func isLogin(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z0-9][a-z0-9._-]{1,31}/) != nil
  }
}
