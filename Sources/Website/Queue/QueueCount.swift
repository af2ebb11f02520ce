import Ledger
import NIOPosix
import Operations
import Synchronization

/// How much waits for a person, for the head of every page: counted once for each entry and whoever sees the
/// same, and where that takes long, now and then, while pages show the count before.
final class QueueCount: Sendable {
  private struct Known {
    var revision: Int64
    var count: Int
    /// Not counted again before: a count that takes long takes a tenth of the time at most.
    var next: ContinuousClock.Instant?
  }

  /// Who sees what: that decides what waits for them.
  private struct Viewer: Hashable {
    let unit: String?
    let grants: [Grant]?

    init(_ person: Person) { (unit, grants) = (person.unit, person.grants) }
  }

  private let known = Mutex<[Viewer: Known]>([:])
  /// More of them are forgotten, for accounts and their grants come and go.
  private static let most = 256
  private let isCounting = Mutex(false)
  private let pool = NIOThreadPool(numberOfThreads: 1)
  /// A page may wait so long for it.
  private static let patience = Duration.milliseconds(100)
  /// Of more projects than these the first count is not waited for.
  private static let few = 5_000

  init() { pool.start() }

  /// The count at a operations whose questions are answered from one state; nil where it was never counted and takes long.
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

  /// Notes what was counted for a page anyway.
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
    // A page is shown also where this fails: the page of the queue says why.
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
