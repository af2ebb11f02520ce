import Synchronization

/// Remembers what texts meant: the cells of a list repeat a few words many thousand times.
package final class Memo<Meaning: Sendable>: Sendable {
  private let meanings = Mutex<[String: Meaning]>([:])

  /// More texts than this are not remembered: they do not repeat.
  private static var limit: Int { 20_000 }

  package init() {}

  /// The meaning found before, else the one `find` gives.
  package func meaning(of text: String, find: () -> Meaning) -> Meaning {
    if let known = meanings.withLock({ $0[text] }) { return known }
    let found = find()
    meanings.withLock { if $0.count < Self.limit { $0[text] = found } }
    return found
  }
}
