import Engine
package import Ledger

extension LedgerStore {
  /// The digests of a sender's last statements, in the order of the projects: equal to `StatementDigest.of` a row
  /// with the same values.
  package func digests(sender: String) throws -> [(project: ProjectID, digest: UInt64)] {
    try database.read { session in
      let sight = try VisibilityReader(session)
      // Which digests do the last statements of this sender have?
      return try session.rows(
        """
        SELECT project, digest
        FROM statement
        WHERE sender = (SELECT id FROM sender WHERE name = ?)
        ORDER BY project
        """, .text(sender)
      ) { row in
        (
          project: try row.key(0, in: Stored.project, "statement"),
          digest: UInt64(bitPattern: row.int64(1))
        )
      }.filter { try sight.shows($0.project) }
    }
  }

  /// The same for each list without a sender, except one.
  package func digestsOfUnnamed(
    besides speaker: String
  ) throws -> [[(project: ProjectID, digest: UInt64)]] {
    try database.read { session in
      // Which senders are there?
      let speakers = try session.rows(
        """
        SELECT id, name
        FROM sender
        ORDER BY id
        """
      ) { (number: $0.int64(0), name: $0.text(1)) }
      let unnamed = speakers.filter { Speaker.unnamed($0.name) != nil && $0.name != speaker }
      if unnamed.isEmpty { return [] }
      var digests: [Int64: [(project: ProjectID, digest: UInt64)]] = [:]
      let sight = try VisibilityReader(session)
      // Which digests do the last statements of these have?
      let statement = try session.stream(
        """
        SELECT project, sender, digest
        FROM statement
        WHERE sender IN (\(unnamed.map { String($0.number) }.joined(separator: ", ")))
        ORDER BY project
        """)
      while try statement.step() {
        guard try sight.shows(statement.int64(0)) else { continue }
        digests[statement.int64(1), default: []].append(
          (
            project: try statement.key(0, in: Stored.project, "statement"),
            digest: UInt64(bitPattern: statement.int64(2))
          ))
      }
      return unnamed.compactMap { digests[$0.number] }
    }
  }

  /// A sender's last statements on projects; projects without one are omitted.
  package func bases(
    sender: String, projects: some Sequence<ProjectID>
  ) throws -> Bases {
    try database.read { session in
      // Which number does this sender have?
      let number = try session.row(
        """
        SELECT id
        FROM sender
        WHERE name = ?
        """, .text(sender)
      ) { $0.int64(0) }
      let headers = try EntryTable.headers(session)
      var bases = Bases()
      var count = 0
      try projects.forEachBatch { batch in
        let among = session.connection.isAmong("project", batch)
        var creations: [ProjectID] = []
        // Which are the last statements on these projects?
        let rows = try session.rows(
          """
          SELECT project, sender, said
          FROM statement
          WHERE \(among.sql)
          """, among.values
        ) { row -> (project: ProjectID, said: Record?)? in
          let project = row.int64(0)
          guard row.int64(1) == number else {
            bases.shared.insert(project)
            return nil
          }
          if row.isNull(2) { return (project, nil) }
          guard let said = ChangeText.readRecord(row.bytes(2)) else {
            throw StorageError.damaged(table: "statement", row: project)
          }
          return (project, said)
        }
        for case (let project, let said)? in rows {
          if let said { bases.said[project] = said } else { creations.append(project) }
        }
        // If `said` is NULL, the statement is the creation of the project.
        try ChangeTable.forEachReplay(of: creations, headers: headers, session) { replay in
          bases.said[replay.state.id] = replay.state.statements[sender]?.said
        }
        for _ in batch {
          try watch(step: count)
          count += 1
        }
      }
      return bases
    }
  }

  /// The latest month of a sender's lists; nil if none states one.
  package func newestMonth(of sender: String) throws -> Period? {
    try database.read { try EntryTable.headers($0).newestMonth(of: sender) }
  }

  /// The projects in a sender's lists for a month.
  package func projects(
    reportedBy sender: String, for month: Period?
  ) throws -> Set<ProjectID> {
    guard let month else { return [] }
    return try database.read { session in
      let lists = try EntryTable.headers(session).lists(of: sender, reaching: month)
      return try lists.reduce(into: []) { projects, list in
        projects.formUnion(try ChangeTable.projects(of: list, session))
        let outcomes = try EntryTable.entry(list, session).source?.outcomes
        projects.formUnion(outcomes?.projects ?? [])
      }
    }
  }
}

/// A sender's last statements on some projects.
package struct Bases: Hashable, Sendable {
  package var said: [ProjectID: Record] = [:]
  /// The projects with statements of other senders, too.
  package var shared: Set<ProjectID> = []

  /// The statement on a project; nil if there is none.
  package subscript(project: ProjectID) -> Record? { said[project] }
}
