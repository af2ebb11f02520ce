import Intake
package import Ledger
import Storage
import Wording

extension LedgerDesk {
  /// Takes answers about rows and conflicts, and that something was seen: what lists say is written with their
  /// cells as origins.
  ///
  /// Throws `notWaiting`, `unfitAnswer`, `unknownProject`.
  package func settle(_ answers: [WaitingAnswer], reason: String?) throws -> [Entry] {
    try writing { store, catalogue in
      try settle(answers, [], reason: reason, store, catalogue)
    }
  }

  /// The same, with items of the catalogue that were decided beside them. One project is altered once in a
  /// transaction, so that several answers about one may take several.
  func settle(
    _ answers: [WaitingAnswer], _ decided: [CatalogueItem], reason: String?,
    _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> [Entry] {
    var entries: [Entry] = []
    var catalogue = catalogue
    var left = answers
    var items = decided
    repeat {
      var drafts = try AnswerDrafts(self, store, catalogue.adding(items), reason: reason)
      try take(left, &drafts, store, catalogue)
      left = drafts.left
      let own = try drafts.entries()
      let seen = drafts.seen
      let head =
        items.isEmpty && seen.isEmpty
        ? []
        : [
          EntryDraft(
            at: now(), actor: actor, kind: .decide, reason: reason, changes: [], items: items,
            notes: EntryNotes(settled: seen))
        ]
      items = []
      if head.isEmpty && own.isEmpty { break }
      entries += try store.commit(head + own, expecting: nil)
      catalogue = try store.catalogue()
    } while !left.isEmpty
    let concerned = try lists(concernedBy: answers, decided, store)
    let late = try LateWords(desk: self, store: store, catalogue: catalogue)
      .drafts(of: concerned, reason: reason)
    if !late.isEmpty { entries += try store.commit(late, expecting: nil) }
    return entries
  }

  private func take(
    _ answers: [WaitingAnswer], _ drafts: inout AnswerDrafts, _ store: LedgerStore,
    _ catalogue: Catalogue
  ) throws {
    let rows = try HeldRows(store).open
    let places = Dictionary(rows.indices.map { (rows[$0].id, $0) }) { first, _ in first }
    // New projects are numbered as they are written: list by list, in the order of the rows.
    let ofRows = answers.filter { $0.id.kind == .row }
    for answer in ofRows where places[answer.id] == nil {
      throw OperationError.notWaiting(answer.id.text)
    }
    for answer in ofRows.sorted(by: { places[$0.id] ?? 0 < places[$1.id] ?? 0 }) {
      if let place = places[answer.id] { try drafts.take(answer, about: rows[place]) }
    }
    let ofValues = answers.filter { $0.id.kind == .conflict }
    if !ofValues.isEmpty {
      let lists = Dictionary(try store.standingLists().map { ($0.entry, $0) }) { first, _ in first }
      let open = try ValuesInConflict(lists, settled: [], store, catalogue).open
      for answer in ofValues {
        guard let value = open.first(where: { $0.id == answer.id }) else {
          throw OperationError.notWaiting(answer.id.text)
        }
        try drafts.take(answer, about: value.conflict, of: value.entry)
      }
    }
    for answer in answers where ![.row, .conflict].contains(answer.id.kind) {
      guard answer.choice == .left else { throw OperationError.unfitAnswer(answer.id.text) }
      drafts.note(seen: answer.id)
    }
  }

  /// The lists that may say more by now: those with words that were decided, and those whose rows were written.
  private func lists(
    concernedBy answers: [WaitingAnswer], _ decided: [CatalogueItem], _ store: LedgerStore
  ) throws -> Set<Int64> {
    let rows = answers.compactMap { $0.choice == .left ? nil : $0.id.row?.entry }
    let senders = Set(decided.compactMap { Decision($0)?.sender })
    let lists = try store.standingLists().filter {
      $0.kind == .import && senders.contains($0.sender)
    }
    return Set(rows + lists.map(\.entry))
  }
}

extension EntryNotes {
  /// Notes that something waits no longer.
  init(settled: [Settled]) {
    self.init()
    set(settled)
  }
}
