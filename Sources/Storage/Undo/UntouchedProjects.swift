import Engine
import Ledger

/// Projects whose creation was undone and that stayed because other entries had touched them: they are removed with
/// the last of those entries.
struct UntouchedProjects {
  let projects: Set<ProjectID>

  /// Finds those among the projects of an entry that nothing in force touches once it is undone as well.
  init(after entry: Entry, _ headers: EntryHeaders, _ session: Session) throws {
    let undone = headers.takenBack
    if undone.isEmpty || [.merge, .undo].contains(entry.kind) {
      projects = []
      return
    }
    // Which projects were created by entries that are undone?
    let made = try session.rows(
      """
      SELECT id, created
      FROM project
      WHERE created IN (\(undone.map(String.init).joined(separator: ", ")))
      ORDER BY id
      """
    ) { (project: try $0.key(0, in: Stored.project, "project"), by: $0.int64(1)) }
    guard let first = made.map(\.by).min() else {
      projects = []
      return
    }
    let later = headers.takingBack(entry.number)
    let named = Set(
      try ChangeTable.projects(of: entry.number, session)
        + (entry.source?.outcomes?.projects ?? []))
    let repeated = try UndoPlanner.repeats(since: first, later, session)
    var untouched: Set<ProjectID> = []
    let candidates = made.map(\.project).filter { named.contains($0) && repeated[$0] == nil }
    try candidates.forEachBatch { batch in
      let histories = try ChangeTable.histories(of: batch, session)
      for project in batch {
        let isTouched = (histories[project] ?? []).contains { row in
          headers[row.entry]?.kind != .undo && !later.isUndone(row.entry)
        }
        if !isTouched { untouched.insert(project) }
      }
    }
    projects = untouched
  }
}
