import Dispatch
import Synchronization

/// A bounded queue: values are produced on another core and consumed on this one.
package final class BoundedQueue<Value: Sendable>: Sendable {
  private struct State {
    var waiting: [Value] = []
    var failure: (any Error)?
    var isOver = false
    var isRefused = false
  }

  /// Thrown to the producer when the consumer wants no more.
  private struct Refusal: Error {}

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: 0)
  private let end = DispatchSemaphore(value: 0)

  /// Signals once per slot: a semaphore may not be destroyed below its initial value.
  private init(room: Int) { for _ in 0..<room { free.signal() } }

  /// Runs producer and consumer to their end. Throws the error of either, and always waits for the producer.
  package static func run(
    room: Int, make: @escaping @Sendable (_ hand: (Value) throws -> Void) throws -> Void,
    use: (Value) throws -> Void
  ) throws {
    let handover = BoundedQueue(room: room)
    DispatchQueue.global(qos: .userInitiated).async { handover.make(with: make) }
    defer { handover.end.wait() }
    do {
      while let value = try handover.next() { try use(value) }
    } catch {
      handover.refuse()
      throw error
    }
  }

  private func make(with make: (_ hand: (Value) throws -> Void) throws -> Void) {
    let outcome = Result {
      try make { value in
        free.wait()
        let isRefused = state.withLock { state in
          if !state.isRefused { state.waiting.append(value) }
          return state.isRefused
        }
        if isRefused { throw Refusal() }
        filled.signal()
      }
    }
    state.withLock { state in
      if case .failure(let error) = outcome { state.failure = error }
      state.isOver = true
    }
    filled.signal()
    end.signal()
  }

  /// The next value; nil after the last.
  private func next() throws -> Value? {
    filled.wait()
    let value = try state.withLock { state in
      if !state.waiting.isEmpty { return Optional(state.waiting.removeFirst()) }
      if let failure = state.failure { throw failure }
      return nil
    }
    if value != nil { free.signal() }
    return value
  }

  private func refuse() {
    state.withLock { $0.isRefused = true }
    free.signal()
  }
}
