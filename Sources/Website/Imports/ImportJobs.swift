import Dispatch
import Foundation
import Intake
import Ledger
import Machine
import Matching
import NIOPosix
import Operations
import Spreadsheet
import Storage
import Synchronization
import Wording

/// Plans that are made and lists that are written, one after the other on a thread of their own: whoever asked for
/// one may go away, and pages tell how far it is.
final class ImportJobs: Sendable {
  enum Work: Hashable, Sendable {
    case planning
    case writing
  }

  enum Outcome: Sendable {
    case planned(DraftPlan)
    case written(Entry)
    /// The ledger holds all that the list says.
    case withoutEffect
    case failed(Failure)
    /// Somebody stopped it: nothing is left of it.
    case stopped
  }

  /// A job on a list, under way or done.
  struct Job: Sendable {
    let work: Work
    var progress: ImportPace
    var outcome: Outcome?
    fileprivate let interruption: Interruption
    fileprivate let end: DispatchSemaphore
  }

  private let pool = NIOThreadPool(numberOfThreads: 1)
  private let jobs = Mutex<[Int: Job]>([:])
  /// Plans are as large as their lists: beside the latest one others stay as long as all have no more rows.
  private static let mostRows = 20_000

  init() { pool.start() }

  /// The last job on a list; nil where nothing was done since the server started.
  func job(on draft: Int) -> Job? { jobs.withLock { $0[draft] } }

  /// How many are worked on, and how many wait for that.
  var load: (running: Int, waiting: Int) {
    jobs.withLock { jobs in
      let open = jobs.values.filter { $0.outcome == nil }
      let waiting = open.count { $0.progress.progress == nil }
      return (open.count - waiting, waiting)
    }
  }

  /// Waits until the last job on a list is done, but not long.
  func wait(for draft: Int, milliseconds: Int) {
    guard let job = job(on: draft), job.outcome == nil else { return }
    if job.end.wait(timeout: .now() + .milliseconds(milliseconds)) == .success { job.end.signal() }
  }

  /// Stops what is done with a list.
  func stop(_ draft: Int) { job(on: draft)?.interruption.request() }

  /// Forgets what was done with a list.
  func forget(_ draft: Int) { jobs.withLock { _ = $0.removeValue(forKey: draft) } }

  /// Makes the plan of a list. Throws `Failure.busy` where too much waits.
  func plan(_ draft: Int, at operations: LedgerOperations) throws {
    try start(.planning, draft, operations) { operations, report in
      .planned(try operations.plan(draft: draft, progress: report))
    }
  }

  /// Writes a list whose plan was looked at. Throws as `plan` does.
  func write(_ draft: Int, seen fingerprint: String, at operations: LedgerOperations) throws {
    var made: DraftPlan?
    if case .planned(let plan) = job(on: draft)?.outcome { made = plan }
    try start(.writing, draft, operations) { [made] operations, report in
      let outcome = try operations.write(
        draft: draft, seen: fingerprint, made: made?.prepared, progress: report)
      switch outcome {
      case .written(let entry): return .written(entry)
      case .withoutEffect: return .withoutEffect
      case .moved(let moved):
        return .planned(
          DraftPlan(draft: try operations.draft(draft), prepared: moved.prepared, moved: moved))
      }
    }
  }

  private func start(
    _ work: Work, _ draft: Int, _ operations: LedgerOperations,
    _ body:
      @escaping @Sendable (
        LedgerOperations, @escaping @Sendable (ImportProgress) -> Void
      ) throws -> Outcome
  ) throws {
    var operations = operations
    operations.interruption = Interruption()
    let new = Job(
      work: work, progress: ImportPace(), outcome: nil, interruption: operations.interruption,
      end: DispatchSemaphore(value: 0))
    let isNew = try jobs.withLock { jobs in
      // Who asks for it again waits for it with the others.
      if let job = jobs[draft], job.outcome == nil { return false }
      guard jobs.values.count(where: { $0.outcome == nil }) < Lane.longestLine else {
        throw Failure.busy
      }
      jobs[draft] = new
      return true
    }
    guard isNew else { return }
    pool.submit { [operations] state in
      guard case .active = state else { return }
      let outcome: Outcome
      do {
        outcome = try body(operations) { [self] progress in
          jobs.withLock { $0[draft]?.progress.update(progress) }
        }
      } catch OperationError.interrupted {
        outcome = .stopped
      } catch {
        outcome = .failed(Self.failure(error, of: draft, at: operations))
      }
      self.finish(draft, outcome)
      Memory.giveBack()
      new.end.signal()
    }
  }

  /// What is told of a list that was not planned or written; whoever watches hears of a file that cannot be read.
  private static func failure(_ error: any Error, of draft: Int, at operations: LedgerOperations)
    -> Failure
  {
    guard error is SpreadsheetError else { return Failure(error, at: operations) }
    do {
      try operations.watch.refused(operations.draft(draft).name)
      return Failure(error, at: operations)
    } catch let fault {
      return Failure(fault, at: operations)
    }
  }

  private func finish(_ draft: Int, _ outcome: Outcome) {
    jobs.withLock { jobs in
      jobs[draft]?.outcome = outcome
      var rows = Self.rows(of: outcome)
      for (other, job) in jobs where other != draft {
        guard let outcome = job.outcome else { continue }
        rows += Self.rows(of: outcome)
        if rows > Self.mostRows, case .planned = outcome { jobs[other] = nil }
      }
    }
  }

  private static func rows(of outcome: Outcome) -> Int {
    if case .planned(let plan) = outcome { plan.prepared.plan.rows.count } else { 0 }
  }

  /// Asks all to stop but those that write: what is being written is finished.
  func stopAll() {
    jobs.withLock { jobs in
      for job in jobs.values where job.progress.progress?.stage != .writing {
        job.interruption.request()
      }
    }
  }

  /// Finishes what is written and takes nothing on any more.
  func close() async throws {
    stopAll()
    try await pool.shutdownGracefully()
  }
}
