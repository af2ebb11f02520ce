import Engine
import Ledger

/// Plans the inverse of an entry, project by project, value by value.
///
/// A value that still is the entry's is restored to its previous one, ignoring entries that were undone since; one
/// altered since stays. A project that the entry created is removed, unless a later entry in force touched it; then
/// it is removed with the last of those.
struct UndoPlanner {
  private let headers: EntryHeaders
  /// The headers including the undo.
  private let later: EntryHeaders
  private let entry: Int64
  /// The last list in force that repeated a project without altering it.
  private let repeated: [ProjectID: Int64]
  /// The merge that is undone; nil for another entry.
  private let merge: UndoneMerge?
  private let session: Session
  private let saidAgain: RepeatedStatements
  private let leftAlone: UntouchedProjects
  private let merges: MergesTakenBack
  private let ranks: SenderRanks
  /// The values that the entry's sender repeats, by project.
  private var carried: [ProjectID: Inheritance] = [:]
  private var reverted: [UndoPlan.Reverted] = []
  private var kept: [UndoPlan.Kept] = []
  private var impossible: [UndoPlan.Impossible] = []
  private var changes: [DraftChange] = []

  /// Throws `unknownEntry`, `cannotUndo`, `alreadyUndone`, and whatever `watch` throws, which is called at each step.
  static func plan(
    of number: Int64, _ session: Session, watch: (_ step: Int) throws -> Void
  ) throws -> UndoPlan {
    let entry = try EntryTable.entry(number, session)
    let headers = try EntryTable.headers(session)
    guard entry.kind != .setup else {
      throw StorageError.cannotUndo(entry: number, kind: entry.kind)
    }
    if let undo = headers.undo(of: number) {
      throw StorageError.alreadyUndone(entry: number, by: undo)
    }
    let ranks = SenderRanks(Catalogue(items: try CatalogueTable.items(session)))
    var planner = try UndoPlanner(
      session, headers: headers, ranks, entry: number,
      repeated: try repeats(since: number, headers, session),
      merge: try UndoneMerge(by: number, headers, ranks, session),
      saidAgain: try RepeatedStatements(after: number, headers, session),
      leftAlone: try UntouchedProjects(after: entry, headers, session))
    var step = 0
    try ChangeTable.projects(of: number, session).forEachBatch { projects in
      let histories = try ChangeTable.histories(of: projects, session)
      for history in projects.compactMap({ histories[$0] }) {
        guard let change = history.last(where: { $0.entry == number })?.change else { continue }
        try watch(step)
        try planner.plan(change, history: history)
        step += 1
      }
    }
    let planned = Set(planner.changes.compactMap(\.project))
    try planner.leftAlone.projects.subtracting(planned).sorted().forEachBatch { projects in
      let histories = try ChangeTable.histories(of: projects, session)
      for project in projects { try planner.planRepeated(project, histories[project] ?? []) }
    }
    planner.carryOver()
    let parts = try LooseParts(after: planner.changes, session)
    let items = try ItemUndo(of: number, later: planner.later, session)
    return UndoPlan(
      entry: entry, revision: try LedgerStore.revision(session), reverted: planner.reverted,
      kept: planner.kept, impossible: planner.impossible, loosened: parts.loosened,
      revertedItems: items.reverted, keptItems: items.kept,
      altersQueue: try NoteTable.altersQueue(number, session), changes: parts.changes)
  }

  private init(
    _ session: Session, headers: EntryHeaders, _ ranks: SenderRanks, entry: Int64,
    repeated: [ProjectID: Int64], merge: UndoneMerge?,
    saidAgain: RepeatedStatements, leftAlone: UntouchedProjects
  ) throws {
    self.session = session
    self.saidAgain = saidAgain
    self.leftAlone = leftAlone
    later = headers.takingBack(entry)
    merges = try MergesTakenBack(later, session)
    self.headers = headers
    self.ranks = ranks
    self.entry = entry
    self.repeated = repeated
    self.merge = merge
  }

  private mutating func plan(_ change: Change, history: [ChangeTable.Row]) throws {
    if let barred = merge?.barred {
      return impossible.append(
        UndoPlan.Impossible(project: change.project, reason: .removed, by: barred))
    }
    let state = try ChangeTable.replay(history, of: change.project, headers: headers).state
    let record = state.record
    let words = record == nil ? Inheritance() : saidAgain.words(of: change, history, state)
    if !words.statements.isEmpty { carried[change.project] = words }
    switch (change.kind, record) {
    case (.create, let record?): try planRemoval(change, record, history)
    case (.update, let record?):
      if leftAlone.projects.contains(change.project) {
        remove(change.project, record)
      } else {
        try planReversal(change, record, history)
      }
    case (.remove, nil): planRestoration(change)
    case (.remove, _?): refuse(change.project, .restored, history)
    case (_, nil): refuse(change.project, .removed, history)
    }
  }

  private mutating func planRemoval(
    _ change: Change, _ record: Record, _ history: [ChangeTable.Row]
  ) throws {
    let project = change.project
    // A list that repeated it also confirms that it exists.
    let later = [history.last { isInForce($0.entry) }?.entry, repeated[project]].compactMap { $0 }
    guard let last = later.max() else { return remove(project, record) }
    kept.append(
      UndoPlan.Kept(project: project, name: record.text(.name) ?? "", key: nil, alteredBy: last))
    // It keeps the values that other lists state.
    let besides = try besides(change, record, history)
    let fields = change.fields.filter { record[$0.key] == $0.after }.compactMap { field in
      field.going(to: besides.value(of: field.key, else: field.after))
    }
    goBack(project, fields, reach: besides.reach(of: fields), name: record.text(.name))
  }

  private func besides(
    _ change: Change, _ record: Record, _ history: [ChangeTable.Row]
  ) throws -> SaidBesides {
    let again = carried[change.project]?.statements.values.flatMap { $0.entries.map(\.key) } ?? []
    return try SaidBesides(entry, change, of: record, history, again: Set(again), headers) {
      try WithoutTakenBack(
        MeantRows(of: change.project, history, merges, session), later, ranks, session)
    }
  }

  private mutating func remove(_ project: ProjectID, _ record: Record) {
    revert(
      DraftChange(
        project: project, kind: .remove,
        fields: record.entries.map { FieldChange(key: $0.key, before: $0.value, after: nil) }),
      project, name: record.text(.name))
  }

  /// Plans the removal of an untouched project that the entry only repeated.
  private mutating func planRepeated(
    _ project: ProjectID, _ history: [ChangeTable.Row]
  ) throws {
    let state = try ChangeTable.replay(history, of: project, headers: headers).state
    if let record = state.record { remove(project, record) }
  }

  private mutating func planReversal(
    _ change: Change, _ record: Record, _ history: [ChangeTable.Row]
  ) throws {
    // For a merge it is known which keys others altered since; for another entry these are the keys with another
    // value.
    let altered =
      merge?.altered(change, record) ?? change.fields.filter { record[$0.key] == $0.after }
    let reverted = Set(altered.map(\.key))
    for field in change.fields
    where !reverted.contains(field.key) && record[field.key] != field.before {
      keep(field.key, of: change.project, record, history)
    }
    let name = record.text(.name)
    if merge != nil {
      let fields = altered.compactMap { $0.going(to: $0.before) }
      return goBack(change.project, fields, reach: [:], name: name)
    }
    let besides = try besides(change, record, history)
    var fields = altered.compactMap { field in
      field.going(to: besides.value(of: field.key, else: standing(before: field, history)))
    }
    for key in besides.own {
      let word = FieldChange(key: key, before: nil, after: record[key])
      if let back = word.going(to: besides.value(of: key, else: record[key])) {
        fields.append(back)
      }
    }
    fields.sort { $0.key < $1.key }
    goBack(change.project, fields, reach: besides.reach(of: fields), name: name)
  }

  /// Adds the reverting change of a project.
  private mutating func goBack(
    _ project: ProjectID, _ fields: [FieldChange], reach: [FieldKey: Int], name: String?
  ) {
    if fields.isEmpty { return }
    revert(
      DraftChange(
        project: project, kind: .update, fields: fields, inheritance: Inheritance(reach: reach)),
      project, name: name)
  }

  private mutating func keep(
    _ key: FieldKey, of project: ProjectID, _ record: Record, _ history: [ChangeTable.Row]
  ) {
    let later = history.last { row in row.change.fields.contains { $0.key == key } }
    kept.append(
      UndoPlan.Kept(
        project: project, name: record.text(.name) ?? "", key: key,
        alteredBy: later?.entry ?? entry))
  }

  /// The value before the entry, ignoring entries that are undone.
  private func standing(before field: FieldChange, _ history: [ChangeTable.Row]) -> Value? {
    var value = field.before
    for row in history.reversed() where row.entry < entry {
      guard let earlier = row.change.fields.first(where: { $0.key == field.key }) else { continue }
      guard earlier.after == value, later.isUndone(row.entry) else { return value }
      value = earlier.before
    }
    return value
  }

  /// Carries over the values that the sender repeats, in the reverting change or in one of their own.
  private mutating func carryOver() {
    if changes.isEmpty && !kept.isEmpty { return }
    for (place, change) in changes.enumerated() {
      guard let project = change.project, let words = carried.removeValue(forKey: project),
        change.kind == .update
      else { continue }
      var inheritance = words
      inheritance.reach.merge(change.inheritance.reach) { own, _ in own }
      changes[place] = DraftChange(
        project: project, kind: change.kind, fields: change.fields, inheritance: inheritance)
    }
    changes += carried.sorted { $0.key < $1.key }.map { project, words in
      DraftChange(project: project, kind: .update, fields: [], inheritance: words)
    }
  }

  private mutating func planRestoration(_ change: Change) {
    let returned = merge?.returned(change)
    let fields =
      returned?.record.entries.map { FieldChange(key: $0.key, before: nil, after: $0.value) }
      ?? change.fields.map { FieldChange(key: $0.key, before: nil, after: $0.before) }
    let name = change.fields.first { $0.key == FieldKey(.name) }?.before?.canonical
    revert(
      DraftChange(
        project: change.project, kind: .create, fields: fields,
        inheritance: returned?.inheritance ?? Inheritance()), change.project, name: name)
  }

  private mutating func revert(_ draft: DraftChange, _ project: ProjectID, name: String?) {
    changes.append(draft)
    reverted.append(
      UndoPlan.Reverted(
        project: project, name: name ?? "", change: draft.kind, keys: draft.fields.map(\.key)))
  }

  private mutating func refuse(
    _ project: ProjectID, _ reason: UndoPlan.Impossible.Reason, _ history: [ChangeTable.Row]
  ) {
    let turning: Change.Kind = reason == .removed ? .remove : .create
    let by = history.last { $0.change.kind == turning }?.entry ?? entry
    impossible.append(UndoPlan.Impossible(project: project, reason: reason, by: by))
  }

  /// Whether a later entry is in force: neither undone, nor an undo.
  private func isInForce(_ later: Int64) -> Bool {
    later > entry && headers[later]?.kind != .undo && !headers.isUndone(later)
  }
}

extension FieldChange {
  /// The change from the current value to another one; nil if they are equal.
  fileprivate func going(to value: Value?) -> FieldChange? {
    value == after ? nil : FieldChange(key: key, before: after, after: value)
  }
}
