import Synchronization
import Wording

/// A wish to stop, made from anywhere: Ctrl-C. Long work asks between its steps.
package final class Interruption: Sendable {
  private let requested = Atomic(false)

  package init() {}

  /// Asks the work to stop.
  package func request() { requested.store(true, ordering: .relaxed) }

  /// Whether somebody asked the work to stop.
  package var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Throws `OperationError.interrupted` if somebody asked.
  package func check() throws {
    if isRequested { throw OperationError.interrupted }
  }
}
