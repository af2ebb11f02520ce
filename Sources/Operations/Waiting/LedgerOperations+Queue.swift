package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// The items waiting for a person, of one sender or of all, ordered by kind. Throws `unknownSender`.
  package func queue(
    _ kinds: Set<PendingID.Kind> = Set(PendingID.Kind.allCases), sender: String? = nil
  ) throws -> (items: [PendingItem], catalogue: Catalogue) {
    try reading { store, catalogue in
      let own = OwnActs(person, catalogue)
      let items = try PendingQueue(store, catalogue).items(kinds).filter { item in
        // Of others' lists only items about visible projects.
        store.showsEverything || own.isOwn(item.sender)
          || [.conflict, .difference, .duplicate, .missing].contains(item.id.kind)
      }
      guard let sender else { return (items, catalogue) }
      let senders = try KnownSenders(store, catalogue)
      guard senders.known(sender) != nil else {
        throw OperationError.unknownSender(
          sender, nearest: NearNames(senders.all.map { ($0, []) }).nearest(to: sender))
      }
      return (items.filter { catalogue.isSameSender($0.sender, sender) }, catalogue)
    }
  }
}
