import Ledger
import Operations
import Synchronization

/// Findings of an edit that its author should review, kept for the next page.
final class EditNotices: Sendable {
  private struct Notice {
    let entry: Int64
    let person: Person
    let sentences: [String]
  }

  /// The oldest notices beyond this number are dropped; they are read only on the next page.
  private static let most = 64
  private let kept = Mutex<[Notice]>([])

  func note(_ outcome: EditOutcome, for person: Person, _ catalogue: Catalogue) {
    let sentences = outcome.remarks(catalogue)
    guard let entry = outcome.entry?.number, !sentences.isEmpty else { return }
    kept.withLock {
      $0 = $0.suffix(Self.most - 1) + [Notice(entry: entry, person: person, sentences: sentences)]
    }
  }

  /// Returns the notices of an entry for its author.
  func sentences(of entry: Int64, for person: Person) -> [String] {
    kept.withLock { kept in
      kept.last { $0.entry == entry && $0.person == person }?.sentences ?? []
    }
  }
}
