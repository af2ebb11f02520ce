import Ledger
import NIOPosix
import Operations
import Synchronization

/// How much waits for a person, for the head of every page: counted once for each entry and whoever sees the
/// same, and where that takes long, while pages show the count before.
final class QueueCount: Sendable {
  private struct Known {
    var revision: Int64
    var count: Int
    var isSlow: Bool
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

  init() { pool.start() }

  /// The count at a desk whose questions are answered from one state; nil where it was never counted and takes long.
  func count(at desk: LedgerDesk, revision: Int64, anew: LedgerDesk) -> Int? {
    let known = known.withLock { $0[Viewer(desk.person)] }
    if let known, known.revision >= revision { return known.count }
    if known?.isSlow == true {
      countLater(at: anew, revision)
      return known?.count
    }
    return count(desk, revision)
  }

  /// Notes what was counted for a page anyway.
  func note(_ count: Int, for person: Person, revision: Int64) {
    let viewer = Viewer(person)
    known.withLock { known in
      let isSlow = known[viewer]?.isSlow ?? false
      if known.count >= Self.most { known = [:] }
      known[viewer] = Known(revision: revision, count: count, isSlow: isSlow)
    }
  }

  @discardableResult
  private func count(_ desk: LedgerDesk, _ revision: Int64) -> Int? {
    let started = ContinuousClock.now
    // A page is shown also where this fails: the page of the queue says why.
    guard let count = try? desk.queue().items.count else { return nil }
    let isSlow = ContinuousClock.now - started > Self.patience
    note(count, for: desk.person, revision: revision)
    known.withLock { $0[Viewer(desk.person)]?.isSlow = isSlow }
    return count
  }

  private func countLater(at desk: LedgerDesk, _ revision: Int64) {
    let isFree = isCounting.withLock { isCounting in
      defer { isCounting = true }
      return !isCounting
    }
    guard isFree else { return }
    pool.submit { [self] state in
      if case .active = state { count(desk, revision) }
      isCounting.withLock { $0 = false }
    }
  }

  func close() async throws { try await pool.shutdownGracefully() }
}
