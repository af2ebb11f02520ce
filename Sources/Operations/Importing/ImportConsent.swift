import Wording

/// What somebody agreed to when a list is to be written.
package struct ImportConsent: Sendable {
  /// The only plan that may be written, by its fingerprint; nil where whatever was looked at may.
  package var fingerprint: String?
  /// Whether nothing is written where a row waits for a person or cannot be written.
  package var isWhole: Bool
  /// Whether a plan that is made again, because the ledger moved on, is agreed to as well.
  package var holdsForNext: Bool

  package init(fingerprint: String? = nil, isWhole: Bool = false, holdsForNext: Bool = false) {
    self.fingerprint = fingerprint
    self.isWhole = isWhole
    self.holdsForNext = holdsForNext
  }
}

extension PreparedImport {
  /// Whether a commit under a consent would write anything; throws `planMoved`, `incomplete`.
  package func hasEffect(under consent: ImportConsent) throws -> Bool {
    if let agreed = consent.fingerprint, agreed != fingerprint {
      throw OperationError.planMoved(expected: agreed, found: fingerprint)
    }
    if consent.isWhole { try requireWhole() }
    return hasEffect
  }
}
