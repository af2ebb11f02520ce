import Engine
package import Ledger

/// A project as stored.
package struct StoredProject: Hashable, Sendable {
  package let id: ProjectID
  /// The last entry that altered it.
  package let revision: Int64
  package let record: Record
  /// The last month that a year's figure includes, if its list stated one.
  package let reach: [FieldKey: Int]
}

extension LedgerStore {
  /// The current catalogue.
  package func catalogue() throws -> Catalogue {
    try database.read(CatalogueTable.catalogue)
  }

  /// The catalogue as of an entry; before the first entry, the initial one.
  package func catalogue(through revision: Int64) throws -> Catalogue {
    try database.read { session in
      if try revision >= Self.revision(session) { return try CatalogueTable.catalogue(session) }
      return try CatalogueTable.catalogue(through: revision, session)
    }
  }

  /// One project; throws `unknownProject`.
  package func project(_ id: ProjectID) throws -> StoredProject {
    guard let project = try projects([id])[id] else { throw StorageError.unknownProject(id) }
    return project
  }

  /// Projects by their numbers; those that do not exist are omitted.
  package func projects(_ ids: some Sequence<ProjectID>) throws -> [ProjectID: StoredProject] {
    try database.read { session in
      var projects: [ProjectID: StoredProject] = [:]
      let reader = try ProjectReader(items: ItemNumbers(session), session)
      try reader.forEachProject(ids, session) {
        projects[$0.id] = $0
        try watch(step: projects.count)
      }
      return projects
    }
  }
}

extension ProjectReader {
  /// Projects by their numbers, in the given order; those that do not exist are omitted.
  func projects(_ ids: some Sequence<ProjectID>, _ session: Session) throws -> [StoredProject] {
    var projects: [StoredProject] = []
    try forEachProject(ids, session) { projects.append($0) }
    return projects
  }

  /// Calls `body` with projects by their numbers, in the given order.
  func forEachProject(
    _ ids: some Sequence<ProjectID>, _ session: Session, _ body: (StoredProject) throws -> Void
  ) throws {
    try ids.forEachBatch { batch in
      let among = session.connection.isAmong("p.id", batch)
      // Which values do these projects have?
      let query = ForeseenQuery(
        """
        SELECT \(ProjectReader.columns)
        FROM \(ProjectReader.tables)
        WHERE \(among.sql)
        """, among.values, isStream: false)
      if let memberships = memberships(of: batch, session) {
        try session.foresee([memberships, query])
      }
      var found: [ProjectID: StoredProject] = [:]
      found.reserveCapacity(batch.count)
      try withMemberships(of: batch, session) {
        let rows = try session.rows(query) { session.sight.shown(try row($0)) }
        for case let project? in rows { found[project.id] = project }
      }
      for id in batch { if let project = found[id] { try body(project) } }
    }
  }
}

extension Sight {
  /// The visible part of a project's state; nil if the project did not exist or is hidden.
  func shown(_ state: ProjectState) -> StoredProject? {
    state.record.flatMap(shown).map {
      StoredProject(id: state.id, revision: state.revision, record: $0, reach: state.reach)
    }
  }

  /// The visible part of a project; nil if it is hidden.
  func shown(_ row: ProjectReader.Row) -> StoredProject? {
    shown(row.record).map {
      StoredProject(id: row.id, revision: row.revision, record: $0, reach: row.reach)
    }
  }
}
