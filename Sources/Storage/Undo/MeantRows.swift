import Engine
import Ledger

/// The statements of lists on a project: in its own history, and in those of projects into which it was merged
/// temporarily.
struct MeantRows {
  /// A change, and whether it was made while the project was merged into another one.
  struct Row {
    let entry: Int64
    let change: Change
    let isElsewhere: Bool
  }

  /// All changes of the project, in the order of the entries.
  let history: [Row]
  /// Rows about projects that were merged into it temporarily.
  let lent: [StatementsDuringMerge.Row]

  /// Takes a project's own changes, oldest first. Only its merges after an entry are followed, so that two projects
  /// merged into each other in turn cause no infinite recursion.
  init(
    of project: ProjectID, _ rows: [ChangeTable.Row], behind first: Int64 = 0,
    _ merges: MergesTakenBack, _ session: Session
  ) throws {
    let own = rows.map { Row(entry: $0.entry, change: $0.change, isElsewhere: false) }
    let elsewhere = try merges[project].filter { $0.entry > first }.flatMap { merge in
      try MeantRows(
        of: merge.into, ChangeTable.history(of: merge.into, session), behind: merge.entry, merges,
        session
      ).lent
        .filter { $0.merge == merge.entry }
        .map { Row(entry: $0.entry, change: $0.change, isElsewhere: true) }
    }
    history = elsewhere.isEmpty ? own : (own + elsewhere).sorted { $0.entry < $1.entry }
    lent = try merges.isReceiver(project) ? Self.lent(to: project, history, merges.headers) : []
  }

  private static func lent(
    to project: ProjectID, _ history: [Row], _ headers: EntryHeaders
  ) throws -> [StatementsDuringMerge.Row] {
    var replay = Replay(project: project, headers: headers)
    for row in history {
      if row.isElsewhere {
        replay.hear(row.change, of: row.entry)
      } else if !replay.apply(row.change, of: row.entry) {
        throw StorageError.damaged(table: "change", row: row.entry)
      }
    }
    return replay.lent.rows
  }
}
