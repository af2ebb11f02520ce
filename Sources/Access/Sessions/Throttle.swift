import Foundation
import Synchronization

/// Slows down guessing: after five failures of one name from one address that name waits there for a minute, then
/// two, up to thirty. Nobody else waits, nor does the owner of the name elsewhere.
///
/// Many names from one address count like many attempts on one: after twenty failures within a minute only names that
/// signed in from there before do not wait. A network of many addresses counts likewise, with five times the limits.
final class Throttle: Sendable {
  private static let longest: TimeInterval = 30 * 60
  /// After this time without an attempt everything is forgotten.
  static let memory: TimeInterval = 12 * 3600
  private static let most = 10_000
  private static let minute: TimeInterval = 60

  /// An address or its surrounding network, and the free attempts there.
  private struct Place: Hashable {
    let name: String
    /// Failures of one name before it has to wait.
    let free: Int
    /// Failures of all names allowed in a minute.
    let freeInMinute: Int

    /// The places of an address, the narrowest first.
    static func all(of address: String) -> [Place] {
      let (place, network) = (Network.place(of: address), Network.around(address))
      let own = Place(name: place, free: 5, freeInMinute: 20)
      return place == network
        ? [own] : [own, Place(name: network, free: 25, freeInMinute: 100)]
    }
  }

  private struct Guess: Hashable {
    let login: String
    let place: Place
  }

  private struct Failures {
    var count = 0
    var until = Date.distantPast
    var last = Date.distantPast
  }

  private struct State {
    var failures: [Guess: Failures] = [:]
    /// Failures of all names within the minute that begins with the first of them.
    var places: [Place: (count: Int, since: Date)] = [:]
    /// Names that signed in successfully, and when.
    var known: [Guess: Date] = [:]

    /// Whether a name signed in from its place recently.
    func knows(_ guess: Guess, _ now: Date) -> Bool {
      known[guess].map { now.timeIntervalSince($0) < Throttle.memory } ?? false
    }
  }

  private let state = Mutex(State())

  /// Records an attempt, which counts as failed until it succeeds, so that parallel attempts gain nothing over
  /// sequential ones. Throws `AccessError.tooManyFailures` for one that has to wait.
  func attempt(_ login: String, from address: String, at now: Date) throws {
    try state.withLock { state in
      let guesses = Place.all(of: address).map { Guess(login: login, place: $0) }
      // A refused attempt is not counted.
      for guess in guesses {
        if let until = Self.wait(of: guess, state, now) {
          throw AccessError.tooManyFailures(until: until)
        }
      }
      for guess in guesses { Self.count(guess, &state, now) }
      Self.makeRoom(&state, now)
    }
  }

  /// The time until which a name has to wait at a place; nil if it need not.
  private static func wait(of guess: Guess, _ state: State, _ now: Date) -> Date? {
    if let failures = state.failures[guess], failures.until > now,
      now.timeIntervalSince(failures.last) <= memory
    {
      return failures.until
    }
    guard !state.knows(guess, now), let tries = state.places[guess.place],
      now.timeIntervalSince(tries.since) <= minute, tries.count >= guess.place.freeInMinute
    else { return nil }
    return tries.since + minute
  }

  private static func count(_ guess: Guess, _ state: inout State, _ now: Date) {
    var found = state.failures[guess] ?? Failures()
    if now.timeIntervalSince(found.last) > memory { found = Failures() }
    found.count += 1
    found.last = now
    if found.count >= guess.place.free {
      let wait = min(longest, 60 * pow(2, Double(found.count - guess.place.free)))
      found.until = now + wait
    }
    state.failures[guess] = found
    if state.knows(guess, now) { return }
    var tries = state.places[guess.place] ?? (0, now)
    if now.timeIntervalSince(tries.since) > minute { tries = (0, now) }
    tries.count += 1
    state.places[guess.place] = tries
  }

  /// Forgets the failures of a name after a successful sign-in.
  func succeeded(_ login: String, from address: String, at now: Date) {
    state.withLock { state in
      for place in Place.all(of: address) {
        let guess = Guess(login: login, place: place)
        state.failures[guess] = nil
        // Take back only what was counted: repeated sign-ins must not make room for guesses.
        if !state.knows(guess, now) { state.places[place]?.count -= 1 }
        state.known[guess] = now
      }
    }
  }

  private static func makeRoom(_ state: inout State, _ now: Date) {
    if state.failures.count > most { forget(&state.failures, at: now) }
    if state.places.count > most {
      state.places = state.places.filter { now.timeIntervalSince($0.value.since) <= minute }
    }
    if state.known.count > most {
      state.known = state.known.filter { now.timeIntervalSince($0.value) < memory }
    }
  }

  /// Frees space: names that no longer wait go first, oldest first.
  private static func forget(_ all: inout [Guess: Failures], at now: Date) {
    let order = all.sorted {
      ($0.value.until > now ? 1 : 0, $0.value.last) < ($1.value.until > now ? 1 : 0, $1.value.last)
    }
    for (guess, _) in order.prefix(all.count - most * 9 / 10) { all[guess] = nil }
  }
}
