package import Intake
import Ledger
package import Matching

/// What a person is asked about a list before it is written.
package struct ListAsks: Sendable {
  /// Words that name nothing, or several things.
  package let words: [ValueAsk]
  /// Rows that may be a project that is there.
  package let rows: [PlannedRow]
  /// Columns that nothing knows.
  package let columns: [UnknownColumn]
  /// Values that list and ledger both changed, or that somebody else's word keeps.
  package let conflicts: [(row: PlannedRow, conflict: PlannedRow.Conflict)]

  package init(_ plan: ImportPlan) {
    words = plan.list.asks
    rows = plan.rows(.review).filter { row in
      switch row.match {
      case .possibly, .several: true
      case .project, .new, .repeated, .nameless, .astray: false
      }
    }
    columns = plan.list.tables.flatMap(\.unknownColumns).filter { !$0.header.isEmpty }
    conflicts = plan.differing.flatMap { row in
      row.conflicts.filter { $0.settlement == nil }.map { (row, $0) }
    }
  }

  package var isEmpty: Bool {
    words.isEmpty && rows.isEmpty && columns.isEmpty && conflicts.isEmpty
  }

  /// What an answer about a row calls it.
  package static func call(of row: PlannedRow) -> String {
    row.row.text(.code) ?? row.row.text(.name) ?? ""
  }

  /// What an answer about a column calls it.
  package static func path(of column: UnknownColumn) -> String {
    column.header.joined(separator: "/")
  }
}
