import Intake
package import Ledger
package import Matching
import Storage

/// A plan that changed since it was reviewed, because the ledger has new entries.
package struct MovedPlan: Sendable {
  /// The current plan.
  package let prepared: PreparedImport
  /// The entries since the review, newest first.
  package let since: [Entry]
  /// The rows that changed.
  package let rows: [Row]

  package struct Row: Sendable {
    package let sheet: String
    package let number: Int
    package let name: String
    package let project: ProjectID?
    /// Nil for a row that was not in the plan.
    package let before: PlannedRow.Action?
    package let after: PlannedRow.Action?
    /// The entries since the review that changed its project.
    package let entries: [Int64]
  }

  init(
    _ prepared: PreparedImport, since revision: Int64,
    _ moved: [(before: SeenRows.Row?, after: SeenRows.Row?)], _ store: LedgerStore
  ) throws {
    self.prepared = prepared
    let later = prepared.plan.revision - revision
    since =
      later <= 0 ? [] : try store.entries(limit: Int(later), before: prepared.plan.revision + 1)
    var altering: [ProjectID: [Int64]] = [:]
    for entry in since.reversed() {
      try store.forEachChange(of: entry.number) { change in
        if altering[change.project]?.last != entry.number {
          altering[change.project, default: []].append(entry.number)
        }
      }
    }
    let tables = prepared.plan.list.tables
    let names = Dictionary(
      prepared.plan.rows.map { ($0.source, $0.row.text(.name) ?? "") }
    ) { first, _ in first }
    rows = moved.compactMap { before, after in
      guard let place = (after ?? before)?.place else { return nil }
      let projects = [before?.project, after?.project].compactMap { $0 }
      return Row(
        sheet: tables.indices.contains(place.table) ? tables[place.table].layout.sheet : "",
        number: place.number, name: names[place] ?? "", project: projects.last,
        before: before?.action, after: after?.action,
        entries: Set(projects.flatMap { altering[$0] ?? [] }).sorted())
    }
  }
}
