import Engine
package import Ledger

extension LedgerStore {
  /// Every project as of an entry, by number.
  package func allProjects(asOf revision: Int64) throws -> [StoredProject] {
    try database.read { session in
      try AsOf.read(revision, session) { session in
        let reader = try ProjectReader(items: ItemNumbers(session), session)
        // Which projects does the ledger have?
        return try session.rows(
          """
          SELECT \(ProjectReader.columns)
          FROM \(ProjectReader.tables)
          ORDER BY p.id
          """
        ) { session.sight.shown(try reader.row($0)) }.compactMap { $0 }
      }
    }
  }

  /// The records of projects, each as of its own entry; projects that did not exist are omitted.
  package func records(
    asOf revisions: [ProjectID: Int64]
  ) throws -> [ProjectID: Record] {
    if revisions.isEmpty { return [:] }
    return try database.read { session in
      let headers = try EntryTable.headers(session)
      var records: [ProjectID: Record] = [:]
      let projects = Dictionary(grouping: revisions.keys) { revisions[$0] ?? 0 }
      for (revision, projects) in projects.sorted(by: { $0.key < $1.key }) {
        try ChangeTable.forEachReplay(
          of: projects.sorted(), through: revision, headers: headers, session
        ) { replay in
          records[replay.state.id] = replay.state.record.flatMap(session.sight.shown)
        }
      }
      return records
    }
  }

  /// Projects as of an entry, in the given order; those that did not exist are omitted.
  package func projects(_ ids: [ProjectID], in revision: Int64) throws -> [StoredProject] {
    try database.read { session in
      if try revision < Self.revision(session) {
        var projects: [StoredProject] = []
        try ChangeTable.forEachReplay(
          of: ids, through: revision, headers: try EntryTable.headers(session), session
        ) { replay in
          if let project = session.sight.shown(replay.state) { projects.append(project) }
        }
        return projects
      }
      return try ProjectReader(items: ItemNumbers(session), session).projects(ids, session)
    }
  }

  /// A project as of an entry; nil if it did not exist.
  package func project(_ id: ProjectID, through revision: Int64) throws -> StoredProject? {
    try database.read { session in
      session.sight.shown(
        try ChangeTable.replay(
          of: id, through: revision, headers: try EntryTable.headers(session), session
        ).state)
    }
  }

  /// The number of the last entry recorded by the end of a day in Shanghai; 0 before the first.
  package func revision(endOf day: PartialDate) throws -> Int64 {
    try database.read { try AsOf.revision(endOf: day, $0) }
  }

  /// Runs a query on the current ledger, or as of the end of a day; `body` receives the number of the last entry
  /// included.
  func read<T>(
    asOf day: PartialDate?, _ body: (Session, _ revision: Int64) throws -> T
  ) throws -> T {
    try database.read { try read(asOf: day, $0, body) }
  }

  /// The same, for a question that counts.
  func count<T>(
    _ filter: ProjectFilter, _ body: (Session, _ revision: Int64) throws -> T
  ) throws -> T {
    try database.read { session in
      if filter.asOf == nil { try session.foresee(Scan.foreseen(filter, session)) }
      return try read(asOf: filter.asOf, session, body)
    }
  }

  private func read<T>(
    asOf day: PartialDate?, _ session: Session,
    _ body: (Session, _ revision: Int64) throws -> T
  ) throws -> T {
    guard let day else { return try body(session, try Self.revision(session)) }
    let revision = try AsOf.revision(endOf: day, session)
    return try AsOf.read(revision, session) { try body($0, revision) }
  }
}
