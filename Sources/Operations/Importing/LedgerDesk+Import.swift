import Foundation
import Intake
package import Ledger
import Logging
import Spreadsheet
import Storage

extension LedgerDesk {
  /// Prepares an import: file → workbook → list → matches → plan. Nothing is written.
  package func prepare(
    _ file: ReceivedFile, _ options: ImportOptions, interruption: Interruption = Interruption(),
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> PreparedImport {
    try reading { store, catalogue in
      // What the ledger holds is made ready on another core while the list is read.
      let known = Ahead { try KnownProjects(store, catalogue) }
      let list = Result {
        try understand(file, options, catalogue, interruption, progress)
      }
      // Waited for also when the list is none: the ledger is open until then.
      let projects = Result { try known.get() }
      return try plan(
        list.get(), of: file, options, projects.get(), store, catalogue, progress)
    }
  }

  /// Commits a plan: all of it in one entry, or nothing.
  ///
  /// Refused with `StorageError.stale` when the ledger has moved since. Nil when the list says
  /// nothing that the ledger does not hold.
  package func commit(
    _ prepared: PreparedImport, interruption: Interruption = Interruption(),
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> Entry? {
    guard prepared.hasEffect else { return nil }
    let draft = EntryDraft(prepared, at: now(), actor: actor)
    return try writing { store, _ in
      try store.commit(
        draft, expecting: prepared.plan.revision, upload: prepared.file.upload
      ) { done in
        try interruption.check()
        progress(ImportProgress(stage: .writing, done: done, total: draft.changes.count))
      }
    }
  }

  // MARK: The stages

  private func understand(
    _ file: ReceivedFile, _ options: ImportOptions, _ catalogue: Catalogue,
    _ interruption: Interruption, _ progress: (ImportProgress) -> Void
  ) throws -> Intake.ProjectList {
    let clock = ContinuousClock()
    let started = clock.now
    let workbook = try Workbook.read([UInt8](file.bytes)) { rows in
      progress(ImportProgress(stage: .reading, done: rows, total: nil))
    }
    Self.log.debug("read", metadata: ["file": "\(file.name)", "since": "\(clock.now - started)"])
    let rows = workbook.sheets.reduce(0) { $0 + $1.rows.count }
    let lexicon = HeaderLexicon(try HeaderWords.shipped())
    let list = try ListReader(catalogue: catalogue, lexicon: lexicon).read(
      workbook, year: options.year, currentYear: currentYear
    ) { row in
      try interruption.check()
      progress(ImportProgress(stage: .understanding, done: row, total: rows))
    }
    Self.log.debug(
      "understood", metadata: ["rows": "\(list.rowCount)", "since": "\(clock.now - started)"])
    try Self.requireProjects(in: list, file: file)
    return list
  }

  private func plan(
    _ list: Intake.ProjectList, of file: ReceivedFile, _ options: ImportOptions,
    _ known: KnownProjects, _ store: LedgerStore, _ catalogue: Catalogue,
    _ progress: (ImportProgress) -> Void
  ) throws -> PreparedImport {
    let clock = ContinuousClock()
    let started = clock.now
    progress(ImportProgress(stage: .comparing, done: 0, total: list.rowCount))
    // The digests are made on another core while the rows are matched.
    let rows = list.tables.flatMap(\.rows)
    let ahead = Ahead { try StatementDigest.each(of: rows) { try $0.handOver($1) } }
    let sender = list.sender ?? options.sender ?? ""
    let said = try store.digests(sender: sender)
    let matches = try known.matcher.matches(of: rows) { said[$0] != nil }
    let digests = try ahead.get()
    Self.log.debug("matched", metadata: ["in": "\(clock.now - started)"])
    let plan = try Self.plan(
      list, sender: sender, said, matches, digests, known, store)
    let prepared = PreparedImport(
      file: file, plan: plan, digests: digests, reason: options.reason, catalogue: catalogue)
    Self.log.debug("planned", metadata: ["in": "\(clock.now - started)"])
    return prepared
  }

  private static func requireProjects(in list: Intake.ProjectList, file: ReceivedFile) throws {
    if list.tables.isEmpty { throw OperationError.withoutProjectList(file: file.name) }
    let rows = list.tables.flatMap(\.rows)
    if !rows.isEmpty, rows.allSatisfy({ $0.text(.name) == nil }) {
      throw OperationError.withoutNames(file: file.name)
    }
  }

  private static func plan(
    _ list: Intake.ProjectList, sender: String, _ said: [ProjectID: UInt64],
    _ matches: [Matcher.Match], _ digests: [UInt64], _ known: KnownProjects, _ store: LedgerStore
  ) throws -> ImportPlan {
    let rows = list.tables.enumerated().flatMap { index, table in
      table.rows.map { (table: index, row: $0) }
    }
    // A row that says exactly what its sender said last needs nothing loaded.
    let repeats = zip(digests, matches).map { digest, match in
      if case .project(let id, _) = match { said[id] == digest } else { false }
    }
    let compared = zip(matches, repeats).compactMap { match, isRepeat -> ProjectID? in
      if case .project(let id, _) = match, !isRepeat { id } else { nil }
    }
    let planner = Planner(
      records: try store.projects(compared).mapValues(\.record),
      bases: try store.bases(sender: sender, projects: compared),
      known: known.projects(matches.compactMap(\.project)))
    let planned = zip(zip(rows, matches), repeats).map { row, isRepeat in
      isRepeat
        ? planner.unchanged(row.0.row, table: row.0.table, match: row.1)
        : planner.plan(row.0.row, table: row.0.table, match: row.1)
    }
    let inFile = Set(planned.compactMap(\.known?.id))
    return ImportPlan(
      list: list, revision: known.revision, sender: sender, rows: planned,
      notInFile: known.all.filter { said[$0.id] != nil && !inFile.contains($0.id) })
  }
}

extension Matcher.Match {
  /// The ledger's project that a row is, or may be.
  fileprivate var project: ProjectID? {
    switch self {
    case .project(let id, _), .possibly(let id, _): id
    case .new, .several, .repeated, .nameless: nil
    }
  }
}
