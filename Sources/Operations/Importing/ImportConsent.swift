import Wording

/// What a person agreed to when confirming an import.
package struct ImportConsent: Sendable {
  /// The fingerprint of the only plan that may be written; nil for any plan.
  package var fingerprint: String?
  /// Whether nothing is written if any row is held or rejected.
  package var isWhole: Bool
  /// Whether it also covers a plan recomputed because the ledger has new entries.
  package var holdsForNext: Bool

  package init(fingerprint: String? = nil, isWhole: Bool = false, holdsForNext: Bool = false) {
    self.fingerprint = fingerprint
    self.isWhole = isWhole
    self.holdsForNext = holdsForNext
  }
}

extension PreparedImport {
  /// Whether committing under a consent would write anything; throws `planMoved`, `incomplete`.
  package func hasEffect(under consent: ImportConsent) throws -> Bool {
    if let agreed = consent.fingerprint, agreed != fingerprint {
      throw OperationError.planMoved(expected: agreed, found: fingerprint)
    }
    if consent.isWhole { try requireWhole() }
    return hasEffect
  }
}
