import Ledger

@testable import Storage

/// A ledger led through random acts, beside a model that only remembers what it should hold.
struct RandomLedger {
  let store: LedgerStore
  var values: RandomValues
  /// What the ledger should hold.
  private(set) var model: [ProjectID: Record] = [:]
  /// What each entry left, by its number.
  private(set) var snapshots: [Int64: [ProjectID: Record]] = [0: [:], 1: [:]]
  private var nextProject: ProjectID = 1
  private var day = 0

  init(store: LedgerStore, seed: Int) {
    self.store = store
    values = RandomValues(seed: UInt64(seed))
  }

  mutating func act() throws {
    if values.chance(60) { day += 1 }
    if values.chance(25) {
      let revision = try store.revision
      if revision > 1 { try undo(Int64.random(in: 2...revision, using: &values.random)) }
    } else if values.chance(20) {
      try merge()
    } else {
      try commit(asList: values.chance(60))
    }
  }

  /// Begins with so many projects.
  mutating func begin(with count: Int) throws {
    var changes: [DraftChange] = []
    for _ in 0..<count {
      let record = values.record()
      changes.append(Drafts.create(record))
      model[nextProject] = record
      nextProject += 1
    }
    try commit(changes)
  }

  /// Alters, adds or removes one project, as people do by hand.
  mutating func actOnOne() throws {
    if values.chance(60) { day += 1 }
    let id = values.pick(model.keys.sorted())
    guard let record = model[id], !values.chance(10) else { return try begin(with: 1) }
    try commit([
      values.chance(10) ? remove(id, record) : update(id, record, stating: false)
    ])
  }

  private mutating func commit(_ changes: [DraftChange]) throws {
    let entry = try store.commit(
      EntryDraft(at: Fixture.day(day), actor: "韦", kind: .edit, changes: DraftChanges(changes)),
      expecting: try store.revision)
    snapshots[entry.number] = model
  }

  /// Puts one project into another, where there are two.
  private mutating func merge() throws {
    let projects = model.keys.sorted().shuffled(using: &values.random)
    guard projects.count > 1 else { return }
    let merge = Entry.Merge(projects[0], into: projects[1])
    let taking: Set<Field> = values.chance(50) ? [.totalInvestment, .done] : []
    let plan = try store.mergePlan(merge, taking: taking)
    follow(plan.changes)
    let entry = try store.commit(
      plan.draft(at: Fixture.day(day), actor: "韦", reason: nil), expecting: plan.revision)
    snapshots[entry.number] = model
  }

  private mutating func follow(_ changes: [DraftChange]) {
    for change in changes {
      guard let id = change.project else { continue }
      var record = model[id] ?? Record()
      for field in change.fields { record[field.key] = field.after }
      model[id] = change.kind == .remove ? nil : record
    }
  }

  /// Takes an entry back where that is possible; the model follows the plan.
  @discardableResult
  mutating func undo(_ target: Int64) throws -> Bool {
    let plan: UndoPlan
    do { plan = try store.undoPlan(of: target) } catch StorageError.alreadyUndone { return false }
    if !plan.takesSomethingBack { return false }
    follow(plan.changes)
    let entry = try store.undo(plan, at: Fixture.day(day), actor: "韦", reason: nil)
    snapshots[entry.number] = model
    return true
  }

  func holdings(asOf revision: Int64) throws -> [ProjectID: Record] {
    let projects = try store.allProjects(asOf: revision).map { ($0.id, $0.record) }
    return Dictionary(uniqueKeysWithValues: projects)
  }

  private mutating func commit(asList: Bool) throws {
    var changes: [DraftChange] = []
    for (id, record) in model.sorted(by: { $0.key < $1.key }) where values.chance(40) {
      changes.append(
        !asList && values.chance(20)
          ? remove(id, record) : update(id, record, stating: asList))
    }
    for _ in 0..<values.pick([0, 0, 1, 2]) {
      let record = values.record()
      changes.append(Drafts.create(record))
      model[nextProject] = record
      nextProject += 1
    }
    let draft =
      asList
      ? Drafts.list(
        day: day, sender: values.pick(["县", "局", ""]), month: values.pick([nil, 3, 4]), changes)
      : EntryDraft(at: Fixture.day(day), actor: "韦", kind: .edit, changes: DraftChanges(changes))
    let entry = try store.commit(
      draft, expecting: try store.revision, upload: asList ? Drafts.upload : nil)
    snapshots[entry.number] = model
  }

  private mutating func remove(_ id: ProjectID, _ record: Record) -> DraftChange {
    model[id] = nil
    return Drafts.remove(id, record)
  }

  private mutating func update(
    _ id: ProjectID, _ record: Record, stating: Bool
  ) -> DraftChange {
    var after = record
    for _ in 0..<2 {
      let key = values.key()
      after[key] = key != FieldKey.name && values.chance(30) ? nil : values.value(of: key)
    }
    model[id] = after
    let keys = Set(record.entries.map(\.key) + after.entries.map(\.key)).sorted()
    return DraftChange(
      project: id, kind: .update,
      fields: keys.filter { record[$0] != after[$0] }
        .map { FieldChange(key: $0, before: record[$0], after: after[$0]) },
      stated: stating && values.chance(40) ? values.record().stated : [])
  }
}
