import Dispatch
import Synchronization

/// A piece of work that is done on another core while this one goes on.
package final class Ahead<Result: Sendable>: Sendable {
  private let result = Mutex<Swift.Result<Result, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Starts the work.
  package init(_ work: @escaping @Sendable () throws -> Result) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let outcome = Swift.Result { try work() }
      result.withLock { $0 = outcome }
      isDone.signal()
    }
  }

  /// Waits for the result; to be asked once.
  package func get() throws -> Result {
    isDone.wait()
    guard let outcome = result.withLock({ $0 }) else {
      throw StorageError.engine(code: 0, message: "work without a result")
    }
    return try outcome.get()
  }
}
