import Ledger
import Storage

/// Determines which entries are a person's own, or come from lists of their unit.
struct OwnActs {
  private let person: Person
  private let catalogue: Catalogue

  init(_ person: Person, _ catalogue: Catalogue) {
    self.person = person
    self.catalogue = catalogue
  }

  /// Whether the person made the entry, or their unit sent its list.
  func contain(_ entry: Entry) -> Bool {
    person.isActor(entry.actor) || entry.source.map { isOwn($0.sender) } ?? false
  }

  /// Whether a list's sender is the person's unit.
  func isOwn(_ sender: String) -> Bool {
    guard let unit = person.unit, !sender.isEmpty else { return false }
    return catalogue.unit(ofSender: sender) == unit
  }

  /// Whether the actor of an entry is of the person's unit.
  func isOfUnit(_ actor: String) -> Bool {
    if person.isActor(actor) { return true }
    guard let unit = person.unit else { return false }
    return actor.contains("（\(catalogue.name(of: .unit, unit))，")
  }
}

extension LedgerOperations {
  /// The sender of the lists that the person imports: their unit, or empty without one; nil if the person may
  /// import everything, because those lists name their sender.
  func senderOfOwnLists(in catalogue: Catalogue) -> String? {
    if permissions(in: catalogue).reach(of: .import).isEverything { return nil }
    return person.unit.map { catalogue.name(of: .unit, $0) } ?? ""
  }

  /// The entries of which the person may see something, with counts of visible projects only.
  func shown(_ entries: [Entry], _ store: LedgerStore, _ catalogue: Catalogue) throws -> [Entry] {
    if store.showsEverything { return entries }
    let own = OwnActs(person, catalogue)
    let counts = try store.shownCounts(of: entries.map(\.number))
    return entries.compactMap { entry in
      guard let counts = counts[entry.number] ?? (own.contain(entry) ? .init() : nil) else {
        return nil
      }
      return entry.counting(counts)
    }
  }

  /// One entry with visible counts; throws `unknownEntry` if the person may see nothing of it.
  func shown(_ number: Int64, _ store: LedgerStore, _ catalogue: Catalogue) throws -> Entry {
    let entry = try store.entry(number)
    guard let shown = try shown([entry], store, catalogue).first else {
      throw StorageError.unknownEntry(number)
    }
    return shown
  }
}

extension Entry {
  /// The same entry with other counts.
  fileprivate func counting(_ counts: Counts) -> Entry {
    Entry(
      number: number, at: at, actor: actor, kind: kind, reason: reason, source: source,
      undoes: undoes, particulars: particulars, counts: counts, hash: hash)
  }
}
