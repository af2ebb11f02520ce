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

/// Runs planning and writing of imports one at a time on a thread of its own, independent of the requests that start
/// them; pages poll the progress.
final class ImportJobs: Sendable {
  enum Work: Hashable, Sendable {
    case planning
    case writing
  }

  enum Outcome: Sendable {
    case planned(DraftPlan)
    case written(Entry)
    /// The ledger already holds everything the list states.
    case withoutEffect
    case failed(Failure)
    /// Interrupted on request, without effect.
    case stopped
  }

  /// A job for one list, queued, running or finished.
  struct Job: Sendable {
    let work: Work
    var progress: ImportPace
    var outcome: Outcome?
    /// The plan made before this job, for whoever asks meanwhile; nil for a long list.
    fileprivate(set) var earlier: DraftPlan?
    fileprivate let interruption: Interruption
    fileprivate let end: DispatchSemaphore
  }

  private let pool = NIOThreadPool(numberOfThreads: 1)
  private let jobs = Mutex<[Int: Job]>([:])
  /// Finished plans are large. Besides the latest one, others are kept while all together have at most this many rows.
  private static let mostRows = 20_000

  init() { pool.start() }

  /// The latest job for a list; nil if there was none since the server started.
  func job(on draft: Int) -> Job? { jobs.withLock { $0[draft] } }

  /// The numbers of running and queued jobs.
  var load: (running: Int, waiting: Int) {
    jobs.withLock { jobs in
      let open = jobs.values.filter { $0.outcome == nil }
      let waiting = open.count { $0.progress.progress == nil }
      return (open.count - waiting, waiting)
    }
  }

  /// Waits until the latest job for a list ends, but at most `milliseconds`.
  func wait(for draft: Int, milliseconds: Int) {
    guard let job = job(on: draft), job.outcome == nil else { return }
    if job.end.wait(timeout: .now() + .milliseconds(milliseconds)) == .success { job.end.signal() }
  }

  /// Interrupts the job for a list.
  func stop(_ draft: Int) { job(on: draft)?.interruption.request() }

  /// Removes the job for a list.
  func forget(_ draft: Int) { jobs.withLock { _ = $0.removeValue(forKey: draft) } }

  /// Makes the plan of a list. Throws `Failure.busy` if too many jobs are queued.
  func plan(_ draft: Int, at operations: LedgerOperations) throws {
    try start(.planning, draft, operations) { operations, report in
      .planned(try operations.plan(draft: draft, progress: report))
    }
  }

  /// Writes a list whose plan was seen. Throws `Failure.busy` if too many jobs are queued.
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
    let end = DispatchSemaphore(value: 0)
    let interruption = operations.interruption
    let isNew = try jobs.withLock { jobs in
      // A second request shares the running job.
      if let job = jobs[draft], job.outcome == nil { return false }
      guard jobs.values.count(where: { $0.outcome == nil }) < Lane.longestLine else {
        throw Failure.busy
      }
      jobs[draft] = Job(
        work: work, progress: ImportPace(), outcome: nil,
        earlier: work == .planning ? jobs[draft].flatMap(Self.plan) : nil,
        interruption: interruption, end: end)
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
      end.signal()
    }
  }

  /// Returns the failure of a job; an unreadable file is also audited.
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
      jobs[draft]?.earlier = nil
      var rows = Self.rows(of: outcome)
      for (other, job) in jobs where other != draft {
        guard let outcome = job.outcome else { continue }
        rows += Self.rows(of: outcome)
        if rows > Self.mostRows, case .planned = outcome { jobs[other] = nil }
      }
    }
  }

  /// The finished plan of a job, or the one before it, unless it is too long to be kept beside a newer one.
  private static func plan(of job: Job) -> DraftPlan? {
    guard case .planned(let plan) = job.outcome else { return job.earlier }
    return plan.prepared.plan.rows.count <= mostRows ? plan : nil
  }

  private static func rows(of outcome: Outcome) -> Int {
    if case .planned(let plan) = outcome { plan.prepared.plan.rows.count } else { 0 }
  }

  /// Interrupts all jobs that are not writing.
  func stopAll() {
    jobs.withLock { jobs in
      for job in jobs.values where job.progress.progress?.stage != .writing {
        job.interruption.request()
      }
    }
  }

  /// Finishes the running write and accepts no more jobs.
  func close() async throws {
    stopAll()
    try await pool.shutdownGracefully()
  }
}
