import Intake
import Ledger
import Matching
import Storage

/// The items waiting for a person, computed from the ledger: held rows, unknown words and columns, conflicting
/// values, possible duplicates, missing lists and projects.
///
/// No queue is stored: items answered, undone or restated since disappear or reappear with the next query.
struct PendingQueue {
  private let store: LedgerStore
  private let catalogue: Catalogue
  private let lists: [Int64: StandingList]
  private let notes: [(entry: Int64, notes: EntryNotes)]
  private let settled: Set<PendingID>
  private let takenBack: [TakenBackWord]

  init(_ store: LedgerStore, _ catalogue: Catalogue) throws {
    self.store = store
    self.catalogue = catalogue
    lists = Dictionary(
      try store.standingLists().map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    notes = try store.standingNotes(
      [.held, .settled, .words, .columns, .missing, .returned])
    takenBack = try store.takenBackWords()
    settled = Set(notes.flatMap { $0.notes.all(Settled.self).map(\.id) })
  }

  /// The items of some kinds.
  func items(_ kinds: Set<PendingID.Kind>) throws -> [PendingItem] {
    let said =
      kinds.isDisjoint(with: [.conflict, .difference])
      ? [] : try LedgerOperations.disagreements(store, catalogue)
    return try PendingID.Kind.allCases.filter(kinds.contains).flatMap { try items($0, said) }
  }

  private func items(_ kind: PendingID.Kind, _ said: [Disagreement]) throws -> [PendingItem] {
    switch kind {
    case .row: try rows()
    case .word: words()
    case .header: headers()
    case .conflict: disagreements(.conflict, said)
    case .difference: disagreements(.difference, said)
    case .duplicate: try duplicates()
    case .list: lateLists()
    case .missing: try missing()
    }
  }

  // MARK: From lists

  private func waiting(
    _ id: PendingID, _ matter: PendingItem.Matter, in entry: Int64
  ) -> PendingItem {
    var item = PendingItem(id, matter)
    item.sender = lists[entry]?.sender ?? ""
    item.entry = entry
    item.file = lists[entry]?.file
    return item
  }

  private func rows() throws -> [PendingItem] {
    let open = HeldRows(notes, lists).open
    let named = Set(open.flatMap { $0.row.projects }).sorted()
    // A project merged since is replaced by the surviving one.
    let standing = try store.standing(for: named)
    let projects = try store.projects(Set(standing.values).sorted())
    let sheets = try sheets(of: Set(open.map(\.entry)))
    return open.map { held in
      var item = waiting(held.id, .row(held.row.reason), in: held.entry)
      item.sheet = sheets[held.entry]?[held.row.source.table]
      item.row = held.row.source.number
      item.name = held.row.name
      let likely = held.row.projects.compactMap { standing[$0] }.filter { projects[$0] != nil }
      item.project = likely.first
      item.sides = [.init(.list, held.row.record.telling)]
      item.sides += likely.compactMap { project in
        projects[project].map { .init(.project(project), $0.record.telling) }
      }
      return item
    }
  }

  /// The sheet names of lists, by table.
  private func sheets(of entries: Set<Int64>) throws -> [Int64: [Int: String]] {
    try entries.reduce(into: [:]) { sheets, entry in
      let tables = try store.entry(entry).source?.tables ?? []
      sheets[entry] = Dictionary(
        tables.enumerated().map { ($0, $1.sheet) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// A word in several lists of a sender waits once, for the latest list.
  private func words() -> [PendingItem] {
    var items: [PendingID: PendingItem] = [:]
    for (entry, notes) in notes {
      // Without a sender, a word belongs to the list's own speaker.
      let speaker = lists[entry]?.speaker ?? ""
      for word in notes.all(UnresolvedTerm.self)
      where !catalogue.knows(word, of: speaker) || isTakenBack(word, in: entry) {
        let id = PendingID.word(word.subject, word.text, of: speaker)
        var item = waiting(id, .word(word), in: entry)
        item.name = word.text
        item.key = word.fields.first.map { FieldKey($0) }
        items[id] = item
      }
    }
    return items.values.filter { !settled.contains($0.id) }.sorted(by: comesFirst)
  }

  /// Whether values were written by the decided meaning of the word and that was undone.
  private func isTakenBack(_ word: UnresolvedTerm, in entry: Int64) -> Bool {
    guard !takenBack.isEmpty, let list = lists[entry],
      !catalogue.ignores(word, of: list.speaker)
    else { return false }
    return takenBack.contains { back in
      back.sha256 == list.sha256 && back.sender == list.sender
        && word.fields.contains(back.key.field)
    }
  }

  private func headers() -> [PendingItem] {
    var items: [PendingID: PendingItem] = [:]
    for (entry, notes) in notes {
      let speaker = lists[entry]?.speaker ?? ""
      for column in notes.all(UnreadColumn.self)
      where column.isAsked && !catalogue.knows(column, of: speaker) {
        let id = PendingID.header(column.path, of: speaker)
        var waiting = self.waiting(id, .header(column), in: entry)
        waiting.sheet = column.sheet
        waiting.name = column.path
        items[id] = waiting
      }
    }
    return items.values.filter { !settled.contains($0.id) }.sorted(by: comesFirst)
  }

  private func comesFirst(_ one: PendingItem, _ other: PendingItem) -> Bool {
    (one.entry ?? 0, one.id.text) < (other.entry ?? 0, other.id.text)
  }

  /// The conflicts, or the differences.
  private func disagreements(
    _ kind: Disagreement.Kind, _ all: [Disagreement]
  ) -> [PendingItem] {
    all.filter { $0.kind == kind }.map { said in
      var item = waiting(
        said.waitingID, kind == .conflict ? .conflict : .difference, in: said.word.entry)
      item.sheet = said.said.origin.sheet
      item.row = said.word.row?.number
      item.project = said.project.id
      item.name = said.project.record.text(.name) ?? ""
      item.key = said.key
      item.sides = [
        .init(.ledger, Record(said.standing.map { [(said.key, $0)] } ?? [])),
        .init(.list, Record([(said.key, said.said.value)])),
      ]
      return item
    }
  }

  // MARK: From the ledger

  private func duplicates() throws -> [PendingItem] {
    let found = try DuplicateCandidates(store, catalogue).open
    let projects = try store.projects(
      Set(found.flatMap { [$0.pair.first, $0.pair.second] }).sorted())
    return found.map { likely in
      let pair = likely.pair
      var item = PendingItem(
        .duplicate(pair.first, pair.second),
        .duplicate(reason: likely.reason, score: likely.score, isSure: likely.isSure))
      item.project = pair.first
      item.name = projects[pair.first]?.record.text(.name) ?? ""
      item.sides = [pair.first, pair.second].compactMap { id in
        projects[id].map { .init(.project(id), $0.record.telling) }
      }
      return item
    }
  }

  // MARK: Missing

  /// The imports of each named sender, in order.
  private func imports() -> [[StandingList]] {
    let imports = lists.values.filter { $0.kind == .import && !$0.sender.isEmpty }
      .sorted { $0.entry < $1.entry }
    return Dictionary(grouping: imports) { catalogue.office($0.sender) }.values
      .sorted { ($0.last?.sender ?? "", $0[0].entry) < ($1.last?.sender ?? "", $1[0].entry) }
  }

  /// Senders whose latest month is before the latest month of any sender.
  private func lateLists() -> [PendingItem] {
    let last = imports().compactMap { lists in
      lists.max { ($0.monthNumber, $0.entry) < ($1.monthNumber, $1.entry) }
    }
    guard let latest = last.map(\.monthNumber).max(), let month = Period(month: latest) else {
      return []
    }
    return last.compactMap { list in
      guard list.monthNumber < latest, let own = Period(month: list.monthNumber) else { return nil }
      let id = PendingID.list(of: list.sender, month: month.text)
      if settled.contains(id) { return nil }
      var item = waiting(id, .list(month: month, last: own), in: list.entry)
      item.name = list.sender
      return item
    }
  }

  /// Projects that the last list of a kind lacks, although an earlier list of that kind from the sender had
  /// them.
  private func missing() throws -> [PendingItem] {
    let notes = Dictionary(notes.map { ($0.entry, $0.notes) }) { first, _ in first }
    // A 核对表 contains the exported projects only, so nothing is missing from it.
    let returned = Set(notes.filter { !$0.value.all(RoundTrippedTable.self).isEmpty }.keys)
    let kinds = imports().flatMap { lists in
      ListKind.groups(lists.filter { !returned.contains($0.entry) }, \.columns)
    }
    let missing = kinds.flatMap { lists in
      lists.last.map { last in
        firstsWithout(lists, notes).sorted { $0.key < $1.key }.map {
          (list: last, project: $0.key, first: $0.value)
        }
      } ?? []
    }
    let names = try store.names(of: missing.map(\.project))
    var told: Set<PendingID> = []
    return missing.compactMap { list, project, first in
      let id = PendingID.missing(project, from: list.sender, since: first.since)
      guard let name = names[project], !settled.contains(id), told.insert(id).inserted else {
        return nil
      }
      var item = waiting(id, .missing, in: list.entry)
      item.project = project
      item.name = name
      return item
    }
  }

  /// For each project missing from the last list, the first list without it since it was last reported: an
  /// answer given for that one counts until the sender reports the project again.
  private func firstsWithout(
    _ lists: [StandingList], _ notes: [Int64: EntryNotes]
  ) -> [ProjectID: StandingList] {
    lists.reduce(into: [:]) { firsts, list in
      let missing = (notes[list.entry]?.all(MissingProject.self) ?? []).map(\.project)
      let earlier = firsts
      firsts = Dictionary(missing.map { ($0, earlier[$0] ?? list) }) { one, _ in one }
    }
  }
}

extension StandingList {
  /// The identifier of the first list without a project: its month, else its entry.
  fileprivate var since: String {
    month?.text ?? String(entry)
  }

  /// The month of its figures as a count of months; -1 if it has none.
  fileprivate var monthNumber: Int { asOfMonth.map { year * 12 + $0 - 1 } ?? -1 }
}

extension Period {
  /// The month with a count of months; nil if negative.
  fileprivate init?(month: Int) {
    guard month >= 0, let period = Period.months(month / 12, month % 12 + 1, month % 12 + 1) else {
      return nil
    }
    self = period
  }
}

extension Record {
  /// The values that identify a project to a person.
  fileprivate var telling: Record {
    Record(
      [Field.name, .code, .owner, .investor, .district, .zone, .totalInvestment, .stage]
        .compactMap { field in self[field].map { (FieldKey(field), $0) } })
  }
}

extension Disagreement {
  /// Its identifier in the queue.
  var waitingID: PendingID {
    let sender = Speaker.unnamed(said.sender) ?? said.sender
    return switch kind {
    case .conflict: .conflict(project.id, key, with: sender)
    case .difference: .difference(project.id, key, from: sender)
    }
  }
}
