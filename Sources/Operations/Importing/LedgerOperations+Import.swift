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

  /// Runs `body` on what the importing person may see, unmasked, because values are compared.
  private func importing<Result>(
    _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    try reading { store, catalogue in
      let permissions = permissions(in: catalogue)
      try permissions.require(.import, in: catalogue)
      return try body(store.seen(by: Sight(permissions.reach(of: .see))), catalogue)
    }
  }

  /// The sender and month of a list, as far as they are known before it is compared with the ledger.
  func heading(of file: ReceivedFile) throws -> ListHeading {
    try reading { store, catalogue in
      let understanding = try ImportPreparation(
        file: file, options: ImportOptions(), operations: self, store: store, catalogue: catalogue,
        progress: { _ in }
      ).understand()
      return ListHeading(sender: understanding.sender, month: understanding.list.month)
    }
  }

  /// Writes a list as agreed; nil if there was nothing to write. `again` recomputes the plan if another writer
  /// came first and the consent covers that. Where others commit faster than a plan is made, they wait for the
  /// last one.
  ///
  /// Throws `planMoved`, `incomplete`, `StorageError.stale`, and the errors of `again`.
  package func write(
    _ prepared: PreparedImport, under consent: ImportConsent,
    again: () throws -> PreparedImport, progress: (ImportProgress) -> Void = { _ in }
  ) throws -> Entry? {
    var prepared = prepared
    for _ in 1..<Self.plansAmongOthers {
      guard try prepared.hasEffect(under: consent) else { return nil }
      do {
        return try commit(prepared, progress: progress)
      } catch StorageError.stale where consent.holdsForNext {
        prepared = try again()
      }
    }
    guard try prepared.hasEffect(under: consent) else { return nil }
    return try act(.import) { act in
      do {
        return try commit(prepared, by: act, progress)
      } catch StorageError.stale where consent.holdsForNext {
        let last = try again()
        guard try last.hasEffect(under: consent) else { return nil }
        return try commit(last, by: act, progress)
      }
    }
  }

  /// How many plans of a list are made while others write.
  private static let plansAmongOthers = 3

  /// Commits a plan in one entry, after one for its decisions: both, or none.
  ///
  /// Throws `StorageError.stale` if the ledger has changed since. Nil if the list adds nothing to the ledger.
  package func commit(
    _ prepared: PreparedImport, progress: (ImportProgress) -> Void = { _ in }
  ) throws -> Entry? {
    guard prepared.hasEffect else { return nil }
    return try act(.import) { try commit(prepared, by: $0, progress) }
  }

  private func commit(
    _ prepared: PreparedImport, by act: Act, _ progress: (ImportProgress) -> Void
  ) throws -> Entry? {
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
