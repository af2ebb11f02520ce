import Ledger
import NIOPosix
import Operations
import Synchronization

/// Counts the pending items for the header of every page, once per entry and per set of permissions. If counting is
/// slow, it runs in the background at intervals, and pages show the previous count.
final class QueueCount: Sendable {
  private struct Known {
    var revision: Int64
    var count: Int
    /// The earliest time of the next slow count, so that slow counts take at most a tenth of the time.
    var next: ContinuousClock.Instant?
  }

  /// The unit and grants that determine which items are pending for a person.
  private struct Viewer: Hashable {
    let unit: String?
    let grants: [Grant]?

    init(_ person: Person) { (unit, grants) = (person.unit, person.grants) }
  }

  private let known = Mutex<[Viewer: Known]>([:])
  /// Beyond this number of viewers all counts are dropped, since accounts and grants change.
  private static let most = 256
  private let isCounting = Mutex(false)
  private let pool = NIOThreadPool(numberOfThreads: 1)
  /// A count that takes longer is slow.
  private static let patience = Duration.milliseconds(100)
  /// With more projects than this, a page does not wait for the first count.
  private static let few = 5_000

  init() { pool.start() }

  /// Returns the count for `operations`, which read one state; nil until the first count of a large ledger is done.
  func count(at operations: LedgerOperations, _ standing: LedgerStanding, anew: LedgerOperations)
    -> Int?
  {
    let known = known.withLock { $0[Viewer(operations.person)] }
    let revision = standing.revision
    if known == nil, standing.projects > Self.few {
      countLater(at: anew, revision)
      return nil
    }
    if let known, known.revision >= revision { return known.count }
    if let known, let next = known.next {
      if next <= .now { countLater(at: anew, revision) }
      return known.count
    }
    return count(operations, revision)
  }

  /// Stores a count that a page made anyway.
  func note(_ count: Int, for person: Person, revision: Int64) {
    let viewer = Viewer(person)
    known.withLock { known in
      if known.count >= Self.most { known = [:] }
      known[viewer] = Known(revision: revision, count: count, next: known[viewer]?.next)
    }
  }

  @discardableResult
  private func count(_ operations: LedgerOperations, _ revision: Int64) -> Int? {
    let started = ContinuousClock.now
    // A failure does not fail the page; the page of the queue reports it.
    guard let count = try? operations.queue().items.count else { return nil }
    let took = ContinuousClock.now - started
    note(count, for: operations.person, revision: revision)
    known.withLock {
      $0[Viewer(operations.person)]?.next =
        took > Self.patience ? ContinuousClock.now + took * 9 : nil
    }
    return count
  }

  private func countLater(at operations: LedgerOperations, _ revision: Int64) {
    let isFree = isCounting.withLock { isCounting in
      defer { isCounting = true }
      return !isCounting
    }
    guard isFree else { return }
    pool.submit { [self] state in
      if case .active = state { count(operations, revision) }
      isCounting.withLock { $0 = false }
    }
  }

  func close() async throws { try await pool.shutdownGracefully() }
}
