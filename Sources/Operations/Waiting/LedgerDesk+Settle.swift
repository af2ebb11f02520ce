import Intake
package import Ledger
import Storage
import Wording

extension LedgerDesk {
  /// Takes answers about rows and conflicts, and that something was seen: what lists say is written with their
  /// cells as origins.
  ///
  /// Throws `notWaiting`, `unfitAnswer`, `contraryAnswers`, `unknownProject`; then nothing was written.
  package func settle(_ answers: [WaitingAnswer], reason: String?) throws -> [Entry] {
    let ofValues = answers.filter { [.conflict, .difference].contains($0.id.kind) }
    let others = answers.filter { ![.conflict, .difference].contains($0.id.kind) }
    let choices = try choices(ofValues)
    let entries =
      others.isEmpty
      ? []
      : try writing { store, catalogue in
        try settle(others, [], reason: reason, store, catalogue)
      }
    return try entries + settle(choices, reason: reason)
  }

  /// What is answered about a value that sides disagree about.
  typealias ValueChoice = (said: Disagreement, choice: Settlement.Choice)

  /// The answers about values with what each is about, those first that write one.
  func choices(_ answers: [WaitingAnswer]) throws -> [ValueChoice] {
    if answers.isEmpty { return [] }
    let open = Dictionary(try disagreements().map { ($0.waitingID, $0) }) { first, _ in first }
    var writing: [ValueChoice] = []
    var leaving: [ValueChoice] = []
    var written: [ValuePlace: ValueChoice] = [:]
    for answer in answers {
      guard let said = open[answer.id] else { throw OperationError.notWaiting(answer.id.text) }
      let choice = try choice(answer, said)
      guard let value = choice.written(of: said) else {
        leaving.append((said, choice))
        continue
      }
      if let other = written[said.place], other.choice.written(of: other.said) != value {
        throw OperationError.contraryAnswers(other.said.waitingID.text, said.waitingID.text)
      }
      writing.append((said, choice))
      written[said.place] = (said, choice)
    }
    return writing + leaving
  }

  /// Takes answers about values, each an entry of its own, in the order of `choices`: who is refused is
  /// refused against what stands by then.
  func settle(_ choices: [ValueChoice], reason: String?) throws -> [Entry] {
    var standing: [ValuePlace: Value] = [:]
    return try choices.map { said, choice in
      let entry = try settle(
        standing[said.place].map(said.standing) ?? said, choice, reason: reason)
      if let value = choice.written(of: said) { standing[said.place] = value }
      return entry
    }
  }

  private func choice(
    _ answer: WaitingAnswer, _ said: Disagreement
  ) throws -> Settlement.Choice {
    switch answer.choice {
    case .list: return .list
    case .left: return .hand
    case .value(let text):
      let reading = try read([Assignment(field: said.key.text, text: text)], catalogue())
      let value = reading.values.first { $0.key == said.key }?.value
      guard let value else { throw OperationError.unfitAnswer(answer.id.text) }
      return .other(value)
    default: throw OperationError.unfitAnswer(answer.id.text)
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
      try take(left, &drafts, store)
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
    _ answers: [WaitingAnswer], _ drafts: inout AnswerDrafts, _ store: LedgerStore
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
    for answer in answers where answer.id.kind != .row {
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

/// A field of a project.
private struct ValuePlace: Hashable {
  let project: ProjectID
  let key: FieldKey
}

extension Disagreement {
  fileprivate var place: ValuePlace { ValuePlace(project: project.id, key: key) }
}

extension Settlement.Choice {
  /// The value that it writes; nil where the ledger's stays.
  fileprivate func written(of said: Disagreement) -> Value? {
    switch self {
    case .list: said.said.value
    case .hand: nil
    case .other(let value): value
    }
  }
}

extension EntryNotes {
  /// Notes that something waits no longer.
  init(settled: [Settled]) {
    self.init()
    set(settled)
  }
}
