import Foundation
import Ledger
import Storage

/// An act under way: the ledger as its one writer has it, whoever acts, and the one door through which entries are
/// written. Whether the person may alter what an entry alters is asked there, for every act alike.
struct Act {
  let store: LedgerStore
  /// As it stood when the act began.
  let catalogue: Catalogue
  /// What the person needs for it.
  let right: Right
  let operations: LedgerOperations

  /// An entry by whoever acts, as of now. `day` is the day the act took effect, `document` what it rests on.
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

  /// Throws `rightMissing` where the person may not alter the projects of some changes: what is told before anything
  /// is written is told to whoever may write it.
  func permit(_ changes: some Sequence<DraftChange>) throws {
    try operations.permit(right, changes, store, catalogue)
  }

  /// Writes entries one after the other: all of them, or none.
  ///
  /// `revision` is the ledger's that they were made against; nil where they follow from what the act itself read,
  /// for nobody else writes meanwhile. `consequences` follow from the first entry and are no acts on their projects:
  /// nobody is asked for a right over these. Throws `rightMissing`, `StorageError.stale`.
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

  /// Writes one entry; throws as the one of several does.
  @discardableResult
  func write(_ entry: EntryDraft, ifRevision revision: Int64? = nil) throws -> Entry {
    try write([entry], ifRevision: revision)[0]
  }
}

extension LedgerOperations {
  /// Does something as the ledger's one writer that a right is needed for; throws `rightMissing`.
  func act<Result>(_ right: Right, _ body: (Act) throws -> Result) throws -> Result {
    try writing { store, catalogue in
      try permissions(in: catalogue).require(right, in: catalogue)
      return try body(Act(store: store, catalogue: catalogue, right: right, operations: self))
    }
  }
}
