import Dispatch
import Foundation
import Synchronization

/// Parallel work over the cores of the machine, for parts that are independent of each other.
package enum Cores {
  /// The number of cores to use, at least 1.
  package static var count: Int {
    max(1, ProcessInfo.processInfo.activeProcessorCount - spared.load(ordering: .relaxed))
  }

  private static let spared = Atomic(0)

  /// Leaves this many cores to other work from now on, but always uses one: for a server that answers
  /// requests during a long task.
  package static func spare(_ cores: Int) { spared.store(cores, ordering: .relaxed) }

  /// Splits a range into parts of equal length, at most one per core, none shorter than `least`.
  package static func parts(
    of range: Range<Int>, least: Int, cores: Int = count
  ) -> [Range<Int>] {
    let parts = max(1, min(cores, range.count / max(1, least)))
    return (0..<parts).map { part in
      range.lowerBound + range.count * part / parts..<range.lowerBound + range.count * (part + 1)
        / parts
    }
  }

  /// Maps the parts on all cores, including the calling thread; returns the outcomes in the order of
  /// the parts. Each core takes one part after the other and makes a state of its own. Parts are
  /// consumed: when the caller keeps no other reference, the worker holds the only one and may free it
  /// piece by piece.
  ///
  /// `watch` is called at the start, and for the parts handled by the calling thread: how many parts are
  /// finished on all cores, and the step within the current one. It cancels all work by throwing.
  package static func map<Part: Sendable, State, Outcome: Sendable>(
    _ parts: consuming [Part], cores: Int = count, making state: @escaping @Sendable () -> State,
    watch: (_ finished: Int, _ step: Int) throws -> Void = { _, _ in },
    _ work:
      @escaping @Sendable (inout State, inout Part, _ watch: (Int) throws -> Void) throws -> Outcome
  ) throws -> [Outcome] {
    let count = parts.count
    let turns = Turns(consume parts)
    @Sendable func take(
      _ watch: (_ finished: Int, _ step: Int) throws -> Void
    ) throws -> [(Int, Outcome)] {
      var state = state()
      var outcomes: [(Int, Outcome)] = []
      do {
        try watch(turns.finished, 0)
        while var turn = turns.next() {
          let outcome = try work(&state, &turn.part) { step in try watch(turns.finished, step) }
          outcomes.append((turn.number, outcome))
          turns.finish()
        }
      } catch {
        turns.stop()
        throw error
      }
      return outcomes
    }
    let others = (1..<max(1, min(cores, count))).map { _ in Ahead { try take { _, _ in } } }
    let own = Result { try take(watch) }
    // Waits for all, also when one failed.
    let outcomes = others.map { other in Result { try other.get() } }
    return try ([own] + outcomes).flatMap { try $0.get() }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Maps the parts on all cores; returns the outcomes in the order of the parts.
  package static func map<Part: Sendable, Outcome: Sendable>(
    _ parts: [Part], _ work: @escaping @Sendable (Part) throws -> Outcome
  ) throws -> [Outcome] {
    try map(parts, making: {}) { _, part, _ in try work(part) }
  }

  /// The queue of parts; a core removes the part that it works on.
  private final class Turns<Part: Sendable>: Sendable {
    private struct Waiting {
      var parts: [Part?]
      var begun = 0
    }

    private let waiting: Mutex<Waiting>
    private let ended = Atomic(0)

    init(_ parts: consuming [Part]) { waiting = Mutex(Waiting(parts: parts.map { $0 })) }

    /// The next unstarted part; nil when none is left.
    func next() -> (number: Int, part: Part)? {
      waiting.withLock { waiting in
        let number = waiting.begun
        guard number < waiting.parts.count, let part = waiting.parts[number].take() else {
          return nil
        }
        waiting.begun += 1
        return (number, part)
      }
    }

    func finish() { ended.wrappingAdd(1, ordering: .relaxed) }

    /// Starts no more parts.
    func stop() { waiting.withLock { $0.begun = $0.parts.count } }

    var finished: Int { ended.load(ordering: .relaxed) }
  }

  /// Frees something large on another core, since freeing millions of values takes long. The caller
  /// must hold no other reference.
  package static func letGo(of garbage: consuming some Sendable) {
    let garbage = Garbage(garbage)
    DispatchQueue.global(qos: .utility).async { garbage.content = nil }
  }

  /// Holds a value until it is freed.
  private final class Garbage<Content: Sendable>: @unchecked Sendable {
    // Accessed once, by the thread that frees it.
    var content: Content?

    init(_ content: consuming Content) { self.content = content }
  }
}
