import Dispatch
import Glibc
import Logging
import ServiceLifecycle
import Synchronization

/// Graceful shutdown: starts nothing new, and exits if running work takes too long; the ledger keeps nothing
/// uncommitted.
final class Stopping: Service, Sendable {
  /// The number of seconds that running writes get.
  static let patience = 30

  private let site: Site
  private let isDone = Atomic(false)

  init(_ site: Site) { self.site = site }

  func run() async throws {
    try await gracefulShutdown()
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.patience)) { [self] in
      if isDone.load(ordering: .relaxed) { return }
      Logger(label: "taizhang.website").error("not stopped within \(Self.patience) s: left")
      _exit(EXIT_FAILURE)
    }
    site.stop()
  }

  /// Cancels the forced exit.
  func end() { isDone.store(true, ordering: .relaxed) }
}
