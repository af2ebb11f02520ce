import Intake
import Ledger
import Matching
import Storage

extension ImportPreparation {
  /// The keys whose blank cells clear a value.
  func clearing(in matched: MatchedList) throws -> Clearing {
    Clearing(
      try clearedKeys(in: matched.list, matched.understanding.catalogue), in: matched.list)
  }

  /// The person's decisions about the conflicts of the list.
  func settledConflicts(of matched: MatchedList) throws -> SettledConflicts {
    let conflicts = options.decisions?.conflicts ?? []
    // A unit that imports its own lists may not settle conflicts without the right to decide.
    if !conflicts.isEmpty, operations.senderOfOwnLists(in: catalogue) != nil {
      try operations.permissions(in: catalogue).require(.decide, in: catalogue)
    }
    return try SettledConflicts(
      conflicts, among: matched.known.index,
      AssignmentReader(
        catalogue: matched.understanding.catalogue, lexicon: matched.understanding.lexicon,
        year: matched.list.year))
  }

  /// Compares the rows with the current values of their projects.
  func plan(
    _ matched: MatchedList, _ clearing: Clearing, _ settled: SettledConflicts
  ) throws -> ImportPlan {
    let (sender, catalogue) = (matched.understanding.sender, matched.understanding.catalogue)
    let compared = matched.comparedProjects(settled)
    let held = try HeldProjects(compared, matched.understanding.speaker, store)
    var list = matched.list
    list.findings.add(
      list.findings(after: { compared[$0].flatMap(held.earlierWord) }, catalogue))
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
    list.findings.add(admitted.findings)
    return ImportPlan(
      list: list, revision: matched.known.revision, sender: sender, voice: matched.voice,
      rows: PlannedRows(
        list.rows, matches: matched.matches,
        outcomes: admitted.outcomes, known: index),
      notInFile: try missing(in: matched).compactMap { index[$0] })
  }

  /// The projects that the sender reported in earlier lists of this kind and that this list lacks.
  ///
  /// A 核对表 contains the projects that the ledger exported: it lacks none, and appearing only in one does not
  /// count as reported.
  private func missing(in matched: MatchedList) throws -> [ProjectID] {
    if matched.list.isReturned { return [] }
    var missing = matched.said.missing(among: matched.matches)
    if missing.isEmpty { return [] }
    if let kin = try listsOfItsKind(matched) {
      let named = try store.projects(named: kin.map(\.entry))
      missing.removeAll { !named.contains($0) }
    }
    // A sender's lists of one kind for one month together form its report.
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

  /// The sender's lists of this list's kind if it also sent other kinds; otherwise nil.
  private func listsOfItsKind(_ matched: MatchedList) throws -> [StandingList]? {
    if matched.understanding.sender.isEmpty { return nil }
    let lists = try listsOfItsSender(matched)
    let kind = ListKind(matched.list.tables.map(\.layout.source))
    let kin = ListKind.groups(lists, \.columns).last { $0.last?.columns.isSame(as: kind) ?? false }
    return kin?.count == lists.count ? nil : kin ?? []
  }

  /// The sender's other lists of this kind for the same month.
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

  /// The outcome of each row. Where the current value is another sender's, the project's provenance decides; it
  /// is loaded for those rows only.
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

  /// How conflicts are settled: by decisions for this list, else by earlier settlements.
  private func settling(
    _ settled: SettledConflicts, _ sender: String, _ catalogue: Catalogue
  ) -> Planner.Settling {
    { project, conflict in
      guard let list = conflict.list else { return nil }
      if let choice = settled.choice(project, conflict.key) { return choice }
      // If the list only repeats its sender's last value, a later hand edit is not a conflict.
      if conflict.base?.saysSame(as: list) == true { return nil }
      let earlier = catalogue.settlement(sender: sender, project: project, key: conflict.key)
      return earlier.flatMap { $0.settles(conflict) ? $0.choice : nil }
    }
  }
}

extension Settlement {
  /// Whether it was made about the same values: a difference between senders against the current value, a
  /// conflict against the sender's earlier one.
  fileprivate func settles(_ conflict: PlannedRow.Conflict) -> Bool {
    list == conflict.list
      && (conflict.isDifference
        ? standing == conflict.ledger : standing == nil && base == conflict.base)
  }
}

extension MatchedList {
  /// The project to compare each row with. A row that repeats its sender's last statement needs none loaded; a
  /// row of a 核对表 is compared with what was exported.
  fileprivate func comparedProjects(_ settled: SettledConflicts) -> [ProjectID?] {
    zip(list.rows, matches).map { row, match in
      guard case .project(let id, let basis) = match else { return nil }
      let isPlain = basis != .mark && !settled.concerns(id)
      return isPlain && said.isRepeated(by: row, of: id) ? nil : id
    }
  }
}

/// The current values of projects and their sender's last statements.
private struct HeldProjects {
  let projects: [ProjectID: StoredProject]
  let bases: Bases

  init(_ compared: [ProjectID?], _ speaker: String, _ store: LedgerStore) throws {
    let ids = compared.compactMap { $0 }
    projects = try store.projects(ids)
    bases = try store.bases(sender: speaker, projects: ids)
  }

  /// The sender's last statement, with the months of its sums where they are still the current values.
  func earlierWord(_ id: ProjectID) -> EarlierStatements? {
    bases.said[id].map { said in
      let project = projects[id]
      let reach = project?.reach.filter { key, _ in project?.record[key] == said[key] }
      return EarlierStatements(said: said, reach: reach ?? [:])
    }
  }
}
