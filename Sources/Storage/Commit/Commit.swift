import Engine
import Ledger
import Machine

/// The only way to write to the ledger: entry, changes, balance, search and statements, in one given transaction.
struct Commit {
  private let session: Session
  private let draft: EntryDraft
  private let journal: EntryWriter
  private let balance: BalanceWriter
  private let statements: StatementWriter
  private let headers: EntryHeaders
  private let items: ItemNumbers
  private let catalogue: Catalogue
  private let firstNew: ProjectID
  private var nextProject: ProjectID
  private var touched: Set<ProjectID> = []

  /// Writes a draft, stage by stage. Throws `stale` if the last entry is not the expected one. `progress` is called
  /// every thousand changes and cancels the commit by throwing.
  static func run(
    _ draft: EntryDraft, expecting revision: Int64?, upload: Upload?, _ session: Session,
    progress: (Int) throws -> Void
  ) throws -> Int64 {
    try keep(upload, of: draft, session)
    let items = try AlteredItems(draft.items, session)
    var commit = try Commit(draft, expecting: revision, session)
    try commit.writeChanges(progress: progress)
    try items.close(commit.journal)
    commit.journal.append(draft.notes)
    try commit.journal.close()
    try items.refreshSearch(session)
    try commit.settleUndo()
    try progress(draft.changes.count)
    return commit.journal.number
  }

  private init(_ draft: EntryDraft, expecting revision: Int64?, _ session: Session) throws {
    self.session = session
    self.draft = draft
    journal = try EntryWriter(draft, expecting: revision, session)
    items = try ItemNumbers(session)
    catalogue = Catalogue(items: try CatalogueTable.items(session))
    balance = try BalanceWriter(session, items: items, catalogue: catalogue, into: .current)
    statements = try StatementWriter(session)
    var headers = try EntryTable.headers(session)
    headers.append(EntryHeader(draft, number: journal.number))
    self.headers = headers
    // Project numbers are never reused, so the journal has the greatest.
    firstNew = journal.lastProject + 1
    nextProject = firstNew
  }

  private static func keep(_ upload: Upload?, of draft: EntryDraft, _ session: Session) throws {
    if let upload { try UploadTable.keep(upload, session) }
    if let source = draft.source, try !UploadTable.isKept(source.sha256, session) {
      throw StorageError.uploadMissing(sha256: source.sha256)
    }
  }

  /// Writes consecutive new projects in batches, each prepared while the previous one is written.
  private mutating func writeChanges(progress: (Int) throws -> Void) throws {
    var position = 0
    while position < draft.changes.count {
      if isNew(draft.changes[position]) {
        try create(upTo: endOfRun(from: position), &position, progress)
        continue
      }
      try progress(position)
      let end = min(position + Batches.size, draft.changes.count)
      let run = draft.changes[position..<end].prefix { !isNew($0) }
      try alter(run)
      position += run.count
    }
  }

  private func isNew(_ change: DraftChange) -> Bool {
    change.kind == .create && change.project == nil
  }

  /// The index after the consecutive new projects that start at a change.
  private func endOfRun(from start: Int) -> Int {
    draft.changes[start...].firstIndex { !isNew($0) } ?? draft.changes.count
  }

  /// Writes new projects up to a change.
  private mutating func create(
    upTo end: Int, _ position: inout Int, _ progress: (Int) throws -> Void
  ) throws {
    let (changes, first, start) = (draft.changes, nextProject, position)
    let asOfMonth = draft.source?.asOfMonth
    let (entry, items, catalogue) = (journal.number, items, catalogue)
    let batches = (end - start + Batches.size - 1) / Batches.size
    let ahead = Prefetcher(batches) { batch in
      let begin = start + batch * Batches.size
      return try CreationBatch.prepare(
        changes[begin..<min(begin + Batches.size, end)], from: first + Int64(begin - start),
        entry: entry, asOfMonth: asOfMonth, items: items, catalogue: catalogue)
    }
    while let batch = try ahead.next() {
      try progress(position)
      try write(batch)
      nextProject += Int64(batch.journal.rows.count)
      position += batch.journal.rows.count
    }
  }

  /// Writes new projects, for which nothing needs to be read.
  private func write(_ batch: CreationBatch) throws {
    try journal.append(batch.journal)
    try journal.write { [balance, statements, speaker = draft.source?.speaker] in
      try balance.insert(batch.rows)
      if let speaker { try statements.insert(batch.statements, by: speaker) }
    }
  }

  /// Writes changes of projects that exist or are re-created, replaying their earlier changes.
  private mutating func alter(_ drafts: some Sequence<DraftChange>) throws {
    let changes = try drafts.map { try checked($0) }
    let histories = try ChangeTable.histories(of: changes.map(\.project), session)
    var states: [ProjectState] = []
    var standing: [ProjectID] = []
    for change in changes {
      let history = histories[change.project] ?? []
      var replay = try ChangeTable.replay(history, of: change.project, headers: headers)
      if replay.state.record != nil { standing.append(change.project) }
      try ChangeCheck.check(change, against: replay.state.record)
      guard replay.apply(change, of: journal.number) else {
        throw StorageError.malformedChange(row: change.row)
      }
      states.append(replay.state)
    }
    for batch in JournalBatch.batches(of: changes) { try journal.append(batch) }
    let rows = try balance.laidOut(states)
    try journal.write { [balance, statements] in
      try statements.remove(states.map(\.id))
      try balance.remove(standing)
      try balance.insert(rows)
      try statements.insert(states)
    }
  }

  /// Returns a change of a project that existed before this entry. Throws `unknownProject`, `repeatedProject` and the
  /// errors of `ChangeCheck`.
  private mutating func checked(_ draft: DraftChange) throws -> Change {
    let fields = draft.fields
    try ChangeCheck.check(draft, fields: fields)
    guard let project = draft.project, project < nextProject, project > 0 else {
      throw StorageError.unknownProject(draft.project ?? 0)
    }
    guard project < firstNew, touched.insert(project).inserted else {
      throw StorageError.repeatedProject(project)
    }
    return Change(
      project: project, kind: draft.kind, fields: fields, stated: draft.stated,
      row: draft.row, inheritance: draft.inheritance)
  }

  /// Rewrites the statements on every project that an undone list or merge named, even those whose values stay:
  /// undoing it withdraws its sender's statements, and undoing that restores them. Those of projects that this entry
  /// altered are written already.
  private func settleUndo() throws {
    guard let undone = draft.undoes else { return }
    let root = headers.root(of: undone)
    guard headers[root]?.sender != nil || headers[root]?.kind == .merge else { return }
    let standing = try ChangeTable.projects(of: root, session).filter { !touched.contains($0) }
    try standing.forEachBatch { projects in
      var states: [ProjectState] = []
      try ChangeTable.forEachReplay(of: projects, headers: headers, session) {
        states.append($0.state)
      }
      try statements.rewrite(states)
    }
  }
}
