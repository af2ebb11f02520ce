import Engine
import Ledger

/// What lists said of a project, wherever it stood: in its own history, and in those of projects that it was merged
/// into for a time.
struct MeantRows {
  /// A change by a row or an act, and whether it came while the project was merged into another one.
  struct Row {
    let entry: Int64
    let change: Change
    let isElsewhere: Bool
  }

  /// All that happened to the project, in the order of the entries.
  let history: [Row]
  /// Rows that meant projects which were merged into it for a time.
  let lent: [StatementsDuringMerge.Row]

  /// By what the headers say was taken back. Of merges of the project only those behind an entry are followed: who
  /// is merged into another one and later takes it in goes round in no circle.
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
    // Which merges did the project go by?
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
