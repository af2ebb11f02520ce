import Dispatch
import Synchronization

/// Work that runs on another core while the caller continues.
package final class Ahead<Outcome: Sendable>: Sendable {
  private let outcome = Mutex<Result<Outcome, any Error>>(.failure(Unfinished()))
  private let signal = DispatchSemaphore(value: 0)

  /// The initial state, never seen by callers: `get` waits until the work is done.
  private struct Unfinished: Error {}

  /// Starts the work.
  package init(_ work: @escaping @Sendable () throws -> Outcome) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let result = Result { try work() }
      outcome.withLock { $0 = result }
      signal.signal()
    }
  }

  /// Whether `get` returns without waiting.
  package var isDone: Bool {
    outcome.withLock { outcome in
      if case .failure(let error) = outcome { !(error is Unfinished) } else { true }
    }
  }

  /// Waits for the outcome and returns it, or throws the error of the work. May be called once.
  package func get() throws -> Outcome {
    signal.wait()
    return try outcome.withLock { $0 }.get()
  }
}
