import Intake
import Ledger
import Matching
import Storage

extension ImportPreparation {
  /// Which blank cells clear a value.
  func clearing(in matched: MatchedList) throws -> Clearing {
    Clearing(
      try clearedKeys(in: matched.list, matched.understanding.catalogue), in: matched.list)
  }

  /// What a person wrote about the conflicts of the list.
  func settledConflicts(of matched: MatchedList) throws -> SettledConflicts {
    let conflicts = options.decisions?.conflicts ?? []
    // Whose value stands is not for whoever sends one of them to say.
    if !conflicts.isEmpty, operations.senderOfOwnLists(in: catalogue) != nil {
      try operations.permissions(in: catalogue).require(.decide, in: catalogue)
    }
    return try SettledConflicts(
      conflicts, among: matched.known.index,
      AssignmentReader(
        catalogue: matched.understanding.catalogue, lexicon: matched.understanding.lexicon,
        year: matched.list.year))
  }

  /// Compares the rows with what the ledger holds of their projects.
  func plan(
    _ matched: MatchedList, _ clearing: Clearing, _ settled: SettledConflicts
  ) throws -> ImportPlan {
    let (sender, catalogue) = (matched.understanding.sender, matched.understanding.catalogue)
    let compared = matched.comparedProjects(settled)
    let held = try HeldProjects(compared, matched.understanding.speaker, store)
    var list = matched.list
    list.findings += list.findings(
      after: { compared[$0].flatMap(held.earlierWord) }, catalogue)
    var known = Planner.Known()
    known.records = held.projects.mapValues(\.record)
    known.bases = held.bases.said
    known.shared = held.bases.shared
    if list.rows.contains(where: { $0[.progress] != nil }), compared.contains(where: { $0 != nil })
    {
      known.reported = try store.projects(
        reportedBy: matched.voice.speaker, for: matched.voice.month)
    }
    known.exported = try store.exported(list.rows.compactMap(\.mark), held.projects)
    let planner = Planner(
      known, voice: matched.voice, merged: matched.merged,
      columns: list.tables.map { Set($0.layout.source.columns.keys) }, clearing: clearing,
      earlierSums: EarlierSums(reach: held.projects.mapValues(\.reach), month: list.asOfMonth),
      settle: settling(settled, sender, catalogue))
    let index = matched.known.index
    let scope = try ImportScope(operations, store, catalogue)
    let outcomes = try outcomes(of: matched, compared, planner)
    let admitted = try scope.admitted(outcomes, of: list, matched.matches)
    list.findings += admitted.findings
    return ImportPlan(
      list: list, revision: matched.known.revision, sender: sender, voice: matched.voice,
      rows: PlannedRows(
        list.rows, matches: matched.matches,
        outcomes: admitted.outcomes, known: index),
      notInFile: try missing(in: matched).compactMap { index[$0] })
  }

  /// The projects that the sender reported in a list of this kind, and the list has not.
  ///
  /// A 核对表 holds those that the ledger put in it: it leaves none out, and what only came back in one was never
  /// reported.
  private func missing(in matched: MatchedList) throws -> [ProjectID] {
    if matched.list.isReturned { return [] }
    var missing = matched.said.missing(among: matched.matches)
    if missing.isEmpty { return [] }
    if let kin = try listsOfItsKind(matched) {
      let named = try store.projects(named: kin.map(\.entry))
      missing.removeAll { !named.contains($0) }
    }
    // A sender's lists of one kind for one month are its word of that month together.
    let together = try listsOfItsMonth(matched)
    if !together.isEmpty {
      let named = try store.projects(named: together.map(\.entry))
      missing.removeAll { named.contains($0) }
    }
    let returned = Set(try store.standingNotes([.returned]).map(\.entry))
    if returned.isEmpty { return missing }
    let testimonies = try store.testimonies(of: missing)
    return missing.filter { project in
      let words = testimonies[project]?.words[matched.voice.speaker] ?? [:]
      return words.isEmpty || words.values.contains { !returned.contains($0.entry) }
    }
  }

  /// The lists of the sender that are of the list's kind, where it sent others as well; nil where it did not.
  private func listsOfItsKind(_ matched: MatchedList) throws -> [StandingList]? {
    if matched.understanding.sender.isEmpty { return nil }
    let lists = try listsOfItsSender(matched)
    let kind = ListKind(matched.list.tables.map(\.layout.source))
    let kin = ListKind.groups(lists, \.columns).last { $0.last?.columns.isSame(as: kind) ?? false }
    return kin?.count == lists.count ? nil : kin ?? []
  }

  /// The other lists of its kind by its sender for the month that it states.
  private func listsOfItsMonth(_ matched: MatchedList) throws -> [StandingList] {
    guard let month = matched.voice.month else { return [] }
    return try (listsOfItsKind(matched) ?? listsOfItsSender(matched)).filter {
      $0.kind == .import && $0.month == month
    }
  }

  private func listsOfItsSender(_ matched: MatchedList) throws -> [StandingList] {
    let (sender, catalogue) = (matched.understanding.sender, matched.understanding.catalogue)
    if sender.isEmpty { return [] }
    return try store.standingLists().filter { catalogue.isSameSender($0.sender, sender) }
  }

  /// What becomes of each row. Where a value is not the sender's own, what others said of its project decides,
  /// which is read for those alone.
  private func outcomes(
    of matched: MatchedList, _ compared: [ProjectID?], _ planner: Planner
  ) throws -> [RowOutcome] {
    let rows = matched.list.rows
    func plan(_ index: Int, _ planner: Planner) -> RowOutcome? {
      planner.plan(rows[index], table: rows.table(of: index), match: matched.matches[index])
    }
    var undecided: [Int] = []
    var outcomes = try matched.matches.indices.map { index in
      if index % 1_024 == 0 { try operations.interruption.check() }
      if case .project = matched.matches[index], compared[index] == nil {
        return Planner.unchanged
      }
      if let outcome = plan(index, planner) { return outcome }
      undecided.append(index)
      return Planner.unchanged
    }
    if undecided.isEmpty { return outcomes }
    var planner = planner
    planner.known.testimonies = try store.testimonies(of: undecided.compactMap { compared[$0] })
    for index in undecided {
      if let outcome = plan(index, planner) { outcomes[index] = outcome }
    }
    return outcomes
  }

  /// How conflicts are settled: by what was written for this list, else by what was settled before.
  private func settling(
    _ settled: SettledConflicts, _ sender: String, _ catalogue: Catalogue
  ) -> Planner.Settling {
    { project, conflict in
      guard let list = conflict.list else { return nil }
      if let choice = settled.choice(project, conflict.key) { return choice }
      // A hand edit after the list was settled is no conflict, however often the list repeats itself.
      if conflict.base?.saysSame(as: list) == true { return nil }
      let earlier = catalogue.settlement(sender: sender, project: project, key: conflict.key)
      return earlier.flatMap { $0.settles(conflict) ? $0.choice : nil }
    }
  }
}

extension Settlement {
  /// Whether it was made about the same words: against the value that stands, between senders; else against
  /// what the sender had said before.
  fileprivate func settles(_ conflict: PlannedRow.Conflict) -> Bool {
    list == conflict.list
      && (conflict.isDifference
        ? standing == conflict.ledger : standing == nil && base == conflict.base)
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
  let bases: Bases

  init(_ compared: [ProjectID?], _ speaker: String, _ store: LedgerStore) throws {
    let ids = compared.compactMap { $0 }
    projects = try store.projects(ids)
    bases = try store.bases(sender: speaker, projects: ids)
  }

  /// What a sender said, with the months that its sums reach as far as the ledger follows them.
  func earlierWord(_ id: ProjectID) -> EarlierStatements? {
    bases.said[id].map { said in
      let project = projects[id]
      let reach = project?.reach.filter { key, _ in project?.record[key] == said[key] }
      return EarlierStatements(said: said, reach: reach ?? [:])
    }
  }
}
