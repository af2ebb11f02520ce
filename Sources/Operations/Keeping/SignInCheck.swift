import Access
import Wording

/// Looks at what is written into the settings of signing in: a word that nobody knows would leave them as they were
/// shipped, unseen.
enum SignInCheck {
  /// Throws `unknownInSetting` with what may be written.
  static func check(_ setting: String, _ path: String, _ text: String) throws {
    let known =
      switch (setting, path) {
      case ("password", "policy"): PasswordPolicy.allCases.map(\.rawValue)
      case ("second_factor", "of"): AccessRules.FactorRule.allCases.map(\.rawValue)
      default: [String]()
      }
    guard known.isEmpty || known.contains(text) else {
      throw OperationError.unknownInSetting(text, nearest: known)
    }
  }
}
