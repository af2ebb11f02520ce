import Foundation
import Synchronization

/// Slows down guessing: after five failures of one name from one address that name waits there for a minute,
/// then two, up to thirty. Nobody else waits, the owner of the name elsewhere neither.
///
/// Many names from one address are as good as many tries of one: after twenty failures within a minute only names
/// wait not that got in from there before.
final class Throttle: Sendable {
  private static let free = 5
  private static let longest: TimeInterval = 30 * 60
  /// After so long without a try everything is forgotten.
  private static let memory: TimeInterval = 12 * 3600
  private static let most = 10_000
  private static let freeOfAddress = 20
  private static let minute: TimeInterval = 60

  private struct Place: Hashable {
    let login: String
    let address: String
  }

  private struct Failures {
    var count = 0
    var until = Date.distantPast
    var last = Date.distantPast
  }

  private struct State {
    var failures: [Place: Failures] = [:]
    /// Failures of all names within the minute that begins with the first of them.
    var addresses: [String: (count: Int, since: Date)] = [:]
    /// Those who got in, and when.
    var known: [Place: Date] = [:]
  }

  private let state = Mutex(State())

  /// Notes a try, which counts as failed until it has succeeded: of many at once no more are let through
  /// than one after the other. Throws `AccessError.tooManyFailures` for one that has to wait.
  func attempt(_ login: String, from address: String, at now: Date) throws {
    try state.withLock { state in
      let place = Place(login: login, address: address)
      var found = state.failures[place] ?? Failures()
      if now.timeIntervalSince(found.last) > Self.memory { found = Failures() }
      guard found.until <= now else { throw AccessError.tooManyFailures(until: found.until) }
      try Self.countAtAddress(place, &state, now)
      found.count += 1
      found.last = now
      if found.count >= Self.free {
        let wait = min(Self.longest, 60 * pow(2, Double(found.count - Self.free)))
        found.until = now + wait
      }
      state.failures[place] = found
      if state.failures.count > Self.most { Self.forget(&state.failures, at: now) }
    }
  }

  /// Whether a name got in from its address not long ago.
  private static func isKnown(_ place: Place, _ state: State, _ now: Date) -> Bool {
    state.known[place].map { now.timeIntervalSince($0) < memory } ?? false
  }

  private static func countAtAddress(
    _ place: Place, _ state: inout State, _ now: Date
  ) throws {
    if isKnown(place, state, now) { return }
    var tries = state.addresses[place.address] ?? (0, now)
    if now.timeIntervalSince(tries.since) > minute { tries = (0, now) }
    guard tries.count < freeOfAddress else {
      throw AccessError.tooManyFailures(until: tries.since + minute)
    }
    tries.count += 1
    state.addresses[place.address] = tries
    if state.addresses.count > most {
      state.addresses = state.addresses.filter { now.timeIntervalSince($0.value.since) <= minute }
    }
  }

  /// Forgets the failures of a name that got in.
  func succeeded(_ login: String, from address: String, at now: Date) {
    state.withLock { state in
      let place = Place(login: login, address: address)
      state.failures[place] = nil
      // Only what was counted is taken back: nobody makes room for guesses by signing in over and over.
      if !Self.isKnown(place, state, now) { state.addresses[address]?.count -= 1 }
      state.known[place] = now
      if state.known.count > Self.most {
        state.known = state.known.filter { now.timeIntervalSince($0.value) < Self.memory }
      }
    }
  }

  /// Makes room: those that wait no longer go first, oldest first.
  private static func forget(_ all: inout [Place: Failures], at now: Date) {
    let order = all.sorted {
      ($0.value.until > now ? 1 : 0, $0.value.last) < ($1.value.until > now ? 1 : 0, $1.value.last)
    }
    for (place, _) in order.prefix(all.count - most * 9 / 10) { all[place] = nil }
  }
}
