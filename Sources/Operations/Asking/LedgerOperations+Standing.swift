package import Foundation
package import Ledger
import Reports
import Storage

/// Up to where a ledger reaches.
package struct LedgerStanding: Hashable, Sendable {
  /// The number of its last entry.
  package let revision: Int64
  /// When that was recorded.
  package let recordedAt: Date
  /// The year of its figures, and the month that they reach where any list stated one: every choice is read
  /// against it.
  package let year: Int
  package let month: Int?
  /// How many projects it has, ended ones included.
  package let projects: Int
  /// The day of its first entry, where it was asked about a day before it.
  package let begun: PartialDate?
}

extension LedgerOperations {
  /// Up to where the ledger reaches, now or at the end of a day.
  package func standing(asOf day: PartialDate? = nil) throws -> LedgerStanding {
    try reading { store, catalogue in
      var filter = ProjectFilter()
      filter.asOf = day
      filter.includesEnded = true
      let totals = try store.totals(filter)
      let edition = try BookPress.edition(filter, store, catalogue)
      return LedgerStanding(
        revision: edition.revision, recordedAt: edition.recordedAt, year: edition.year,
        month: edition.month, projects: totals.count, begun: edition.begun)
    }
  }
}
