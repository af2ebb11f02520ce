import Engine
package import Ledger

/// A project that was merged into another, as of the merge.
package struct MergedProject: Hashable, Sendable {
  package let id: ProjectID
  /// The project that now represents it.
  package let into: ProjectID
  package let record: Record
  /// The last statement of each sender on it.
  package let statements: [String: Record]
  /// The senders with a statement on the projects into which it was merged, before that.
  package let sendersOfOthers: Set<String>
}

extension LedgerStore {
  /// The merged projects, by number; undone merges are omitted.
  package func mergedProjects() throws -> [MergedProject] {
    try database.read { try MergedProjects($0).all($0) }
  }
}

/// The merges that are in force.
struct MergedProjects {
  private let headers: EntryHeaders
  private let merges: [ProjectID: (into: ProjectID, entry: Int64)]

  init(_ session: Session) throws {
    // Which merges are there, oldest first?
    let rows = try session.rows(
      """
      SELECT merged, merged_into, number
      FROM entry
      WHERE merged IS NOT NULL
      ORDER BY number
      """
    ) { row in
      let entry = try row.key(2, in: Stored.number, "entry")
      return (
        project: try row.int64(0, in: Stored.project, "entry", row: entry),
        into: try row.int64(1, in: Stored.project, "entry", row: entry), entry: entry
      )
    }
    headers = rows.isEmpty ? EntryHeaders([]) : try EntryTable.headers(session)
    var merges: [ProjectID: (into: ProjectID, entry: Int64)] = [:]
    for row in rows where !headers.isUndone(row.entry) {
      merges[row.project] = (row.into, row.entry)
    }
    self.merges = merges
  }

  /// The project that a number now represents: itself, or the last one in its chain of merges.
  func standing(for project: ProjectID) -> ProjectID {
    var standing = project
    for _ in 0...merges.count {
      guard let next = merges[standing] else { break }
      standing = next.into
    }
    return standing
  }

  /// All merged projects, by number.
  func all(_ session: Session) throws -> [MergedProject] {
    let sight = try VisibilityReader(session)
    return try merges.sorted { $0.key < $1.key }.compactMap { project, merge in
      // A merged project is visible to those who see the remaining one.
      guard try sight.shows(standing(for: project)) else { return nil }
      let before = try state(of: project, before: merge.entry, session)
      return MergedProject(
        id: project, into: standing(for: project), record: before.record ?? Record(),
        statements: before.statements.mapValues(\.said),
        sendersOfOthers: try sendersOfOthers(project, session))
    }
  }

  /// The senders with a statement on the projects into which one was merged, each as of its merge.
  private func sendersOfOthers(_ project: ProjectID, _ session: Session) throws -> Set<String> {
    var senders: Set<String> = []
    var project = project
    for _ in 0...merges.count {
      guard let merge = merges[project] else { break }
      senders.formUnion(try state(of: merge.into, before: merge.entry, session).statements.keys)
      project = merge.into
    }
    return senders
  }

  private func state(
    of project: ProjectID, before entry: Int64, _ session: Session
  ) throws -> ProjectState {
    try ChangeTable.replay(of: project, through: entry - 1, headers: headers, session).state
  }
}
