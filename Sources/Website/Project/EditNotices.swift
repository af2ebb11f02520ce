import Ledger
import Operations
import Synchronization

/// What people should look at of what they typed: the findings of an edit, kept for the page that follows it.
final class EditNotices: Sendable {
  private struct Notice {
    let entry: Int64
    let person: Person
    let sentences: [String]
  }

  /// More of them are forgotten, the oldest first: nobody looks at them after the next page.
  private static let most = 64
  private let kept = Mutex<[Notice]>([])

  func note(_ outcome: EditOutcome, for person: Person, _ catalogue: Catalogue) {
    let sentences = outcome.remarks(catalogue)
    guard let entry = outcome.entry?.number, !sentences.isEmpty else { return }
    kept.withLock {
      $0 = $0.suffix(Self.most - 1) + [Notice(entry: entry, person: person, sentences: sentences)]
    }
  }

  /// What is to be said of an entry to who made it.
  func sentences(of entry: Int64, for person: Person) -> [String] {
    kept.withLock { kept in
      kept.last { $0.entry == entry && $0.person == person }?.sentences ?? []
    }
  }
}
