import Intake
package import Ledger
import Matching
import Storage
import Wording

/// The plan of a list that was received, as it is now.
package struct DraftPlan: Sendable {
  package let draft: ImportDraft
  package let prepared: PreparedImport
  /// What came to something else since somebody looked at it; nil where nothing did.
  package let moved: MovedPlan?

  package init(draft: ImportDraft, prepared: PreparedImport, moved: MovedPlan?) {
    self.draft = draft
    self.prepared = prepared
    self.moved = moved
  }
}

/// What became of a list that somebody confirmed.
package enum DraftOutcome: Sendable {
  case written(Entry)
  /// The ledger holds all of it.
  case withoutEffect
  /// Nothing was written: the plan came to something else since somebody looked at it.
  case moved(MovedPlan)
}

extension LedgerOperations {
  /// Makes the plan of a list that was received, and notes what it came to. The first plan of what was said of the
  /// list is the one that is looked at; a later one tells what moved since. Throws as `prepare` and `alter` do.
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

  /// Notes that somebody looked at a plan that moved: from now on it is the one that is written.
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

  /// Writes a list whose plan somebody looked at, by its fingerprint. `made` is that plan where it is at hand; else
  /// it is made again. A ledger that moved on without touching a row of it does not keep it from being written.
  ///
  /// Throws `planMoved` when somebody looked at another plan since, `draftWritten`, `draftDiscarded`, `incomplete`.
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
        // What failed behind the commit is written all the same: the ledger tells. Where nothing can be asked or
        // noted now, the next one who looks settles it.
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

  /// What keeps a plan from being written: rows that nobody has looked at.
  private struct Moved: Error { let plan: MovedPlan }

  /// What moved since somebody looked at a plan; nil where nothing did.
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
  /// Whether something is asked that stands before the plan: conflicts are settled in it.
  package var isOpenBeforePlan: Bool { !(words.isEmpty && rows.isEmpty && columns.isEmpty) }
}
