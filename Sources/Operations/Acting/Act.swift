import Foundation
import Ledger
import Storage

/// An operation in progress: the ledger open for its only writer, the person, and the only way to write
/// entries. It checks for every operation whether the person may change what an entry changes.
struct Act {
  let store: LedgerStore
  /// The catalogue at the start of the operation.
  let catalogue: Catalogue
  /// The right that the operation requires.
  let right: Right
  let operations: LedgerOperations

  /// An entry by this person at the current time. `day` is when the act took effect, `document` its evidence.
  func entry(
    _ kind: Entry.Kind, _ changes: DraftChanges = [], items: [CatalogueItem] = [],
    because reason: String?, on day: PartialDate? = nil, document: String? = nil,
    from source: Source? = nil, unchanged: Int = 0, notes: EntryNotes = EntryNotes()
  ) -> EntryDraft {
    EntryDraft(
      at: operations.now(), actor: operations.actor, kind: kind, reason: reason, source: source,
      particulars: Entry.Particulars(effective: day, evidence: document), unchanged: unchanged,
      changes: changes, items: items, notes: notes)
  }

  /// Throws `rightMissing` if the person may not change the projects of `changes`, so that anything reported
  /// before writing is reported only to someone who may write it.
  func permit(_ changes: some Sequence<DraftChange>) throws {
    try operations.permit(right, changes, store, catalogue)
  }

  /// Writes entries in order: all of them, or none.
  ///
  /// `revision` is the ledger revision they were made against; nil if they follow from what this operation
  /// read, since there is no other writer meanwhile. `consequences` follow from the first entry and need no
  /// right over their projects. Throws `rightMissing`, `StorageError.stale`.
  @discardableResult
  func write(
    _ entries: [EntryDraft], ifRevision revision: Int64? = nil,
    entailing consequences: [DraftChange] = [], upload: Upload? = nil,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> [Entry] {
    for entry in entries { try permit(entry.changes) }
    var entries = entries
    if !consequences.isEmpty, let first = entries.first {
      entries[0].changes = DraftChanges(Array(first.changes) + consequences)
    }
    return try store.commit(entries, expecting: revision, upload: upload, progress: progress)
  }

  /// Writes one entry; throws the same errors.
  @discardableResult
  func write(_ entry: EntryDraft, ifRevision revision: Int64? = nil) throws -> Entry {
    try write([entry], ifRevision: revision)[0]
  }
}

extension LedgerOperations {
  /// Runs `body` as the ledger's only writer if the person has the right; throws `rightMissing`.
  func act<Result>(_ right: Right, _ body: (Act) throws -> Result) throws -> Result {
    try writing { store, catalogue in
      try permissions(in: catalogue).require(right, in: catalogue)
      return try body(Act(store: store, catalogue: catalogue, right: right, operations: self))
    }
  }
}
