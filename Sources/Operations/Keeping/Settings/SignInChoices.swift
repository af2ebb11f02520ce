import Access

/// The values of the sign-in settings.
enum SignInChoices {
  static let policies = PasswordPolicy.allCases.map(\.rawValue)
  static let factors = AccessRules.FactorRule.allCases.map(\.rawValue)
}
