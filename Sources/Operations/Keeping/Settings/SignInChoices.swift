import Access

/// What the settings of signing in may say.
enum SignInChoices {
  static let policies = PasswordPolicy.allCases.map(\.rawValue)
  static let factors = AccessRules.FactorRule.allCases.map(\.rawValue)
}
