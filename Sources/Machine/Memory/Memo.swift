import Synchronization

/// A cache of parsed texts: the cells of a list repeat a few words many thousand times.
package final class Memo<Meaning: Sendable>: Sendable {
  private let meanings = Mutex<[String: Meaning]>([:])

  /// The most entries; later texts are not cached, since they do not repeat.
  private static var limit: Int { 20_000 }

  package init() {}

  /// The cached meaning of a text, else the one `find` returns.
  package func meaning(of text: String, find: () -> Meaning) -> Meaning {
    if let known = meanings.withLock({ $0[text] }) { return known }
    let found = find()
    meanings.withLock { if $0.count < Self.limit { $0[text] = found } }
    return found
  }
}
