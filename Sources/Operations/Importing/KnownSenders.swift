import Intake
import Ledger
import Matching
import Storage

/// The ledger's names of senders: an office that spells its name differently stays the same sender, under its
/// last name.
struct KnownSenders {
  private let catalogue: Catalogue
  /// The last name used, by the office it identifies.
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

  /// The ledger's name of a sender; the text itself if unknown.
  func name(of sender: String) -> String {
    sender.isEmpty ? sender : names[catalogue.office(sender)] ?? sender
  }

  /// The ledger's name of a sender; nil if unknown.
  func known(_ sender: String) -> String? { names[catalogue.office(sender)] }

  /// The names of all senders, sorted.
  var all: [String] { names.values.sorted() }
}
