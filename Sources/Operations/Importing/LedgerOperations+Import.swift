import Intake
package import Ledger
import Matching
import Storage
import Wording

extension LedgerOperations {
  /// Prepares an import: file → list → matches → plan. Nothing is written.
  package func prepare(
    _ file: ReceivedFile, _ options: ImportOptions,
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> PreparedImport {
    try importing { store, catalogue in
      try ImportPreparation(
        file: file, options: options, operations: self, store: store, catalogue: catalogue,
        progress: progress
      ).prepared()
    }
  }

  /// Lends the ledger as whoever imports may see it: values are compared as they are, not as they are masked.
  private func importing<Result>(
    _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    try reading { store, catalogue in
      let permissions = permissions(in: catalogue)
      try permissions.require(.import, in: catalogue)
      return try body(store.seen(by: Sight(permissions.reach(of: .see))), catalogue)
    }
  }

  /// Who sent a list, and the month that it reaches: all that is known of it before the ledger is asked.
  func heading(of file: ReceivedFile) throws -> ListHeading {
    try reading { store, catalogue in
      let understanding = try ImportPreparation(
        file: file, options: ImportOptions(), operations: self, store: store, catalogue: catalogue,
        progress: { _ in }
      ).understand()
      return ListHeading(sender: understanding.sender, month: understanding.list.month)
    }
  }

  /// Writes a list as somebody agreed to it: nil when there was nothing to write. `again` makes the plan anew
  /// where another writer was quicker and the consent holds for that one too.
  ///
  /// Throws `planMoved`, `incomplete`, `StorageError.stale`, and what `again` throws.
  package func write(
    _ prepared: PreparedImport, under consent: ImportConsent,
    again: () throws -> PreparedImport, progress: (ImportProgress) -> Void = { _ in }
  ) throws -> Entry? {
    var prepared = prepared
    while try prepared.hasEffect(under: consent) {
      do {
        return try commit(prepared, progress: progress)
      } catch StorageError.stale where consent.holdsForNext {
        prepared = try again()
      }
    }
    return nil
  }

  /// Commits a plan: all of it in one entry, behind one of what was decided for it; or nothing.
  ///
  /// Refused with `StorageError.stale` when the ledger has moved since. Nil when the list says
  /// nothing that the ledger does not hold.
  package func commit(
    _ prepared: PreparedImport, progress: (ImportProgress) -> Void = { _ in }
  ) throws -> Entry? {
    guard prepared.hasEffect else { return nil }
    return try act(.import) { act in
      var drafts: [EntryDraft] = []
      if !prepared.decided.isEmpty {
        drafts.append(
          act.entry(.decide, items: prepared.decided, because: prepared.reason))
      }
      if prepared.makesEntry { drafts.append(act.entry(prepared)) }
      let total = drafts.last?.changes.count
      return try act.write(
        drafts, ifRevision: prepared.plan.revision, upload: prepared.file.upload
      ) { done in
        try interruption.check()
        progress(ImportProgress(stage: .writing, done: done, total: total))
      }.last
    }
  }
}
