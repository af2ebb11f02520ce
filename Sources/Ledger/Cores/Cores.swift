import Dispatch
import Foundation

/// The cores of the machine, for work that falls into parts which know nothing of each other.
package enum Cores {
  /// How many there are to work with.
  package static var count: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

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

  /// What becomes of each part, in their order: the first here, the others on other cores. `watch` is
  /// told how far the first one is, and stops it by throwing.
  package static func map<Part: Sendable, Outcome: Sendable>(
    _ parts: [Part], watch: (Int) throws -> Void = { _ in },
    _ work: @escaping @Sendable (Part, _ watch: (Int) throws -> Void) throws -> Outcome
  ) throws -> [Outcome] {
    guard let first = parts.first else { return [] }
    let others = parts.dropFirst().map { part in Ahead { try work(part) { _ in } } }
    let outcome = Result { try work(first, watch) }
    // All are waited for, also when one of them failed.
    let outcomes = others.map { other in Result { try other.get() } }
    return try ([outcome] + outcomes).map { try $0.get() }
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
