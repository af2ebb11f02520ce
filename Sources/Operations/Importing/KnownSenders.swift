import Intake
import Ledger
import Matching
import Storage

/// What the ledger calls those who send lists: an office that spells itself otherwise this month is the same
/// sender, by the name it had so far.
struct KnownSenders {
  private let catalogue: Catalogue
  /// By what tells them apart, the name that was used last.
  private let names: [String: String]

  init(_ store: LedgerStore, _ catalogue: Catalogue) throws {
    self.init(
      catalogue.recipes.map(\.sender) + (try store.standingLists().map(\.sender)), catalogue)
  }

  init(_ senders: [String], _ catalogue: Catalogue) {
    self.catalogue = catalogue
    let named = Set(senders).filter { !$0.isEmpty && Speaker.unnamed($0) == nil }
    let offices = Dictionary(uniqueKeysWithValues: named.map { ($0, catalogue.office($0)) })
    names = senders.reduce(into: [:]) { names, sender in
      if let office = offices[sender] { names[office] = sender }
    }
  }

  /// The name that the ledger has for a sender; of one that it does not know, the text itself.
  func name(of sender: String) -> String {
    sender.isEmpty ? sender : names[catalogue.office(sender)] ?? sender
  }

  /// The same, nil for one that the ledger does not know.
  func known(_ sender: String) -> String? { names[catalogue.office(sender)] }

  /// What all are called.
  var all: [String] { names.values.sorted() }
}
