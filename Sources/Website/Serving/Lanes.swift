import NIOPosix
import Synchronization

/// The threads for work on the ledger, apart from those that serve connections and from Swift's cooperative pool, whose
/// few threads must not block.
final class Lanes: Sendable {
  private let questions = Lane(threads: 4)
  private let acts = Lane(threads: 1)
  private let imports = Lane(threads: 1)
  private let passwords = Lane(threads: 2)
  private let watching = Lane(threads: 1)
  private let door = Lane(threads: 2)

  /// Runs work in a lane; throws `Failure.busy` if too much is queued.
  func run<Result: Sendable>(
    in lane: Route.Lane, _ work: @escaping @Sendable () -> Result
  ) async throws -> Result {
    switch lane {
    case .questions: try await questions.run(work)
    case .acts: try await acts.run(work)
    case .imports: try await imports.run(work)
    case .passwords: try await passwords.run(work)
    case .watching: try await watching.run(work)
    }
  }

  /// Authenticates a request, in a lane of its own.
  func atDoor<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) async throws -> Result { try await door.run(work) }

  func stop() async throws {
    try await questions.stop()
    try await acts.stop()
    try await imports.stop()
    try await passwords.stop()
    try await watching.stop()
    try await door.stop()
  }
}

/// A thread pool with at most twenty queued jobs.
final class Lane: Sendable {
  static let longestLine = 20

  private let pool: NIOThreadPool
  private let most: Int
  private let present = Mutex(0)

  init(threads: Int) {
    pool = NIOThreadPool(numberOfThreads: threads)
    most = threads + Self.longestLine
    pool.start()
  }

  func run<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) async throws -> Result {
    let isIn = present.withLock { present in
      guard present < most else { return false }
      present += 1
      return true
    }
    guard isIn else { throw Failure.busy }
    defer { present.withLock { $0 -= 1 } }
    return try await pool.runIfActive(work)
  }

  func stop() async throws { try await pool.shutdownGracefully() }
}
