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

  /// Undone entries are those of `headers`. Only the project's merges after an entry are followed, so that two
  /// projects merged into each other in turn cause no infinite recursion.
  init(
    of project: ProjectID, behind first: Int64 = 0, _ headers: EntryHeaders, _ session: Session
  ) throws {
    let own = try ChangeTable.history(of: project, session).map {
      Row(entry: $0.entry, change: $0.change, isElsewhere: false)
    }
    let merges = try Self.mergesTakenBack(of: project, headers, session)
    let elsewhere = try merges.filter { $0.entry > first }.flatMap { merge in
      try MeantRows(of: merge.into, behind: merge.entry, headers, session).lent
        .filter { $0.merge == merge.entry }
        .map { Row(entry: $0.entry, change: $0.change, isElsewhere: true) }
    }
    history = (own + elsewhere).sorted { $0.entry < $1.entry }
    var replay = Replay(project: project, headers: headers)
    for row in history {
      if row.isElsewhere {
        replay.hear(row.change, of: row.entry)
      } else if !replay.apply(row.change, of: row.entry) {
        throw StorageError.damaged(table: "change", row: row.entry)
      }
    }
    lent = replay.lent.rows
  }

  private static func mergesTakenBack(
    of project: ProjectID, _ headers: EntryHeaders, _ session: Session
  ) throws -> [(entry: Int64, into: ProjectID)] {
    // In which merges was this project merged into another?
    try session.rows(
      """
      SELECT number, merged_into
      FROM entry
      WHERE merged = ?
      ORDER BY number
      """, .integer(project)
    ) { row in
      let entry = try row.key(0, in: Stored.number, "entry")
      return (
        entry: entry, into: try row.int64(1, in: Stored.project, "entry", row: entry)
      )
    }.filter { headers.isUndone($0.entry) }
  }
}
