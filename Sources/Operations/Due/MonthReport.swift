package import Intake
package import Ledger

/// A unit's report about one project for a month.
package struct MonthReport: Sendable {
  /// The investment done in the month; nil leaves it unchanged.
  package var own: Money?
  /// The progress in words; nil leaves it unchanged.
  package var progress: String?
  /// Values for missing fields, as typed in a cell.
  package var gaps: [Assignment]
  /// The project's revision that the person looked at; nil to skip the check.
  package var revision: Int64?
  /// The remarks that the person has seen.
  package var seen: [String]

  package init(
    own: Money?, progress: String? = nil, gaps: [Assignment] = [], revision: Int64? = nil,
    seen: [String] = []
  ) {
    (self.own, self.progress, self.gaps) = (own, progress, gaps)
    (self.revision, self.seen) = (revision, seen)
  }

  /// Whether it contains nothing.
  package var isEmpty: Bool { own == nil && progress == nil && gaps.isEmpty }
}
