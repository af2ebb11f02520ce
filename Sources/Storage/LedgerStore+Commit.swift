import Engine
package import Foundation
package import Ledger

extension LedgerStore {
  /// Commits an entry completely in one durable transaction, or not at all.
  ///
  /// Throws `stale` if the ledger's last entry is not `revision`, on which the draft is based. `progress` receives
  /// the number of changes written, and cancels the commit by throwing.
  @discardableResult
  package func commit(
    _ draft: EntryDraft, expecting revision: Int64?, upload: Upload? = nil,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> Entry {
    try commit([draft], expecting: revision, upload: upload, progress: progress)[0]
  }

  /// Commits several entries in one durable transaction, or none. `upload` belongs to the draft with a source.
  @discardableResult
  package func commit(
    _ drafts: [EntryDraft], expecting revision: Int64?, upload: Upload? = nil,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> [Entry] {
    let isMuch = drafts.reduce(0) { $0 + $1.changes.count } >= Batches.size
    let entries = try database.settle(isMuch: isMuch, waits: watch.waits) {
      try confirmClock(of: drafts, expecting: revision)
    } commit: { session in
      var entries: [Entry] = []
      for draft in drafts {
        let number = try Commit.run(
          draft, expecting: entries.isEmpty ? revision : nil,
          upload: draft.source == nil ? nil : upload, session, progress: progress)
        entries.append(try EntryTable.entry(number, session))
      }
      return entries
    }
    if let entry = entries.first, let draft = drafts.first,
      RecordedTime.isBehind(draft.at, entry.at)
    {
      watch.tells(.clockBehind(ClockGap(last: entry.at, now: draft.at)))
    }
    if let last = entries.last { SeenHeads.note(last.number, last.hash, of: database) }
    for entry in entries { try watch.committed(entry) }
    return entries
  }

  /// Asks for confirmation of the clock before a transaction keeps others waiting; only this writer adds entries.
  private func confirmClock(of drafts: [EntryDraft], expecting revision: Int64?) throws {
    var last = try database.read { session in
      let last = try EntryWriter.last(session)
      try Self.check(revision, found: last.number)
      try SeenHeads.check(last.number, last.hash, of: database, session)
      return last.at
    }
    for draft in drafts {
      try RecordedTime.confirm(draft.at, after: last, watch)
      last = try RecordedTime.of(draft.at, after: last)
    }
  }

  /// Alters the catalogue: items are added, or replace the one with the same code; unchanged ones are not recorded.
  @discardableResult
  package func commit(
    catalogue items: [CatalogueItem], at: Date, actor: String, reason: String?,
    expecting revision: Int64?
  ) throws -> Entry {
    try commit(
      EntryDraft(
        at: at, actor: actor, kind: .catalogue, reason: reason, changes: [], items: items),
      expecting: revision)
  }

  /// Writes the first entry: the initial catalogue.
  func begin(_ beginning: Beginning) throws {
    try database.write { session in
      let draft = EntryDraft(
        at: beginning.at, actor: beginning.actor, kind: .setup, changes: [],
        items: beginning.catalogue)
      _ = try Commit.run(draft, expecting: nil, upload: nil, session) { _ in }
    }
  }

  private static func check(_ expected: Int64?, found: Int64) throws {
    if let expected, expected != found {
      throw StorageError.stale(expected: expected, found: found)
    }
  }
}
