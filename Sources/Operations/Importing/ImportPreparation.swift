import Ledger
import Logging
import Machine
import Matching
import Storage

/// An import from file to plan. Its functions are the stages; each takes the result of the one before.
struct ImportPreparation {
  let file: ReceivedFile
  let options: ImportOptions
  /// The person's operations, with the clock and the stop request.
  let operations: LedgerOperations
  let store: LedgerStore
  let catalogue: Catalogue
  let progress: (ImportProgress) -> Void

  /// Runs all stages in order.
  func prepared() throws -> PreparedImport {
    // The ledger's projects are loaded on another core while the list is read.
    let ahead = Ahead { [store, catalogue] in try KnownProjects(store, catalogue) }
    let reading = Result { try timed("understood", understand) }
    // Awaited even if the list cannot be read, because the task uses the open ledger.
    let known = Result { try ahead.get() }
    let understanding = try reading.get()
    let matched = try timed("matched") { try match(understanding, with: known.get()) }
    return try timed("planned") {
      let clearing = try clearing(in: matched)
      let settled = try settledConflicts(of: matched)
      return try prepared(plan(matched, clearing, settled), settled, of: matched)
    }
  }

  /// Runs a stage and logs its duration.
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

  /// Adds the decisions for the import and what was learned from it to the plan.
  private func prepared(
    _ plan: ImportPlan, _ settled: SettledConflicts, of matched: MatchedList
  ) throws -> PreparedImport {
    let understanding = matched.understanding
    let settlements = try settled.items(of: plan, file: file.name, understanding.catalogue)
    let learned = understanding.learned(from: file.name)
    // A layout that a person specified is recorded as a decision.
    let told = options.recipe == nil ? nil : learned
    return PreparedImport(
      file: file, plan: plan, reason: options.reason, catalogue: understanding.catalogue,
      decided: understanding.decided + settlements + (told.map { [$0] } ?? []),
      learned: told == nil ? learned : nil,
      held: try HeldAnew(plan, of: file.sha256, store), recipe: understanding.recipe,
      alterations: try store.alterations(plan))
  }
}
