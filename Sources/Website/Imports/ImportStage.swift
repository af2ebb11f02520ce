import Intake
import Matching
import Operations
import Storage

/// The stage of an import, by which its page is chosen.
enum ImportStage: Sendable {
  case running(ImportJobs.Job)
  case planned(DraftPlan)
  case written(entry: Int64)
  case discarded(by: String)
  case failed(Failure)
  case stopped

  /// Determines the stage, and starts planning if there is no plan for the current revision.
  init(_ draft: ImportDraft, _ context: PageContext) throws {
    switch draft.state {
    case .written(let entry): self = .written(entry: entry)
    case .discarded: self = .discarded(by: draft.last.person)
    case .received, .asking, .planned, .writing: self = try Self.open(draft, context)
    }
  }

  private static func open(_ draft: ImportDraft, _ context: PageContext) throws -> ImportStage {
    let jobs = context.site.imports
    // A short wait spares the progress page for quick jobs.
    jobs.wait(for: draft.number, milliseconds: 300)
    guard let job = jobs.job(on: draft.number) else { return try planning(draft, context) }
    let revision = try context.revision
    switch job.outcome {
    case nil: return .running(job)
    case .planned(let plan)
    where plan.draft.saysSame(as: draft) && plan.prepared.plan.revision == revision:
      // The draft may have been taken over since it was planned.
      var held = plan.draft
      held.last = draft.last
      return .planned(DraftPlan(draft: held, prepared: plan.prepared, moved: plan.moved))
    case .failed(let failure): return .failed(failure)
    case .stopped: return .stopped
    case .planned, .withoutEffect, .written: return try planning(draft, context)
    }
  }

  private static func planning(
    _ draft: ImportDraft, _ context: PageContext
  ) throws -> ImportStage {
    let jobs = context.site.imports
    try jobs.plan(draft.number, at: context.importing)
    jobs.wait(for: draft.number, milliseconds: 300)
    guard let job = jobs.job(on: draft.number) else { throw Failure.busy }
    switch job.outcome {
    case .planned(let plan): return .planned(plan)
    case .failed(let failure): return .failed(failure)
    case .stopped: return .stopped
    case nil, .withoutEffect, .written: return .running(job)
    }
  }
}

extension PageContext {
  /// The draft of the path; throws `draftMissing`, or `Failure.nowhere` for an invalid number.
  var draft: ImportDraft {
    get throws {
      let number = self["draft"]
      guard let draft = Int(number), draft > 0, String(draft) == number else {
        throw Failure.nowhere
      }
      return try importing.draft(draft)
    }
  }

  /// Operations that import lists from a browser, on the current revision of the ledger.
  var importing: LedgerOperations { site.importing(operations) }

  /// The number of the last entry.
  var revision: Int64 { get throws { try operations.reading { store, _ in try store.revision } } }
}

extension Address {
  /// The page of an unwritten list, or one of its parts.
  static func draft(_ number: Int, _ part: String? = nil) -> Address {
    Address(path: ["imports", String(number)] + (part.map { [$0] } ?? []))
  }
}
