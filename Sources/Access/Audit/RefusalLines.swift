import Foundation
import Synchronization

/// Keeps refused strangers from filling the audit: at most `most` lines a minute are written for one network, and
/// one more line states how many others there were.
final class RefusalLines: Sendable {
  /// The number of lines for one network in a minute.
  static let most = 30
  static let minute: TimeInterval = 60
  /// Beyond this many networks at a time, the others are counted as one.
  private static let mostPlaces = 10_000
  private static let others = "*"

  private struct Count {
    let since: Date
    var written = 0
    var left = 0
  }

  private let counts = Mutex<[String: Count]>([:])

  /// Whether a line about somebody at an address may be written; otherwise it is counted.
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

  /// Whether there are counts that no line states yet.
  var isCounting: Bool { counts.withLock { $0.values.contains { $0.left > 0 } } }

  /// Passes on a line for each network with unwritten attempts in a minute that is over, or, if `all`, in the current
  /// one; if writing fails, the counts are kept.
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
