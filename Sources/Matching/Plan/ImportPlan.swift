package import Intake
import Ledger

/// What an import would do, row by row: preview and commit use this one value.
package struct ImportPlan: Sendable {
  package let list: ProjectList
  /// The ledger's revision it was made against.
  package let revision: Int64
  package let sender: String
  /// In the order of the file.
  package let rows: PlannedRows
  /// Projects this sender listed before that no row is about: reported, never removed.
  package let notInFile: [KnownProject]
  /// The list's speaker and month.
  package let voice: Voice

  package init(
    list: ProjectList, revision: Int64, sender: String, voice: Voice, rows: PlannedRows,
    notInFile: [KnownProject]
  ) {
    self.voice = voice
    self.list = list
    self.revision = revision
    self.sender = sender
    self.rows = rows
    self.notInFile = notInFile
  }

  /// The rows with an action.
  package func rows(_ action: PlannedRow.Action) -> [PlannedRow] {
    rows.positions { $0.action == action }.map { rows[$0] }
  }

  /// The number of rows with an action.
  package func count(_ action: PlannedRow.Action) -> Int { rows.count { $0.action == action } }

  /// The rows that differ from the ledger, which contain all changes, conflicts and kept values.
  package var differing: [PlannedRow] { rows.positions { $0.differs }.map { rows[$0] } }

  /// Whether the list is the first for its month: then it makes an entry, whatever it states.
  package var isFirstOfMonth: Bool {
    voice.isNewMonth && list.rows.contains { $0.mark == nil }
  }

  /// Whether a commit would alter anything in the ledger.
  package var altersLedger: Bool {
    rows.contains { $0.action == .new || !$0.changes.isEmpty }
  }
}
