package import Foundation
package import Ledger
import Reports
import Storage

/// How far a ledger reaches.
package struct LedgerStanding: Hashable, Sendable {
  /// The number of the last entry.
  package let revision: Int64
  /// When the last entry was recorded.
  package let recordedAt: Date
  /// The year of its figures; `month` is the latest month any list stated. Filters are relative to them.
  package let year: Int
  package let month: Int?
  /// The number of projects, including ended ones.
  package let projects: Int
  /// The day of the first entry, if the query is about an earlier day.
  package let begun: PartialDate?
}

extension LedgerOperations {
  /// How far the ledger reaches, now or at the end of a day.
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
