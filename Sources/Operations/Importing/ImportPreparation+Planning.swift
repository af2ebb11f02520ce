import Intake
import Ledger
import Storage

extension ImportPreparation {
  /// Which blank cells clear a value.
  func clearing(in matched: MatchedList) throws -> Clearing {
    Clearing(
      try clearedKeys(in: matched.list, matched.understanding.catalogue), in: matched.list)
  }

  /// What a person wrote about the conflicts of the list.
  func settledConflicts(of matched: MatchedList) throws -> SettledConflicts {
    try SettledConflicts(
      options.decisions?.conflicts ?? [], among: matched.known.index,
      AssignmentReader(
        catalogue: matched.understanding.catalogue, lexicon: matched.understanding.lexicon,
        year: matched.list.year))
  }

  /// Compares the rows with what the ledger holds of their projects.
  func plan(
    _ matched: MatchedList, _ clearing: Clearing, _ settled: SettledConflicts
  ) throws -> ImportPlan {
    let (sender, catalogue) = (matched.understanding.sender, matched.understanding.catalogue)
    let rows = matched.list.rows
    let compared = matched.comparedProjects(settled)
    let held = try HeldProjects(compared, sender, store)
    var list = matched.list
    list.findings += list.findings(
      after: { compared[$0].flatMap(held.earlierWord) }, catalogue)
    let planner = Planner(
      records: held.projects.mapValues(\.record), bases: held.bases,
      exported: try store.exported(rows.compactMap(\.mark), held.projects),
      merged: matched.merged, clearing: clearing,
      earlierSums: EarlierSums(reach: held.projects.mapValues(\.reach), month: list.asOfMonth),
      settle: settling(settled, sender, catalogue))
    let outcomes = try matched.matches.indices.map { index in
      if index % 1_024 == 0 { try desk.interruption.check() }
      if case .project = matched.matches[index], compared[index] == nil {
        return Planner.unchanged
      }
      return planner.plan(rows[index], table: rows.table(of: index), match: matched.matches[index])
    }
    let known = matched.known
    return ImportPlan(
      list: list, revision: known.revision, sender: sender,
      rows: PlannedRows(
        rows, matches: matched.matches, outcomes: outcomes, known: known.index),
      notInFile: matched.said.missing(among: matched.matches).compactMap { known.index[$0] })
  }

  /// How conflicts are settled: by what was written for this list, else by what was settled before.
  private func settling(
    _ settled: SettledConflicts, _ sender: String, _ catalogue: Catalogue
  ) -> Planner.Settling {
    { project, key, base, list in
      if let choice = settled.choice(project, key) { return choice }
      // A hand edit after the list was settled is no conflict, however often the list repeats itself.
      if base.saysSame(as: list) { return nil }
      let earlier = catalogue.settlement(sender: sender, project: project, key: key)
      return earlier.flatMap { $0.base == base && $0.list == list ? $0.choice : nil }
    }
  }
}

extension MatchedList {
  /// The projects that rows are to be compared with, row by row. A row that says exactly what its sender
  /// said last needs nothing loaded; what a 核对表 says is measured by what it was written from.
  fileprivate func comparedProjects(_ settled: SettledConflicts) -> [ProjectID?] {
    zip(list.rows, matches).map { row, match in
      guard case .project(let id, let basis) = match else { return nil }
      let isPlain = basis != .mark && !settled.concerns(id)
      return isPlain && said.isRepeated(by: row, of: id) ? nil : id
    }
  }
}

/// What the ledger holds of some projects, and their sender said last of them.
private struct HeldProjects {
  let projects: [ProjectID: StoredProject]
  let bases: [ProjectID: Record]

  init(_ compared: [ProjectID?], _ sender: String, _ store: LedgerStore) throws {
    let ids = compared.compactMap { $0 }
    projects = try store.projects(ids)
    bases = try store.bases(sender: sender, projects: ids)
  }

  /// What a sender said, with the months that its sums reach as far as the ledger follows them.
  func earlierWord(_ id: ProjectID) -> EarlierWord? {
    bases[id].map { said in
      let project = projects[id]
      let reach = project?.reach.filter { key, _ in project?.record[key] == said[key] }
      return EarlierWord(said: said, reach: reach ?? [:])
    }
  }
}
