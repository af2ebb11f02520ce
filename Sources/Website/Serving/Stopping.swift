import Dispatch
import Glibc
import Logging
import ServiceLifecycle
import Synchronization

/// What is done when the process is told to stop: nothing new is begun, and whatever takes longer than it may is
/// left to the ledger, which keeps nothing of what was not committed.
final class Stopping: Service, Sendable {
  /// How long what is being written may still take.
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

  /// All is done: nobody has to be left.
  func end() { isDone.store(true, ordering: .relaxed) }
}
