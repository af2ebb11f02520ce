import Intake
package import Ledger
import Matching
import Storage
import Wording

/// The current plan of a draft.
package struct DraftPlan: Sendable {
  package let draft: ImportDraft
  package let prepared: PreparedImport
  /// The changes since it was reviewed; nil if there are none.
  package let moved: MovedPlan?

  package init(draft: ImportDraft, prepared: PreparedImport, moved: MovedPlan?) {
    self.draft = draft
    self.prepared = prepared
    self.moved = moved
  }
}

/// The result of writing a confirmed list.
package enum DraftOutcome: Sendable {
  case written(Entry)
  /// The ledger already has all of its values.
  case withoutEffect
  /// Nothing was written: the plan changed since it was reviewed.
  case moved(MovedPlan)
}

extension LedgerOperations {
  /// Computes the plan of a draft and stores its outline. The first plan for given options and answers counts
  /// as the reviewed one; later plans report what moved since. Throws the errors of `prepare` and `alter`.
  package func plan(
    draft number: Int, progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> DraftPlan {
    let draft = try self.draft(number)
    let prepared = try prepare(draft, progress)
    return try holding(number) { folder in
      var now = try open(folder)
      let before = now
      let isSame = now.saysSame(as: draft)
      if isSame {
        if now.seen == nil { try note(seen: prepared, of: &now, folder) }
        let asks = ListAsks(prepared.plan)
        now.outline = ImportDraft.Outline(prepared.plan, asks)
        now.state = asks.isOpenBeforePlan ? .asking : .planned
        if now != before { try folder.write(now) }
      }
      return DraftPlan(
        draft: now, prepared: prepared,
        moved: isSame ? try moved(prepared, now, folder.seenRows()) : nil)
    }
  }

  /// Records that a person reviewed a changed plan, which then is the one to be written.
  package func note(seen prepared: PreparedImport, of number: Int) throws {
    try holding(number) { folder in
      var draft = try open(folder)
      try note(seen: prepared, of: &draft, folder)
      draft.outline = ImportDraft.Outline(prepared.plan, ListAsks(prepared.plan))
      draft.last = touch
      try folder.write(draft)
    }
  }

  private func note(
    seen prepared: PreparedImport, of draft: inout ImportDraft, _ folder: DraftFolder
  ) throws {
    try folder.write(SeenRows(prepared.plan))
    (draft.seen, draft.seenRevision) = (prepared.fingerprint, prepared.plan.revision)
  }

  /// Writes a draft whose plan was reviewed, identified by its fingerprint. `made` is that plan if already
  /// computed. New entries that touch none of its rows do not prevent writing.
  ///
  /// Throws `planMoved` if another plan was reviewed since, `draftWritten`, `draftDiscarded`, `incomplete`.
  package func write(
    draft number: Int, seen fingerprint: String, made: PreparedImport? = nil,
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> DraftOutcome {
    try holding(number) { folder in
      var draft = try open(folder)
      guard draft.seen == fingerprint else {
        throw OperationError.planMoved(expected: fingerprint, found: draft.seen ?? "")
      }
      let seen = folder.seenRows()
      func again() throws -> PreparedImport {
        let prepared = try prepare(draft, progress)
        if let moved = try moved(prepared, draft, seen) { throw Moved(plan: moved) }
        draft.state = .writing(after: prepared.plan.revision)
        try folder.write(draft)
        return prepared
      }
      do {
        var prepared =
          if let made, made.fingerprint == fingerprint, try isCurrent(made) { made } else {
            try again()
          }
        prepared.reason = draft.options.reason
        draft.state = .writing(after: prepared.plan.revision)
        try folder.write(draft)
        let consent = ImportConsent(isWhole: draft.options.isWhole, holdsForNext: true)
        let entry = try write(prepared, under: consent, again: again, progress: progress)
        draft.state = entry.map { .written(entry: $0.number) } ?? .planned
        draft.last = touch
        try folder.write(draft)
        if entry != nil { folder.removeList() }
        return entry.map { .written($0) } ?? .withoutEffect
      } catch {
        // An error after the commit does not undo it, so the ledger is checked for the entry. If that fails
        // now, the next access to the draft does it.
        if case .writing = draft.state, let known = try? recovered(draft, in: folder) {
          draft = known
        }
        if !draft.state.isSettled {
          draft.state = .planned
          try? folder.write(draft)
        }
        if let moved = error as? Moved { return .moved(moved.plan) }
        throw error
      }
    }
  }

  /// Prevents writing a plan with rows that nobody has reviewed.
  private struct Moved: Error { let plan: MovedPlan }

  /// The changes since the plan was reviewed; nil if there are none.
  private func moved(
    _ prepared: PreparedImport, _ draft: ImportDraft, _ seen: SeenRows?
  ) throws -> MovedPlan? {
    if prepared.fingerprint == draft.seen { return nil }
    let moved = (seen ?? SeenRows()).moved(in: SeenRows(prepared.plan))
    if moved.isEmpty { return nil }
    return try reading { store, _ in
      try MovedPlan(prepared, since: draft.seenRevision ?? 0, moved, store)
    }
  }

  private func isCurrent(_ prepared: PreparedImport) throws -> Bool {
    try reading { store, _ in try store.revision == prepared.plan.revision }
  }

  private func prepare(
    _ draft: ImportDraft, _ progress: @escaping (ImportProgress) -> Void
  ) throws -> PreparedImport {
    let layout = try draft.layout.map { try RecipeFile(yaml: $0.utf8, catalogue()) }
    let options = ImportOptions(
      year: draft.options.year, sender: draft.options.sender, reason: draft.options.reason,
      clear: draft.options.clear, decisions: draft.answers.isEmpty ? nil : draft.answers,
      recipe: layout)
    let prepared = try prepare(file(of: draft), options, progress: progress)
    try interruption.check()
    return prepared
  }
}

extension ImportDraft.Outline {
  init(_ plan: ImportPlan, _ asks: ListAsks) {
    self.init(
      sender: plan.sender, year: plan.list.year, asOfMonth: plan.list.asOfMonth,
      rows: Dictionary(
        uniqueKeysWithValues: PlannedRow.Action.allCases.map { ($0.rawValue, plan.count($0)) }),
      words: asks.words.count + asks.columns.count, pairs: asks.rows.count)
  }
}

extension ListAsks {
  /// Whether questions must be answered before the plan is complete: all except conflicts.
  package var isOpenBeforePlan: Bool { !(words.isEmpty && rows.isEmpty && columns.isEmpty) }
}
