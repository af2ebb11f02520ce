import Foundation
import Synchronization

/// When sessions and tokens were last used, before it is written to the file, which happens once a minute.
final class LastSeen: Sendable {
  enum Key: Hashable, Sendable {
    case session(Int64)
    case token(Int64)
  }

  private static let pause: TimeInterval = 60
  private let times = Mutex<[Key: (seen: Date, written: Date)]>([:])

  /// The later of the stored time and the one known here.
  func last(_ key: Key, written: Date) -> Date {
    times.withLock { max($0[key]?.seen ?? written, written) }
  }

  /// Records a use. Returns whether the file is due to be updated.
  func note(_ key: Key, at now: Date, written: Date) -> Bool {
    times.withLock { times in
      let told = max(times[key]?.written ?? written, written)
      let isDue = now.timeIntervalSince(told) >= Self.pause
      times[key] = (now, isDue ? now : told)
      return isDue
    }
  }

  func forget(_ key: Key) { times.withLock { $0[key] = nil } }
}
