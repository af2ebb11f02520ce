import Engine
import Ledger

/// The merges that are undone, by the project that was merged.
struct MergesTakenBack {
  /// A merge of a project into another one.
  struct Merge {
    let entry: Int64
    let into: ProjectID
  }

  /// These decide which entries are undone.
  let headers: EntryHeaders
  private let merges: [ProjectID: [Merge]]
  private let receivers: Set<ProjectID>

  init(_ headers: EntryHeaders, _ session: Session) throws {
    // Which entries merged two projects?
    let all = try session.rows(
      """
      SELECT number, merged, merged_into
      FROM entry
      WHERE merged IS NOT NULL
      ORDER BY number
      """
    ) { row in
      let entry = try row.key(0, in: Stored.number, "entry")
      let into = try row.int64(2, in: Stored.project, "entry", row: entry)
      return (
        project: try row.int64(1, in: Stored.project, "entry", row: entry),
        merge: Merge(entry: entry, into: into)
      )
    }.filter { headers.isUndone($0.merge.entry) }
    self.headers = headers
    merges = Dictionary(grouping: all, by: \.project).mapValues { $0.map(\.merge) }
    receivers = Set(all.map(\.merge.into))
  }

  /// The merges of a project into others, in the order of the entries.
  subscript(project: ProjectID) -> [Merge] { merges[project] ?? [] }

  /// Whether another project was merged into this one.
  func isReceiver(_ project: ProjectID) -> Bool { receivers.contains(project) }
}
