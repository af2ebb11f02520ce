import Synchronization
import Wording

/// A request to stop (Ctrl-C), made from any thread. Long operations check it between their steps.
package final class Interruption: Sendable {
  private let requested = Atomic(false)

  package init() {}

  /// Requests a stop.
  package func request() { requested.store(true, ordering: .relaxed) }

  /// Whether a stop was requested.
  package var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Throws `OperationError.interrupted` if a stop was requested.
  package func check() throws {
    if isRequested { throw OperationError.interrupted }
  }
}
