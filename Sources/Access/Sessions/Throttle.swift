import Foundation
import Synchronization

/// Slows down guessing: after five failures of one name from one address that name waits there for a minute,
/// then two, up to thirty. Nobody else waits, the owner of the name elsewhere neither.
final class Throttle: Sendable {
  private static let free = 5
  private static let longest: TimeInterval = 30 * 60
  /// After so long without a try everything is forgotten.
  private static let memory: TimeInterval = 12 * 3600
  private static let most = 10_000

  private struct Place: Hashable {
    let login: String
    let address: String
  }

  private struct Failures {
    var count = 0
    var until = Date.distantPast
    var last = Date.distantPast
  }

  private let failures = Mutex<[Place: Failures]>([:])

  /// Notes a try, which counts as failed until it has succeeded: of many at once no more are let through
  /// than one after the other. Throws `AccessError.tooManyFailures` for one that has to wait.
  func attempt(_ login: String, from address: String, at now: Date) throws {
    try failures.withLock { all in
      let place = Place(login: login, address: address)
      var found = all[place] ?? Failures()
      if now.timeIntervalSince(found.last) > Self.memory { found = Failures() }
      guard found.until <= now else { throw AccessError.tooManyFailures(until: found.until) }
      found.count += 1
      found.last = now
      if found.count >= Self.free {
        let wait = min(Self.longest, 60 * pow(2, Double(found.count - Self.free)))
        found.until = now + wait
      }
      all[place] = found
      if all.count > Self.most { Self.forget(&all, at: now) }
    }
  }

  /// Forgets the failures of a name that got in.
  func succeeded(_ login: String, from address: String) {
    failures.withLock { $0[Place(login: login, address: address)] = nil }
  }

  /// Makes room: those that wait no longer go first, oldest first.
  private static func forget(_ all: inout [Place: Failures], at now: Date) {
    let order = all.sorted {
      ($0.value.until > now ? 1 : 0, $0.value.last) < ($1.value.until > now ? 1 : 0, $1.value.last)
    }
    for (place, _) in order.prefix(all.count - most * 9 / 10) { all[place] = nil }
  }
}
