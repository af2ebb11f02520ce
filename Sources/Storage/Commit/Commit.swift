import Engine
import Ledger
import Machine

/// The one way anything enters the ledger: entry, changes, balance, search and statements,
/// in the transaction it is given.
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

  /// Takes the draft through, stage by stage; `progress` is told of every thousandth change and
  /// stops everything by throwing.
  static func run(
    _ draft: EntryDraft, upload: Upload?, _ session: Session,
    progress: (Int) throws -> Void
  ) throws -> Int64 {
    try keep(upload, of: draft, session)
    let items = try AlteredItems(draft.items, session)
    var commit = try Commit(draft, session)
    try commit.writeChanges(progress: progress)
    try commit.settleUndo()
    try progress(draft.changes.count)
    try items.close(commit.journal, session)
    try commit.journal.append(draft.notes)
    try commit.journal.close()
    return commit.journal.number
  }

  private init(_ draft: EntryDraft, _ session: Session) throws {
    self.session = session
    self.draft = draft
    journal = try EntryWriter(draft, session)
    items = try ItemNumbers(session)
    catalogue = Catalogue(items: try CatalogueTable.items(session))
    balance = try BalanceWriter(session, items: items, catalogue: catalogue, into: .current)
    statements = try StatementWriter(session)
    headers = try EntryTable.headers(session)
    // Numbers of projects are never used again, so the journal knows the greatest.
    firstNew = try ChangeTable.lastProject(session) + 1
    nextProject = firstNew
  }

  private static func keep(_ upload: Upload?, of draft: EntryDraft, _ session: Session) throws {
    if let upload { try UploadTable.keep(upload, session) }
    if let source = draft.source, try !UploadTable.isKept(source.sha256, session) {
      throw StorageError.uploadMissing(sha256: source.sha256)
    }
  }

  /// New projects that follow each other go in batches, made ready while those before are written.
  private mutating func writeChanges(progress: (Int) throws -> Void) throws {
    var position = 0
    while position < draft.changes.count {
      if isNew(draft.changes[position]) {
        try create(upTo: endOfRun(from: position), &position, progress)
        continue
      }
      try progress(position)
      let end = min(position + Self.batch, draft.changes.count)
      while position < end {
        let change = draft.changes[position]
        if isNew(change) { break }
        try alter(change)
        position += 1
      }
    }
  }

  private static let batch = 1_000

  private func isNew(_ change: DraftChange) -> Bool {
    change.kind == .create && change.project == nil
  }

  /// Where the new projects end that follow each other from a change on.
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
    let batches = (end - start + Self.batch - 1) / Self.batch
    var ahead = WorkAhead(batches) { batch in
      let begin = start + batch * Self.batch
      return try CreationBatch.prepare(
        changes[begin..<min(begin + Self.batch, end)], from: first + Int64(begin - start),
        entry: entry, asOfMonth: asOfMonth, items: items, catalogue: catalogue)
    }
    while let batch = try ahead.next() {
      try progress(position)
      try write(batch)
      nextProject += Int64(batch.journal.rows.count)
      position += batch.journal.rows.count
    }
  }

  /// New projects: nothing was there, so nothing is read.
  private func write(_ batch: CreationBatch) throws {
    try journal.append(batch.journal)
    try balance.insert(batch.rows)
    if let speaker = draft.source?.speaker { try statements.insert(batch.statements, by: speaker) }
  }

  /// A project that is there, or comes back: its changes so far say what it is.
  private mutating func alter(_ draft: DraftChange) throws {
    let fields = draft.fields
    try ChangeCheck.check(draft, fields: fields)
    guard let project = draft.project, project < nextProject, project > 0 else {
      throw StorageError.unknownProject(draft.project ?? 0)
    }
    guard project < firstNew, touched.insert(project).inserted else {
      throw StorageError.repeatedProject(project)
    }
    let change = Change(
      project: project, kind: draft.kind, fields: fields, stated: draft.stated,
      row: draft.row, inheritance: draft.inheritance)
    var replay = try ChangeTable.replay(of: project, headers: headers, session)
    let before = replay.state.record
    try ChangeCheck.check(change, against: before)
    guard replay.apply(change, of: journal.number) else {
      throw StorageError.malformedChange(row: draft.row)
    }
    try journal.append(JournalBatch(change))
    switch (before, replay.state.record) {
    case (nil, let record?): try balance.insert(replay.state, record)
    case (_?, let record?): try balance.update(replay.state, record)
    case (_, nil): try balance.remove(project)
    }
    try statements.rewrite(replay.state)
  }

  /// When a list or a merge is taken back, or its taking back is, its sender no longer said it, or did
  /// again: about every project it named, also those whose values stay.
  private func settleUndo() throws {
    guard let undone = draft.undoes else { return }
    let root = headers.root(of: undone)
    guard headers[root]?.sender != nil || headers[root]?.kind == .merge else { return }
    for project in try ChangeTable.projects(of: root, session) {
      try statements.rewrite(
        try ChangeTable.replay(of: project, headers: headers, session).state)
    }
  }
}
