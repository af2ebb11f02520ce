import Ledger
import Logging
import Machine
import Matching
import Storage

/// An import on its way from a file to a plan. Its functions are the stages: each makes a value of the one
/// before.
struct ImportPreparation {
  let file: ReceivedFile
  let options: ImportOptions
  /// Who imports: the clock, and the wish to stop.
  let operations: LedgerOperations
  let store: LedgerStore
  let catalogue: Catalogue
  let progress: (ImportProgress) -> Void

  /// All stages in order.
  func prepared() throws -> PreparedImport {
    // What the ledger holds is made ready on another core while the list is read.
    let ahead = Ahead { [store, catalogue] in try KnownProjects(store, catalogue) }
    let reading = Result { try timed("understood", understand) }
    // Waited for also when the list is none: the ledger is open until then.
    let known = Result { try ahead.get() }
    let understanding = try reading.get()
    let matched = try timed("matched") { try match(understanding, with: known.get()) }
    return try timed("planned") {
      let clearing = try clearing(in: matched)
      let settled = try settledConflicts(of: matched)
      return try prepared(plan(matched, clearing, settled), settled, of: matched)
    }
  }

  /// Does a stage, and notes how long it took.
  func timed<Outcome>(
    _ stage: Logger.Message, _ work: () throws -> Outcome
  ) rethrows -> Outcome {
    let clock = ContinuousClock()
    let started = clock.now
    defer {
      LedgerOperations.log.debug(
        stage, metadata: ["file": "\(file.name)", "in": "\(clock.now - started)"])
    }
    return try work()
  }

  /// What the plan becomes with all that was decided for it and learned from it.
  private func prepared(
    _ plan: ImportPlan, _ settled: SettledConflicts, of matched: MatchedList
  ) throws -> PreparedImport {
    let understanding = matched.understanding
    let settlements = try settled.items(of: plan, file: file.name, understanding.catalogue)
    let learned = understanding.learned(from: file.name)
    // A layout that a person told is a decision.
    let told = options.recipe == nil ? nil : learned
    return PreparedImport(
      file: file, plan: plan, reason: options.reason, catalogue: understanding.catalogue,
      decided: understanding.decided + settlements + (told.map { [$0] } ?? []),
      learned: told == nil ? learned : nil,
      held: try HeldAnew(plan, of: file.sha256, store), recipe: understanding.recipe,
      alterations: try store.alterations(plan))
  }
}
