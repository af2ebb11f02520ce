import Intake
package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// Applies answers about rows and conflicts, and acknowledgements: values from lists are written with their
  /// cells as origins.
  ///
  /// Throws `notWaiting`, `unfitAnswer`, `contraryAnswers`, `unknownProject`; then nothing was written.
  package func settle(_ answers: [PendingAnswer], reason: String?) throws -> [Entry] {
    let ofValues = answers.filter { [.conflict, .difference].contains($0.id.kind) }
    let others = answers.filter { ![.conflict, .difference].contains($0.id.kind) }
    let choices = try choices(ofValues)
    let entries =
      others.isEmpty
      ? []
      : try act(.decide) { try settle(others, [], concerning: [], reason: reason, $0) }
    return try entries + settle(choices, reason: reason)
  }

  /// An answer about a conflicting value.
  typealias ValueChoice = (said: Disagreement, choice: Settlement.Choice)

  /// The answers about values with their disagreements, those that write a value first.
  func choices(_ answers: [PendingAnswer]) throws -> [ValueChoice] {
    if answers.isEmpty { return [] }
    let open = Dictionary(try disagreements().map { ($0.waitingID, $0) }) { first, _ in first }
    var writing: [ValueChoice] = []
    var leaving: [ValueChoice] = []
    var written: [ValuePlace: ValueChoice] = [:]
    for answer in answers {
      guard let said = open[answer.id] else { throw OperationError.notWaiting(answer.id.text) }
      let choice = try choice(answer, said)
      guard let value = choice.written(of: said.said.value) else {
        leaving.append((said, choice))
        continue
      }
      if let other = written[said.place], other.choice.written(of: other.said.said.value) != value {
        throw OperationError.contraryAnswers(other.said.waitingID.text, said.waitingID.text)
      }
      writing.append((said, choice))
      written[said.place] = (said, choice)
    }
    return writing + leaving
  }

  /// Applies answers about values, one entry each, in the order of `choices`: refusals are recorded against the
  /// value current at that point.
  func settle(_ choices: [ValueChoice], reason: String?) throws -> [Entry] {
    var standing: [ValuePlace: Value] = [:]
    return try choices.map { said, choice in
      let entry = try settle(
        standing[said.place].map(said.standing) ?? said, choice, reason: reason)
      if let value = choice.written(of: said.said.value) { standing[said.place] = value }
      return entry
    }
  }

  private func choice(
    _ answer: PendingAnswer, _ said: Disagreement
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

  /// The same with catalogue items decided alongside. A project is changed once per transaction, so several
  /// answers about one need several transactions. `lists` are read again for words known by now.
  func settle(
    _ answers: [PendingAnswer], _ decided: [CatalogueItem], concerning lists: Set<Int64>,
    reason: String?, _ act: Act
  ) throws -> [Entry] {
    let store = act.store
    let known = try HeldRows(store)
    let ofRows = answers.filter { $0.id.kind == .row }
    let following = Dictionary(grouping: ofRows) { $0.choice.isKnownProject }.mapValues { answers in
      answers.flatMap { answer in known.following(answer.id).map { (row: $0, answer: answer) } }
    }
    let now = (following[true] ?? []).map { PendingAnswer($0.row.id, $0.answer.choice) }
    var entries = try write(answers + now, decided, concerning: lists, reason: reason, act)
    // The project that a new row became is known only after writing.
    let later = try (following[false] ?? []).compactMap { row, answer in
      try project(of: answer.id, in: entries, store).map { PendingAnswer(row.id, .project($0)) }
    }
    if !later.isEmpty {
      entries += try write(later, [], concerning: [], reason: reason, act)
    }
    return entries
  }

  /// The project that a row was written to by one of the entries.
  private func project(
    of row: PendingID, in entries: [Entry], _ store: LedgerStore
  ) throws -> ProjectID? {
    for entry in entries where entry.kind == .answer {
      let settled = try store.notes(of: entry.number).all(Settled.self)
      guard settled.contains(where: { $0.id == row }) else { continue }
      let change = try store.changes(of: entry.number).first { $0.row == row.row?.source }
      let unchanged = entry.source?.outcomes?.rows.first { $0.source == row.row?.source }
      if let change { return change.project }
      if case .unchanged(let project)? = unchanged?.outcome { return project }
    }
    return nil
  }

  private func write(
    _ answers: [PendingAnswer], _ decided: [CatalogueItem], concerning known: Set<Int64>,
    reason: String?, _ act: Act
  ) throws -> [Entry] {
    let store = act.store
    var entries: [Entry] = []
    var catalogue = try store.catalogue()
    var left = answers
    var items = decided
    repeat {
      var drafts = try AnswerDrafts(act, catalogue.adding(items), reason: reason)
      try take(left, &drafts, store)
      left = drafts.left
      let own = try drafts.entries()
      let seen = drafts.seen
      let head =
        items.isEmpty && seen.isEmpty
        ? []
        : [
          act.entry(
            .decide, items: items, because: reason, notes: EntryNotes(settled: seen))
        ]
      items = []
      if head.isEmpty && own.isEmpty { break }
      entries += try act.write(head + own)
      catalogue = try store.catalogue()
    } while !left.isEmpty
    let concerned = try lists(concernedBy: answers, decided, store).union(known)
    let late = try LateTerms(act: act, catalogue: catalogue).drafts(of: concerned, reason: reason)
    if !late.isEmpty { entries += try act.write(late) }
    return entries
  }

  private func take(
    _ answers: [PendingAnswer], _ drafts: inout AnswerDrafts, _ store: LedgerStore
  ) throws {
    let rows = try HeldRows(store).waiting
    let places = Dictionary(rows.indices.map { (rows[$0].id, $0) }) { first, _ in first }
    // New projects are numbered as they are written: by list, then by row.
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

  /// The lists to read again: those with decided words, and those whose rows were written.
  private func lists(
    concernedBy answers: [PendingAnswer], _ decided: [CatalogueItem], _ store: LedgerStore
  ) throws -> Set<Int64> {
    let rows = answers.compactMap { $0.choice == .left ? nil : $0.id.row?.entry }
    let senders = Set(decided.compactMap { Decision($0)?.sender })
    let lists = try store.standingLists().filter {
      $0.kind == .import && senders.contains($0.speaker)
    }
    return Set(rows + lists.map(\.entry))
  }
}

/// A field of a project, as a key.
private struct ValuePlace: Hashable {
  let project: ProjectID
  let key: FieldKey
}

extension Disagreement {
  fileprivate var place: ValuePlace { ValuePlace(project: project.id, key: key) }
}

extension EntryNotes {
  /// Notes that items are settled, and which statements the answers outranked.
  init(settled: [Settled], overruled: [OutrankedStatement] = []) {
    self.init()
    set(settled)
    set(overruled)
  }
}

extension PendingAnswer.Choice {
  /// Whether the project of the row, or that it has none, is known before writing.
  fileprivate var isKnownProject: Bool {
    switch self {
    case .project, .left: true
    default: false
    }
  }
}
