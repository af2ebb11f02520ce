import Engine
package import Foundation
package import Ledger

extension LedgerStore {
  /// Commits an act: all of it in one durable transaction, or none of it.
  ///
  /// `revision` is the one the draft was made against; the commit is refused as `stale` when the
  /// ledger has moved since. `progress` is told how many changes are written, and stops the commit
  /// by throwing.
  @discardableResult
  package func commit(
    _ draft: EntryDraft, expecting revision: Int64?, upload: Upload? = nil,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> Entry {
    try commit([draft], expecting: revision, upload: upload, progress: progress)[0]
  }

  /// Commits acts one after the other, each its own entry: all of them in one durable transaction, or
  /// none. The file is that of the act which comes from one.
  @discardableResult
  package func commit(
    _ drafts: [EntryDraft], expecting revision: Int64?, upload: Upload? = nil,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> [Entry] {
    try confirmClock(of: drafts, expecting: revision)
    var entries: [Entry] = []
    let commit = { (session: Session) in
      try Self.check(revision, session)
      entries = try drafts.map { draft in
        let number = try Commit.run(
          draft, upload: draft.source == nil ? nil : upload, session, progress: progress)
        return try EntryTable.entry(number, session)
      }
    }
    let changes = drafts.reduce(0) { $0 + $1.changes.count }
    do {
      try changes < Self.much ? database.write(commit) : database.writeMuch(commit)
    } catch let error as StorageError {
      // Whatever ended it once all was written: what counts is what stands.
      guard let last = entries.last else { throw error }
      throw error.afterCommit(of: last, database)
    }
    if let entry = entries.first, let draft = drafts.first,
      RecordedTime.isBehind(draft.at, entry.at)
    {
      watch.tells(.clockBehind(ClockGap(last: entry.at, now: draft.at)))
    }
    for entry in entries { try watch.committed(entry) }
    return entries
  }

  /// Asks about the clock as long as no transaction keeps others waiting; only this writer adds entries.
  private func confirmClock(of drafts: [EntryDraft], expecting revision: Int64?) throws {
    var last = try database.read { session in
      try Self.check(revision, session)
      return try EntryWriter.last(session).at
    }
    for draft in drafts {
      try RecordedTime.confirm(draft.at, after: last, watch)
      last = try RecordedTime.of(draft.at, after: last)
    }
  }

  /// From how many changes on a commit is worth leaving the log for.
  private static let much = 5_000

  /// Alters the catalogue: items are added, or replace the one of their code; unaltered ones are
  /// left out of the journal.
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

  /// Writes the first entry: the catalogue a ledger begins with.
  func begin(_ beginning: Beginning) throws {
    try database.write { session in
      let draft = EntryDraft(
        at: beginning.at, actor: beginning.actor, kind: .setup, changes: [],
        items: beginning.catalogue)
      _ = try Commit.run(draft, upload: nil, session) { _ in }
    }
  }

  private static func check(_ expected: Int64?, _ session: Session) throws {
    let found = try revision(session)
    if let expected, expected != found {
      throw StorageError.stale(expected: expected, found: found)
    }
  }
}
