import Ledger
import Synchronization

/// Pages as they were shown last, for whoever asks for the same within a minute while the ledger stands: many open
/// the first page, or the list that somebody sent round.
final class KeptAnswers: Sendable {
  /// All that a page follows from.
  struct Key: Hashable, Sendable {
    /// Who asks, with what they may see.
    let person: Person
    let isSignedIn: Bool
    let path: [String]
    let query: Query
    let time: Time
    /// What waits for them, in the head of the page.
    let waiting: Int?
  }

  /// Pages of another entry or minute are not asked for any more.
  struct Time: Hashable, Sendable {
    let revision: Int64
    let minute: String
  }

  private struct Kept {
    var time: Time?
    var answers: [Key: WebResponse] = [:]
    var bytes = 0
  }

  /// So many bytes of pages; beyond that they are all forgotten.
  private let most: Int
  private let kept = Mutex(Kept())

  init(most: Int = 32 << 20) { self.most = most }

  /// The answer for a key, made where it is not kept. What fails is made again by whoever asks next.
  func answer(_ key: Key, _ make: () throws -> WebResponse) rethrows -> WebResponse {
    if let known = kept.withLock({ $0.answers[key] }) { return known }
    let made = try make()
    guard made.status == 200, case .bytes(let bytes) = made.body else { return made }
    kept.withLock { kept in
      if kept.time != key.time || kept.bytes + bytes.count > most { kept = Kept(time: key.time) }
      kept.answers[key] = made
      kept.bytes += bytes.count
    }
    return made
  }
}
