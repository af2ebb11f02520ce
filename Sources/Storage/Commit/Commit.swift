import Ledger

/// The one way anything enters the ledger: entry, changes, balance, search and statements,
/// in the transaction it is given.
struct Commit {
  private let session: Session
  private let draft: EntryDraft
  private let journal: EntryWriter
  private let balance: BalanceWriter
  private let statements: StatementWriter
  private let headers: EntryHeaders
  private var nextProject: ProjectID
  private var touched: Set<ProjectID> = []

  /// Takes the draft through, stage by stage; `progress` is told of every thousandth change and
  /// stops everything by throwing.
  static func run(
    _ draft: EntryDraft, upload: Upload?, _ session: Session, progress: (Int) throws -> Void
  ) throws -> Int64 {
    try keep(upload, of: draft, session)
    var commit = try Commit(draft, session)
    for (index, change) in draft.changes.enumerated() {
      if index % 1_000 == 0 { try progress(index) }
      try commit.write(change)
    }
    try commit.settleUndo()
    try progress(draft.changes.count)
    try commit.journal.close()
    return commit.journal.number
  }

  private init(_ draft: EntryDraft, _ session: Session) throws {
    self.session = session
    self.draft = draft
    journal = try EntryWriter(draft, session)
    let items = try ItemNumbers(session)
    balance = try BalanceWriter(
      session, items: items, catalogue: Catalogue(items: CatalogueTable.items(session)),
      into: .current)
    statements = try StatementWriter(session)
    headers = try EntryTable.headers(session)
    // Numbers of projects are never used again, so the journal knows the greatest.
    nextProject = try session.integer("SELECT coalesce(max(project), 0) + 1 FROM change")
  }

  private static func keep(_ upload: Upload?, of draft: EntryDraft, _ session: Session) throws {
    if let upload { try UploadTable.keep(upload, session) }
    if let source = draft.source, try !UploadTable.isKept(source.sha256, session) {
      throw StorageError.uploadMissing(sha256: source.sha256)
    }
  }

  private mutating func write(_ draft: DraftChange) throws {
    try ChangeCheck.check(draft)
    if draft.kind == .create, draft.project == nil {
      try create(draft)
    } else {
      try alter(draft)
    }
  }

  /// A new project: nothing was there, so nothing is read.
  private mutating func create(_ draft: DraftChange) throws {
    let change = Change(
      project: nextProject, kind: .create, fields: draft.fields, stated: draft.stated,
      row: draft.row)
    nextProject += 1
    touched.insert(change.project)
    let lines = try journal.append(change)
    var replay = Replay(project: change.project, headers: headers)
    guard replay.apply(change, of: journal.number), let record = replay.state.record else {
      throw StorageError.malformedChange(row: draft.row)
    }
    try balance.insert(replay.state, record)
    guard let sender = self.draft.source?.sender else { return }
    if draft.stated.isEmpty, draft.fields.allSatisfy({ $0.raw == nil }) {
      try statements.insert(creationOf: change.project, by: sender, lines: lines)
    } else {
      try statements.rewrite(replay.state)
    }
  }

  /// A project that is there, or comes back: its changes so far say what it is.
  private mutating func alter(_ draft: DraftChange) throws {
    guard let project = draft.project, project < nextProject, project > 0 else {
      throw StorageError.unknownProject(draft.project ?? 0)
    }
    guard touched.insert(project).inserted else { throw StorageError.repeatedProject(project) }
    let change = Change(
      project: project, kind: draft.kind, fields: draft.fields, stated: draft.stated,
      row: draft.row)
    var replay = try ChangeTable.replay(of: project, headers: headers, session)
    let before = replay.state.record
    try ChangeCheck.check(change, against: before)
    guard replay.apply(change, of: journal.number) else {
      throw StorageError.malformedChange(row: draft.row)
    }
    _ = try journal.append(change)
    switch (before, replay.state.record) {
    case (nil, let record?): try balance.insert(replay.state, record)
    case (_?, let record?): try balance.update(replay.state, record)
    case (_, nil): try balance.remove(project)
    }
    try statements.rewrite(replay.state)
  }

  /// When a list is taken back, or its taking back is, its sender no longer said it, or did again:
  /// about every project it named, also those whose values stay.
  private func settleUndo() throws {
    guard let undone = draft.undoes else { return }
    let root = headers.root(of: undone)
    guard headers[root]?.sender != nil else { return }
    for project in try ChangeTable.projects(of: root, session) {
      try statements.rewrite(
        try ChangeTable.replay(of: project, headers: headers, session).state)
    }
  }
}
