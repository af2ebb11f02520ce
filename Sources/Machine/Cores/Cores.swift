import Dispatch
import Foundation
import Synchronization

/// The cores of the machine, for work that falls into parts which know nothing of each other.
package enum Cores {
  /// How many there are to work with.
  package static var count: Int {
    max(1, ProcessInfo.processInfo.activeProcessorCount - spared.load(ordering: .relaxed))
  }

  private static let spared = Atomic(0)

  /// Leaves so many cores to others from now on, but one: for a program that answers people while it works on
  /// something long.
  package static func spare(_ cores: Int) { spared.store(cores, ordering: .relaxed) }

  /// A range of positions cut into as many parts of equal length as there are cores, but none shorter
  /// than `least`.
  package static func parts(
    of range: Range<Int>, least: Int, cores: Int = count
  ) -> [Range<Int>] {
    let parts = max(1, min(cores, range.count / max(1, least)))
    return (0..<parts).map { part in
      range.lowerBound + range.count * part / parts..<range.lowerBound + range.count * (part + 1)
        / parts
    }
  }

  /// What becomes of each part, in their order. The cores take one after the other, this one too; each
  /// makes itself a state that it works with. A part is handed over: where the caller keeps no other reference,
  /// whoever works on it is the only one to hold it, and may free it piece by piece.
  ///
  /// `watch` is told of the parts that this core works on: how many are finished by all, and how far it
  /// is. It stops everything by throwing.
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
    // All are waited for, also when one of them failed.
    let outcomes = others.map { other in Result { try other.get() } }
    return try ([own] + outcomes).flatMap { try $0.get() }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What becomes of each part, in their order, on all cores.
  package static func map<Part: Sendable, Outcome: Sendable>(
    _ parts: [Part], _ work: @escaping @Sendable (Part) throws -> Outcome
  ) throws -> [Outcome] {
    try map(parts, making: {}) { _, part, _ in try work(part) }
  }

  /// Whose turn it is: each part is taken out by the core that works on it.
  private final class Turns<Part: Sendable>: Sendable {
    private struct Waiting {
      var parts: [Part?]
      var begun = 0
    }

    private let waiting: Mutex<Waiting>
    private let ended = Atomic(0)

    init(_ parts: consuming [Part]) { waiting = Mutex(Waiting(parts: parts.map { $0 })) }

    /// The next part that nobody has begun; nil when there is none.
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

    /// No part is begun any more.
    func stop() { waiting.withLock { $0.begun = $0.parts.count } }

    var finished: Int { ended.load(ordering: .relaxed) }
  }

  /// Lets go of something large on another core: freeing millions of values takes its time. The caller
  /// must hold no other reference.
  package static func letGo(of garbage: consuming some Sendable) {
    let garbage = Garbage(garbage)
    DispatchQueue.global(qos: .utility).async { garbage.content = nil }
  }

  /// Holds what is to be freed until its turn comes.
  private final class Garbage<Content: Sendable>: @unchecked Sendable {
    // Touched once, by the core that frees it.
    var content: Content?

    init(_ content: consuming Content) { self.content = content }
  }
}
