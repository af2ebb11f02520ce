package import Intake
package import Ledger

/// What a unit says of one project for a month.
package struct MonthReport: Sendable {
  /// What was done in the month; nil says nothing of money.
  package var own: Money?
  /// How far its works are; nil says nothing of them.
  package var progress: String?
  /// Values of fields that are missing, as a cell would have them.
  package var gaps: [Assignment]
  /// The project's own revision that the unit looked at; nil where nobody did.
  package var revision: Int64?
  /// The remarks that they looked at.
  package var seen: [String]

  package init(
    own: Money?, progress: String? = nil, gaps: [Assignment] = [], revision: Int64? = nil,
    seen: [String] = []
  ) {
    (self.own, self.progress, self.gaps) = (own, progress, gaps)
    (self.revision, self.seen) = (revision, seen)
  }

  /// Whether it says nothing at all.
  package var isEmpty: Bool { own == nil && progress == nil && gaps.isEmpty }
}
