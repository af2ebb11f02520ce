package import Ledger

extension LedgerStore {
  /// The monthly 形象进度 of projects as reported, as of an entry; projects without any are omitted.
  package func reportedProgress(
    of projects: some Sequence<StoredProject>, through revision: Int64 = .max
  ) throws -> [ProjectID: ReportedProgress] {
    let told = projects.filter(\.tellsOfWorks).map(\.id)
    if told.isEmpty { return [:] }
    return try database.read { session in
      let reader = try ProvenanceReader(session, through: revision)
      var reported: [ProjectID: ReportedProgress] = [:]
      var count = 0
      try reader.forEachTestimony(of: told, through: revision) { project, testimony in
        reported[project] = testimony.progress
        try watch(step: count)
        count += 1
      }
      return reported
    }
  }
}

extension StoredProject {
  /// Whether it has any progress text, with or without a month.
  fileprivate var tellsOfWorks: Bool {
    record[.progress] != nil || !record.entries(of: .monthlyProgress).isEmpty
  }

  /// The same project with another record, for a result about another time.
  package func with(_ record: Record) -> StoredProject {
    StoredProject(id: id, revision: revision, record: record, reach: reach)
  }
}

extension ProjectList {
  /// The same page with other projects.
  package func with(_ projects: [StoredProject]) -> ProjectList {
    ProjectList(
      projects: projects, totals: totals, facets: facets, revision: revision, endedOnly: endedOnly,
      end: end)
  }
}
