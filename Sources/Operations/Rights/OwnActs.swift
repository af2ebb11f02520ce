import Ledger
import Storage

/// Which acts are whose: a person's own, and those of lists that their unit sent.
struct OwnActs {
  private let person: Person
  private let catalogue: Catalogue

  init(_ person: Person, _ catalogue: Catalogue) {
    self.person = person
    self.catalogue = catalogue
  }

  /// Whether the person did it, or their unit sent the list behind it.
  func contain(_ entry: Entry) -> Bool {
    person.isActor(entry.actor) || entry.source.map { isOwn($0.sender) } ?? false
  }

  /// Whether a list's sender is the person's unit.
  func isOwn(_ sender: String) -> Bool {
    guard let unit = person.unit, !sender.isEmpty else { return false }
    return catalogue.unit(ofSender: sender) == unit
  }

  /// Whether somebody of the person's unit did it, as acts name people.
  func isOfUnit(_ actor: String) -> Bool {
    if person.isActor(actor) { return true }
    guard let unit = person.unit else { return false }
    return actor.contains("（\(catalogue.name(of: .unit, unit))，")
  }
}

extension LedgerOperations {
  /// Whose word the lists are that the person imports: their unit's, or nobody's where they have none; nil for
  /// whoever may import everything, whose lists say themselves whose they are.
  func senderOfOwnLists(in catalogue: Catalogue) -> String? {
    if permissions(in: catalogue).reach(of: .import).isEverything { return nil }
    return person.unit.map { catalogue.name(of: .unit, $0) } ?? ""
  }

  /// Of some entries those that a person sees something of, with what they did to projects that are shown:
  /// what is counted is not more than what is seen.
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

  /// One entry as it is shown; throws `unknownEntry` where the person sees nothing of it.
  func shown(_ number: Int64, _ store: LedgerStore, _ catalogue: Catalogue) throws -> Entry {
    let entry = try store.entry(number)
    guard let shown = try shown([entry], store, catalogue).first else {
      throw StorageError.unknownEntry(number)
    }
    return shown
  }
}

extension Entry {
  /// The same act with other counts.
  fileprivate func counting(_ counts: Counts) -> Entry {
    Entry(
      number: number, at: at, actor: actor, kind: kind, reason: reason, source: source,
      undoes: undoes, particulars: particulars, counts: counts, hash: hash)
  }
}
