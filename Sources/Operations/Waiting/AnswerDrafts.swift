import Foundation
import Intake
import Ledger
import Matching
import Storage
import Wording

/// Converts answers about rows into entries: one for each list that the rows came from, with its file and
/// layout, so that every value has its cell as origin.
struct AnswerDrafts {
  private let act: Act
  private let store: LedgerStore
  private let catalogue: Catalogue
  private let reason: String?
  private var drafts: [Int64: Draft] = [:]
  private var sources: [Int64: Source] = [:]
  /// The projects that the drafts change: each once per transaction.
  private var touched: Set<ProjectID> = []
  private var nextProject: ProjectID
  private var nextDecision: Int
  private var nextDistinction: Int
  /// Answers about projects that another answer changes already.
  private(set) var left: [PendingAnswer] = []
  /// Answers acknowledging items that come from no list.
  private(set) var seen: [Settled] = []

  /// The draft of one list's entry.
  private struct Draft {
    var changes: [DraftChange] = []
    var unchanged: [RowOutcomes.Row] = []
    var items: [CatalogueItem] = []
    var settled: [Settled] = []
    var overruled: [OutrankedStatement] = []
  }

  init(_ act: Act, _ catalogue: Catalogue, reason: String?) throws {
    (self.act, store, self.catalogue, self.reason) = (act, act.store, catalogue, reason)
    nextProject = try store.nextProject()
    nextDecision = catalogue.nextDecision
    nextDistinction = catalogue.items(of: .distinction).count + 1
  }

  /// Adds an answer about a row. Answers must be in row order, because new projects are numbered as they are
  /// written. Throws `unfitAnswer`.
  mutating func take(_ answer: PendingAnswer, about row: HeldRows.Row) throws {
    switch answer.choice {
    case .new: try create(row)
    case .left: add(to: row.entry) { $0.settled.append(Settled(row.id, .left)) }
    case .project(let project):
      try write(row, onto: store.standing(for: [project])[project] ?? project, answer)
    case .same: try write(row, onto: try projectBefore(row), answer)
    case .list, .value, .different, .merged, .later:
      throw OperationError.unfitAnswer(answer.id.text)
    }
  }

  private mutating func create(_ row: HeldRows.Row) throws {
    let values = row.row.values
    var draft = Draft()
    draft.changes = [
      DraftChange(creating: row.row.source) { take in
        for value in values { try take(value.key, value.value, value.raw) }
      }
    ]
    draft.settled = [Settled(row.id, .new)]
    // Recorded as different, so that the pair is not asked about again.
    for project in row.row.projects {
      let distinction = DuplicateDecision(ProjectPair(nextProject, project), .different)
      draft.items.append(distinction.item(position: nextDistinction))
      nextDistinction += 1
    }
    nextProject += 1
    draft.items += try decision(about: row, nil)
    add(draft, to: row.entry)
  }

  private mutating func write(
    _ row: HeldRows.Row, onto project: ProjectID, _ answer: PendingAnswer
  ) throws {
    guard isFree(project) else { return left.append(answer) }
    let outcome = try compare(row.row, with: store.project(project), source(of: row.entry))
    var draft = Draft()
    if outcome.changes.isEmpty && outcome.stated.isEmpty {
      draft.unchanged = [RowOutcomes.Row(source: row.row.source, outcome: .unchanged(project))]
    } else {
      draft.changes = [
        DraftChange(
          project: project, kind: .update, fields: outcome.changes, stated: outcome.stated,
          row: row.row.source)
      ]
    }
    draft.settled = [Settled(row.id, .project(project))]
    draft.overruled = outcome.overruled
    draft.items = try decision(about: row, project)
    add(draft, to: row.entry)
  }

  /// The changes of a row to its project, as the import of its list would make them. If an earlier row of the
  /// list is about the same project, only the values that row did not state.
  private func compare(
    _ row: HeldRow, with project: StoredProject, _ source: Source
  ) throws -> (changes: [FieldChange], stated: [Stated], overruled: [OutrankedStatement]) {
    let bases = try store.bases(sender: source.speaker, projects: [project.id])
    var known = Planner.Known()
    known.records = [project.id: project.record]
    known.bases = bases.said
    known.shared = bases.shared
    known.testimonies = try store.testimonies(of: [project.id])
    let planner = Planner(
      known,
      voice: Voice(
        speaker: source.speaker, month: source.month,
        newest: try store.newestMonth(of: source.speaker), catalogue),
      clearing: .nothing,
      earlierSums: EarlierSums(reach: [project.id: project.reach], month: source.asOfMonth))
    let columns =
      source.tables.indices.contains(row.source.table)
      ? source.tables[row.source.table].columns : [:]
    let parsed = ParsedRow(
      number: row.source.number, serial: nil,
      values: row.values.map {
        ParsedValue(key: $0.key, value: $0.value, column: columns[$0.key], raw: $0.raw)
      })
    let outcome = planner.plan(
      parsed, table: row.source.table, match: .project(project.id, by: .answer))
    let (changes, stated) = (outcome?.changes ?? [], outcome?.stated ?? [])
    let overruled = outcome?.overruled ?? []
    guard case .repeated = row.reason else { return (changes, stated, overruled) }
    let own = bases.said[project.id] ?? Record()
    return (
      changes.filter { own[$0.key] == nil }, stated.filter { own[$0.key] == nil },
      overruled.filter { own[$0.key] == nil }
    )
  }

  /// The decision about the row's name, so that its sender's next list needs no answer.
  private mutating func decision(
    about row: HeldRows.Row, _ project: ProjectID?
  ) throws -> [CatalogueItem] {
    let source = try source(of: row.entry)
    if case .repeated = row.row.reason { return [] }
    if source.sender.isEmpty { return [] }
    let decision = Decision(
      .project, row.row.call, .project(project), sender: source.sender, file: source.fileName)
    return [decision.item(position: position(of: decision.code))]
  }

  /// The project of the earlier row that a held row repeats.
  private mutating func projectBefore(_ row: HeldRows.Row) throws -> ProjectID {
    if let project = row.row.projects.first { return project }
    guard case .repeated(let number) = row.row.reason else {
      throw OperationError.unfitAnswer(row.id.text)
    }
    var found: ProjectID?
    try store.forEachChange(of: row.entry) { change in
      guard let source = change.row, source.number == number else { return }
      if found == nil || source.table == row.row.source.table { found = change.project }
    }
    let unchanged = try source(of: row.entry).outcomes?.rows ?? []
    for row in unchanged where found == nil && row.source.number == number {
      if case .unchanged(let project) = row.outcome { found = project }
    }
    // The project may have been merged into another since.
    guard let found, let standing = try store.find(String(found)).first else {
      throw OperationError.unfitAnswer(row.id.text)
    }
    return standing
  }

  private mutating func source(of entry: Int64) throws -> Source {
    if let source = sources[entry] { return source }
    guard let source = try store.entry(entry).source else {
      throw OperationError.notAnImport(entry)
    }
    sources[entry] = source
    return source
  }

  /// Whether no earlier answer changes the project; marks it as changed.
  private mutating func isFree(_ project: ProjectID) -> Bool { touched.insert(project).inserted }

  /// Records that a person has seen an item.
  mutating func note(seen id: PendingID) { seen.append(Settled(id, .left)) }

  private mutating func add(to entry: Int64, _ change: (inout Draft) -> Void) {
    change(&drafts[entry, default: Draft()])
  }

  /// Adds to the draft of a list.
  private mutating func add(_ more: Draft, to entry: Int64) {
    add(to: entry) { draft in
      draft.changes += more.changes
      draft.unchanged += more.unchanged
      draft.items += more.items
      draft.settled += more.settled
      draft.overruled += more.overruled
    }
  }

  /// The number of a decision: the existing one, or the next.
  private mutating func position(of code: String) -> Int {
    if let known = catalogue.item(.decision, code) { return known.position }
    nextDecision += 1
    return nextDecision - 1
  }

  /// The entries, ordered by list.
  mutating func entries() throws -> [EntryDraft] {
    try drafts.sorted { $0.key < $1.key }.map { entry, draft in
      let source = try source(of: entry)
      let unchanged = draft.unchanged.sorted {
        ($0.source.table, $0.source.number) < ($1.source.table, $1.source.number)
      }
      return act.entry(
        .answer, DraftChanges(draft.changes), items: draft.items, because: reason,
        from: Source(
          fileName: source.fileName, sha256: source.sha256, sender: source.sender,
          year: source.year, asOfMonth: source.asOfMonth, tables: source.tables,
          outcomes: RowOutcomes(unchanged)),
        unchanged: unchanged.count,
        notes: EntryNotes(settled: draft.settled, overruled: draft.overruled))
    }
  }
}
