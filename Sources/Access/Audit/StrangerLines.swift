import Foundation
import Synchronization

/// Keeps whoever is not let in from filling the audit: of one place so many lines a minute are written, and one
/// line says how many more there were.
final class StrangerLines: Sendable {
  /// How many lines a place gets in a minute.
  static let most = 30
  static let minute: TimeInterval = 60
  /// Of more places at a time than these, the others are one.
  private static let mostPlaces = 10_000
  private static let others = "*"

  private struct Count {
    let since: Date
    var written = 0
    var left = 0
  }

  private let counts = Mutex<[String: Count]>([:])

  /// Whether a line about somebody at an address is to be written; else it is counted.
  func take(_ address: String, at now: Date) -> Bool {
    counts.withLock { counts in
      var place = Network.place(of: address)
      if counts[place] == nil, counts.count >= Self.mostPlaces { place = Self.others }
      let isFull = counts[place].map { $0.written >= Self.most } ?? false
      if isFull {
        counts[place]?.left += 1
      } else {
        counts[place, default: Count(since: now)].written += 1
      }
      return !isFull
    }
  }

  /// Whether some are counted that no line tells of.
  var isCounting: Bool { counts.withLock { $0.values.contains { $0.left > 0 } } }

  /// Hands over a line for each place of which more came than was written, in a minute that is over, or, where
  /// `all` says so, so far; what cannot be written is counted on.
  func settle(at now: Date, all: Bool = false, _ write: ([AuditLine]) throws -> Void) rethrows {
    let over = counts.withLock { counts in
      let over = counts.filter { all || abs(now.timeIntervalSince($0.value.since)) >= Self.minute }
      for place in over.keys { counts[place] = nil }
      return over
    }
    let lines = over.filter { $0.value.left > 0 }.sorted { $0.key < $1.key }.map { place, count in
      AuditLine(
        .refused, by: AuditActor(login: nil, name: "?", address: place), on: "",
        result: AuditLine.more(count.left))
    }
    if lines.isEmpty { return }
    do {
      try write(lines)
    } catch {
      counts.withLock { counts in
        for (place, count) in over where count.left > 0 {
          counts[place, default: Count(since: count.since, written: Self.most)].left += count.left
        }
      }
      throw error
    }
  }
}
