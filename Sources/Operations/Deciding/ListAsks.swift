package import Intake
import Ledger
package import Matching

/// The questions about a list before it is written.
package struct ListAsks: Sendable {
  /// Words that are unknown or ambiguous.
  package let words: [ValueAsk]
  /// Rows that may be an existing project.
  package let rows: [PlannedRow]
  /// Unknown columns.
  package let columns: [UnknownColumn]
  /// Values that both list and ledger changed, or that a higher-ranked statement protects.
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

  /// The row's identifier in answers.
  package static func call(of row: PlannedRow) -> String {
    row.row.text(.code) ?? row.row.text(.name) ?? ""
  }

  /// The column's identifier in answers.
  package static func path(of column: UnknownColumn) -> String {
    column.header.joined(separator: "/")
  }
}
