import Engine
package import Ledger

/// A project that was merged into another, as it was when it went.
package struct MergedProject: Hashable, Sendable {
  package let id: ProjectID
  /// The project that stands for it by now.
  package let into: ProjectID
  package let record: Record
  /// What each sender had said last of it.
  package let statements: [String: Record]
  /// Who had spoken of those it went into, before it did.
  package let sendersOfOthers: Set<String>
}

extension LedgerStore {
  /// The projects merged into others, in the order of their numbers; merges taken back are left out.
  package func mergedProjects() throws -> [MergedProject] {
    try database.read { try MergedProjects($0).all($0) }
  }
}

/// Which project went into which, as far as that still holds.
struct MergedProjects {
  private let headers: EntryHeaders
  private let merges: [ProjectID: (into: ProjectID, entry: Int64)]

  init(_ session: Session) throws {
    // Which merges were there, oldest first?
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

  /// The project that a number means by now: itself, or the last one it went into.
  func standing(for project: ProjectID) -> ProjectID {
    var standing = project
    for _ in 0...merges.count {
      guard let next = merges[standing] else { break }
      standing = next.into
    }
    return standing
  }

  /// All of them, in the order of their numbers.
  func all(_ session: Session) throws -> [MergedProject] {
    let sight = try VisibilityReader(session)
    return try merges.sorted { $0.key < $1.key }.compactMap { project, merge in
      // What went is shown to whoever sees what it went into.
      guard try sight.shows(standing(for: project)) else { return nil }
      let before = try state(of: project, before: merge.entry, session)
      return MergedProject(
        id: project, into: standing(for: project), record: before.record ?? Record(),
        statements: before.statements.mapValues(\.said),
        sendersOfOthers: try sendersOfOthers(project, session))
    }
  }

  /// Who had spoken of the projects that one went into, each before it did.
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
