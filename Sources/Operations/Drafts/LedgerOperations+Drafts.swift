import Foundation
import Ledger
import Spreadsheet
import Storage
import Wording

extension LedgerOperations {
  /// Starts receiving a list to be reviewed before it is written. Throws `WriteError`, and `draftsFull` if the
  /// person's account has reached its limits.
  package func receive(_ name: String) throws -> DraftUpload {
    let folder = DraftsFolder(beside: path)
    sweep(folder)
    if person.grants != nil { try refuseMore(in: folder) }
    return try DraftUpload(
      folder, name: name, limit: limits.fileBytes, ledger: ledgerName, received: touch)
  }

  /// The drafts of this ledger that the person may see, newest first; drafts untouched for
  /// `ImportDraft.keptDays` are deleted.
  package func drafts() throws -> [ImportDraft] {
    let folder = DraftsFolder(beside: path)
    sweep(folder)
    // Unreadable drafts are left for an administrator.
    return try folder.all().compactMap { try? $0.read() }.filter { $0.ledger == ledgerName }
      .filter(isOwn())
      .map { try settled($0, in: folder.folder($0.number)) }
  }

  /// One draft; throws `draftMissing`.
  package func draft(_ number: Int) throws -> ImportDraft {
    let folder = try folder(of: number)
    return try settled(folder.read(), in: folder)
  }

  /// Changes a draft's options, answers or layout; its plan must be computed again if they differ.
  ///
  /// Throws `draftMissing`, `draftWritten`, `draftDiscarded`.
  @discardableResult
  package func alter(
    draft number: Int, _ change: (inout ImportDraft) throws -> Void
  ) throws -> ImportDraft {
    try holding(number) { folder in
      var draft = try open(folder)
      let before = draft
      try change(&draft)
      if !draft.saysSame(as: before) {
        draft.state = .received
        (draft.outline, draft.seen, draft.seenRevision) = (nil, nil, nil)
      }
      draft.last = touch
      try folder.write(draft)
      return draft
    }
  }

  /// Makes the caller the owner of a draft. Throws the errors of `alter`.
  @discardableResult
  package func takeOver(draft number: Int) throws -> ImportDraft {
    try alter(draft: number) { _ in }
  }

  /// Discards a draft and deletes its file. Throws the errors of `alter`.
  package func discard(draft number: Int) throws {
    try holding(number) { folder in
      var draft = try open(folder)
      draft.state = .discarded
      draft.last = touch
      try folder.write(draft)
      folder.removeList()
    }
  }

  /// The file of a draft; throws the errors of `alter` and of reading a file.
  package func file(of draft: ImportDraft) throws -> ReceivedFile {
    let folder = try folder(of: draft.number)
    let file = try ReceivedFile(
      path: FilePath(folder.list), name: draft.name, limit: limits.fileBytes,
      interruption: interruption)
    guard file.sha256 == draft.sha256 else { throw OperationError.draftMissing(draft.number) }
    return file
  }

  // MARK: Internal

  /// The person and the current time.
  var touch: ImportDraft.Touch { ImportDraft.Touch(person: actor, at: now()) }

  private var ledgerName: String { String(path.split(separator: "/").last ?? "") }

  private func folder(of number: Int) throws -> DraftFolder {
    let folder = DraftsFolder(beside: path).folder(number)
    guard number > 0 else { throw OperationError.draftMissing(number) }
    let draft = try folder.read()
    guard draft.ledger == ledgerName, try isOwn()(draft) else {
      throw OperationError.draftMissing(number)
    }
    return folder
  }

  /// Which drafts the person may see: all if they may import for everyone, otherwise those that a member of
  /// their unit received or took over.
  private func isOwn() throws -> (ImportDraft) -> Bool {
    if person.grants == nil { return { _ in true } }
    let catalogue = try catalogue()
    let permissions = permissions(in: catalogue)
    try permissions.require(.import, in: catalogue)
    if permissions.reach(of: .import).isEverything { return { _ in true } }
    let own = OwnActs(person, catalogue)
    return { own.isOfUnit($0.received.person) || own.isOfUnit($0.last.person) }
  }

  func holding<Outcome>(
    _ number: Int, _ body: (DraftFolder) throws -> Outcome
  ) throws -> Outcome {
    let folder = try folder(of: number)
    return try folder.holding { try body(folder) }
  }

  /// A locked draft that is not settled yet.
  func open(_ folder: DraftFolder) throws -> ImportDraft {
    let draft = try recovered(folder.read(), in: folder)
    switch draft.state {
    case .written(let entry): throw OperationError.draftWritten(draft.number, entry: entry)
    case .discarded: throw OperationError.draftDiscarded(draft.number, by: draft.last.person)
    case .received, .asking, .planned, .writing: return draft
    }
  }

  /// A draft whose writing was interrupted, with its state determined from the ledger.
  private func settled(_ draft: ImportDraft, in folder: DraftFolder) throws -> ImportDraft {
    guard case .writing = draft.state else { return draft }
    return try folder.holdingIfFree { try recovered(folder.read(), in: folder) } ?? draft
  }

  func recovered(_ draft: ImportDraft, in folder: DraftFolder) throws -> ImportDraft {
    guard case .writing(let revision) = draft.state else { return draft }
    var draft = draft
    let entry = try reading { store, _ in
      try store.entries(limit: max(0, Int(try store.revision - revision)))
        .first { $0.kind == .import && $0.source?.sha256 == draft.sha256 }
    }
    draft.state = entry.map { .written(entry: $0.number) } ?? .received
    try folder.write(draft)
    if entry != nil { folder.removeList() }
    return draft
  }

  /// Throws `draftsFull` if the person's waiting lists reach the limit in number or bytes.
  private func refuseMore(in drafts: DraftsFolder) throws {
    let own = drafts.all().compactMap { try? $0.read() }.filter { draft in
      !draft.state.isSettled && person.isActor(draft.received.person)
    }
    let bytes = own.reduce(0) { $0 + $1.bytes }
    if own.count >= ImportDraft.mostLists || bytes >= ImportDraft.mostBytes {
      throw OperationError.draftsFull(lists: own.count, bytes: bytes)
    }
  }

  private func sweep(_ drafts: DraftsFolder) {
    let earliest = now().addingTimeInterval(-Double(ImportDraft.keptDays) * 86_400)
    for folder in drafts.all() {
      guard let draft = try? folder.read(), draft.last.at < earliest else { continue }
      _ = try? folder.holdingIfFree { drafts.remove(folder) }
    }
  }
}
