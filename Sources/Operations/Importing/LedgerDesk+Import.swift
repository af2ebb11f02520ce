import Foundation
import Intake
package import Ledger
import Logging
import Spreadsheet
import Storage

/// How a list is to be read.
package struct ImportOptions: Sendable {
  /// What 今年 means; nil takes the year the titles state, else the current one.
  package var year: Int?
  /// Who sent it, where no sheet says so.
  package var sender: String?
  package var reason: String?

  package init(year: Int? = nil, sender: String? = nil, reason: String? = nil) {
    self.year = year
    self.sender = sender
    self.reason = reason
  }
}

extension LedgerDesk {
  /// Prepares an import: file → workbook → list → matches → plan. Nothing is written.
  package func prepare(
    _ file: ReceivedFile, _ options: ImportOptions, interruption: Interruption = Interruption(),
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> PreparedImport {
    try reading { store, catalogue in
      // What the ledger holds is made ready on another core while the list is read.
      let known = Ahead { try KnownProjects(store) }
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
    let draft = Self.draft(of: prepared, at: now(), actor: actor)
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
    let plan = try Self.plan(list, sender: list.sender ?? options.sender ?? "", known, store)
    Self.log.debug("planned", metadata: ["in": "\(clock.now - started)"])
    return PreparedImport(file: file, plan: plan, reason: options.reason, catalogue: catalogue)
  }

  private static func requireProjects(in list: Intake.ProjectList, file: ReceivedFile) throws {
    if list.tables.isEmpty { throw OperationError.withoutProjectList(file: file.name) }
    let rows = list.tables.flatMap(\.rows)
    if !rows.isEmpty, rows.allSatisfy({ $0.text(.name) == nil }) {
      throw OperationError.withoutNames(file: file.name)
    }
  }

  private static func plan(
    _ list: Intake.ProjectList, sender: String, _ known: KnownProjects, _ store: LedgerStore
  ) throws -> ImportPlan {
    let rows = list.tables.enumerated().flatMap { index, table in
      table.rows.map { (table: index, row: $0) }
    }
    let matches = known.matcher.matches(of: rows.map(\.row))
    let said = try store.digests(sender: sender)
    // A row that says exactly what its sender said last needs nothing loaded.
    let repeats = zip(rows, matches).map { row, match in
      if case .project(let id, _) = match {
        said[id] == StatementDigest.of(row.row.record)
      } else {
        false
      }
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

  // MARK: The entry

  private static func draft(
    of prepared: PreparedImport, at date: Date, actor: String
  ) -> EntryDraft {
    let plan = prepared.plan
    let source = Source(
      fileName: prepared.file.name, sha256: prepared.file.sha256, sender: plan.sender,
      year: plan.list.year, asOfMonth: plan.list.asOfMonth,
      tables: plan.list.tables.map(\.layout.source))
    let changes = plan.rows.compactMap(\.draft)
    return EntryDraft(
      at: date, actor: actor, kind: .import, reason: prepared.reason, source: source,
      unchanged: plan.count(.unchanged), changes: changes)
  }
}

/// The projects that a list may be about, as of a revision.
private struct KnownProjects: Sendable {
  let revision: Int64
  /// In the order of their numbers.
  let all: [KnownProject]
  let matcher: Matcher

  init(_ store: LedgerStore) throws {
    // The revision first: should the ledger move on, the commit is refused as stale.
    revision = try store.revision
    all = try store.identities().map(KnownProject.init)
    matcher = Matcher(all)
  }

  /// Those of some numbers.
  func projects(_ ids: [ProjectID]) -> [ProjectID: KnownProject] {
    let wanted = Set(ids)
    return Dictionary(
      uniqueKeysWithValues: all.lazy.filter { wanted.contains($0.id) }.map { ($0.id, $0) })
  }
}

extension Matcher.Match {
  /// The ledger's project that a row is, or may be.
  fileprivate var project: ProjectID? {
    switch self {
    case .project(let id, _), .possibly(let id): id
    case .new, .several, .repeated, .nameless: nil
    }
  }
}

extension PlannedRow {
  /// The row's change of the ledger; nil when nothing of it is written.
  fileprivate var draft: DraftChange? {
    let source = SourceRow(table: table, number: row.number)
    switch action {
    case .new:
      return DraftChange(project: nil, kind: .create, fields: changes, row: source)
    case .changed, .unchanged:
      guard let known, !changes.isEmpty || !stated.isEmpty else { return nil }
      return DraftChange(
        project: known.id, kind: .update, fields: changes, stated: stated, row: source)
    case .review, .rejected: return nil
    }
  }
}

extension TableLayout {
  /// Which column each value stood in, as the entry keeps it.
  fileprivate var source: SourceTable {
    var keys: [FieldKey: Int] = [:]
    for column in mapped {
      switch column.meaning {
      case .period:
        keys[FieldKey(.startPlanned)] = keys[FieldKey(.startPlanned)] ?? column.index
        keys[FieldKey(.finishPlanned)] = keys[FieldKey(.finishPlanned)] ?? column.index
      case .contactAndPhone:
        keys[FieldKey(.contact)] = column.index
        keys[FieldKey(.phone)] = column.index
      case .field(.district), .field(.zone):
        for field in [Field.district, .zone] where keys[FieldKey(field)] == nil {
          keys[FieldKey(field)] = column.index
        }
        if let key = column.meaning.key { keys[key] = column.index }
      case .field(.stage):
        keys[FieldKey(.stage)] = column.index
        if keys[FieldKey(.condition)] == nil { keys[FieldKey(.condition)] = column.index }
      default: if let key = column.meaning.key { keys[key] = column.index }
      }
    }
    return SourceTable(sheet: sheet, columns: keys)
  }
}

extension KnownProject {
  init(_ identity: Identity) {
    self.init(
      id: identity.id, code: identity.code, name: identity.name, owner: identity.owner,
      district: identity.district, zone: identity.zone)
  }
}
