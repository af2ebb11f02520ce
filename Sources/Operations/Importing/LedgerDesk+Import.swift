import Foundation
import Intake
package import Ledger
import Logging
import Machine
import Spreadsheet
import Storage
import Wording

extension LedgerDesk {
  /// Prepares an import: file → workbook → list → matches → plan. Nothing is written.
  package func prepare(
    _ file: ReceivedFile, _ options: ImportOptions,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> PreparedImport {
    try reading { store, catalogue in
      // What the ledger holds is made ready on another core while the list is read.
      let known = Ahead { try KnownProjects(store, catalogue) }
      let understanding = Result {
        try understand(file, options, catalogue, progress)
      }
      // Waited for also when the list is none: the ledger is open until then.
      let projects = Result { try known.get() }
      return try plan(
        understanding.get(), of: file, options, projects.get(), store, progress)
    }
  }

  /// Commits a plan: all of it in one entry, behind one of what was decided for it; or nothing.
  ///
  /// Refused with `StorageError.stale` when the ledger has moved since. Nil when the list says
  /// nothing that the ledger does not hold.
  package func commit(
    _ prepared: PreparedImport, progress: (ImportProgress) -> Void = { _ in }
  ) throws -> Entry? {
    guard prepared.hasEffect else { return nil }
    var drafts: [EntryDraft] = []
    if !prepared.decided.isEmpty {
      drafts.append(
        EntryDraft(
          at: now(), actor: actor, kind: .decide, reason: prepared.reason, changes: [],
          items: prepared.decided))
    }
    if prepared.hasStatements { drafts.append(EntryDraft(prepared, at: now(), actor: actor)) }
    let total = drafts.last?.changes.count
    let rows = prepared.plan.list.rows
    var rested = 0
    return try writing { store, _ in
      try store.commit(
        drafts, expecting: prepared.plan.revision, upload: prepared.file.upload
      ) { done in
        try interruption.check()
        // The rows written so far are not read again, or seldom.
        let passed = min(done, rows.count)
        if passed > rested { rows.rest(rested..<passed) }
        rested = max(rested, passed)
        progress(ImportProgress(stage: .writing, done: done, total: total))
      }.last
    }
  }

  // MARK: The stages

  private func understand(
    _ file: ReceivedFile, _ options: ImportOptions, _ catalogue: Catalogue,
    _ progress: (ImportProgress) -> Void
  ) throws -> Understanding {
    let clock = ContinuousClock()
    let started = clock.now
    func read() throws -> Workbook {
      do throws(SpreadsheetError) {
        return try Workbook.read(file.bytes, isStopped: { interruption.isRequested }) { rows in
          progress(ImportProgress(stage: .reading, done: rows, total: nil))
        }
      } catch .stopped {
        throw OperationError.interrupted
      }
    }
    var workbook: Workbook? = try read()
    Self.log.debug("read", metadata: ["file": "\(file.name)", "since": "\(clock.now - started)"])
    let rows = workbook?.sheets.reduce(0) { $0 + $1.rows.count }
    let statedAtTop = workbook.flatMap { ListReader.statedSender(in: $0) }
    let words = HeaderLexicon(try HeaderWords(catalogue))
    /// The list as one sender's.
    func understand(as sender: String) throws -> Understanding {
      let decided = try options.decisions.map {
        try DecidedWords.items(of: $0, sender: sender, file: file.name, catalogue)
      }
      let known = catalogue.adding(decided ?? [])
      let lexicon = words.spoken(by: sender, known)
      let recipe = sender.isEmpty ? nil : known.recipe(of: sender)
      let reader = ListReader(
        catalogue: known.spoken(by: sender), lexicon: lexicon,
        told: ToldLayout(given: options.recipe, known: recipe))
      // The reader frees what it has read; a second time the file is read anew.
      let list = try reader.read(
        try workbook.take() ?? read(), year: options.year, currentYear: currentYear
      ) { row in
        try interruption.check()
        progress(ImportProgress(stage: .understanding, done: row, total: rows))
      }
      try options.recipe?.requireUse(in: list, of: sender)
      try Self.requireProjects(in: list, file: file)
      return Understanding(
        list: list, sender: sender, catalogue: known, lexicon: lexicon, decided: decided ?? [],
        recipe: recipe)
    }
    // What words mean depends on who sent the list, which its tables state; their tops tell mostly.
    let assumed = options.sender ?? options.decisions?.sender ?? options.recipe?.sender ?? ""
    let top = statedAtTop ?? assumed
    var understanding = try understand(as: top)
    let stated = understanding.list.sender ?? assumed
    if stated != top { understanding = try understand(as: stated) }
    Self.log.debug(
      "understood",
      metadata: [
        "rows": "\(understanding.list.rowCount)", "since": "\(clock.now - started)",
      ])
    return understanding
  }

  private func plan(
    _ understanding: Understanding, of file: ReceivedFile, _ options: ImportOptions,
    _ known: KnownProjects, _ store: LedgerStore, _ progress: (ImportProgress) -> Void
  ) throws -> PreparedImport {
    let clock = ContinuousClock()
    let started = clock.now
    var list = understanding.list
    progress(ImportProgress(stage: .comparing, done: 0, total: list.rowCount))
    let rows = list.rows
    let sender = understanding.sender
    let said = LastSaid(try store.digests(sender: sender))
    let answers = known.answers(in: understanding.catalogue.decisions(of: sender))
    let merged = try known.mergedNames(sender, store)
    let marks = try MarkedRows(rows, known, store)
    let matches = try marks.matches(of: rows) { unmarked in
      try known.matcher.matches(of: unmarked, answers: answers, said: said, merged: merged) {
        try interruption.check()
      }
    }
    Self.log.debug("matched", metadata: ["in": "\(clock.now - started)"])
    list.findings += marks.findings(in: list)
    let clearing = Clearing(try clearedKeys(options, list, understanding.catalogue), in: list)
    let settled = try SettledConflicts(
      options.decisions?.conflicts ?? [], among: known.projects,
      AssignmentReader(
        catalogue: understanding.catalogue, lexicon: understanding.lexicon, year: list.year))
    let plan = try Self.plan(
      list, rows, understanding, clearing, settled, said, merged, matches, known, store)
    let settlements = try settled.items(
      of: plan, file: file.name, understanding.catalogue)
    let learned = understanding.learned(from: file.name)
    let told = options.recipe == nil ? nil : learned
    let prepared = PreparedImport(
      file: file, plan: plan, reason: options.reason,
      catalogue: understanding.catalogue,
      decided: understanding.decided + settlements + (told.map { [$0] } ?? []),
      learned: told == nil ? learned : nil, recipe: understanding.recipe,
      alterations: try store.alterations(plan))
    Self.log.debug("planned", metadata: ["in": "\(clock.now - started)"])
    return prepared
  }

  private static func requireProjects(in list: Intake.ProjectList, file: ReceivedFile) throws {
    if list.tables.isEmpty { throw OperationError.withoutProjectList(file: file.name) }
    let rows = list.rows
    if !rows.isEmpty, rows.allSatisfy({ $0.text(.name) == nil }) {
      throw OperationError.withoutNames(file: file.name)
    }
  }

  private static func plan(
    _ list: Intake.ProjectList, _ rows: ListRows, _ understanding: Understanding,
    _ clearing: Clearing, _ settled: SettledConflicts, _ said: LastSaid,
    _ merged: MergedNames, _ matches: [Matcher.Match], _ known: KnownProjects,
    _ store: LedgerStore
  ) throws -> ImportPlan {
    let sender = understanding.sender
    let catalogue = understanding.catalogue
    // A row that says exactly what its sender said last needs nothing loaded. What a 核对表 says is measured
    // by what it was written from.
    let compared = zip(rows, matches).map { row, match -> ProjectID? in
      guard case .project(let id, let basis) = match else { return nil }
      let isSettled = basis != .mark && !settled.concerns(id)
      return isSettled && said.isRepeated(by: row, of: id) ? nil : id
    }
    let ids = compared.compactMap { $0 }
    let projects = try store.projects(ids)
    let bases = try store.bases(sender: sender, projects: ids)
    var list = list
    list.findings += list.findings(
      after: { index in
        compared[index].flatMap { id in
          bases[id].map { EarlierWord(said: $0, of: projects[id]) }
        }
      }, catalogue)
    let planner = Planner(
      records: projects.mapValues(\.record), bases: bases,
      exported: try store.exported(rows.compactMap(\.mark), projects), merged: merged,
      clearing: clearing,
      earlierSums: EarlierSums(reach: projects.mapValues(\.reach), month: list.asOfMonth)
    ) { project, key, base, list in
      if let choice = settled.choice(project, key) { return choice }
      // A hand edit after the list was settled is no conflict, however often the list repeats itself.
      if base.saysSame(as: list) { return nil }
      let earlier = catalogue.settlement(sender: sender, project: project, key: key)
      return earlier.flatMap { $0.base == base && $0.list == list ? $0.choice : nil }
    }
    let outcomes = matches.indices.map { index in
      if case .project = matches[index], compared[index] == nil { return Planner.unchanged }
      return planner.plan(rows[index], table: rows.table(of: index), match: matches[index])
    }
    return ImportPlan(
      list: list, revision: known.revision, sender: sender,
      rows: PlannedRows(rows, matches: matches, outcomes: outcomes, known: known.projects),
      notInFile: said.missing(among: matches).compactMap { known.projects[$0] })
  }
}

extension EarlierWord {
  /// What a sender said, with the months that its sums reach as far as the ledger follows them.
  fileprivate init(said: Record, of project: StoredProject?) {
    let reach = project?.reach.filter { key, _ in project?.record[key] == said[key] }
    self.init(said: said, reach: reach ?? [:])
  }
}
