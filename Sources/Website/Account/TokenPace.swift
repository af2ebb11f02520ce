import Synchronization

/// Limits a token to fifty requests a second (a token bucket).
final class TokenPace: Sendable {
  static let most = 50.0

  private struct Left {
    var count: Double
    var at: ContinuousClock.Instant
  }

  private let left = Mutex<[Int64: Left]>([:])

  /// Whether the token may make another request.
  func allows(_ token: Int64, at now: ContinuousClock.Instant = .now) -> Bool {
    left.withLock { all in
      var left = all[token] ?? Left(count: Self.most, at: now)
      let (seconds, attoseconds) = (now - left.at).components
      let passed = Double(seconds) + Double(attoseconds) / 1e18
      left = Left(count: min(Self.most, left.count + passed * Self.most), at: now)
      let isAllowed = left.count >= 1
      if isAllowed { left.count -= 1 }
      all[token] = left
      return isAllowed
    }
  }
}
