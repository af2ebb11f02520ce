import Dispatch
import Synchronization

/// A piece of work that is done on another core while this one goes on.
package final class Ahead<Outcome: Sendable>: Sendable {
  private let outcome = Mutex<Result<Outcome, any Error>>(.failure(Unfinished()))
  private let signal = DispatchSemaphore(value: 0)

  /// Nobody sees it: whoever asks waits until the work is done.
  private struct Unfinished: Error {}

  /// Starts the work.
  package init(_ work: @escaping @Sendable () throws -> Outcome) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let result = Result { try work() }
      outcome.withLock { $0 = result }
      signal.signal()
    }
  }

  /// Whether the outcome can be had without waiting.
  package var isDone: Bool {
    outcome.withLock { outcome in
      if case .failure(let error) = outcome { !(error is Unfinished) } else { true }
    }
  }

  /// Waits for the outcome; to be asked once.
  package func get() throws -> Outcome {
    signal.wait()
    return try outcome.withLock { $0 }.get()
  }
}
