import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// Throws `rightMissing` unless the person may change all projects of `changes`, both before and after the
  /// change, so that nobody moves a project into or out of their scope. New projects are checked after the
  /// change only.
  func permit(
    _ right: Right, _ changes: some Sequence<DraftChange>, _ store: LedgerStore,
    _ catalogue: Catalogue
  ) throws {
    let permissions = permissions(in: catalogue)
    try permissions.require(right, in: catalogue)
    if !permissions.reach(of: .contacts).isEverything {
      // Masked fields may be changed only by people who may see them.
      let masked = catalogue.sensitiveFields
      let touching = changes.filter { $0.fields.contains { masked.contains($0.key.field) } }
      try permit(permissions.reach(of: .contacts), .contacts, touching, store, catalogue)
    }
    try permit(permissions.reach(of: right), right, changes, store, catalogue)
  }

  /// A person who may not edit everything may add parts only to packages in their scope: a package is counted
  /// differently for its parts, and whether others have one of that name must stay hidden. Throws
  /// `unknownProject`.
  func permit(
    packageOf changes: [FieldChange], _ store: LedgerStore, _ catalogue: Catalogue
  ) throws {
    let reach = permissions(in: catalogue).reach(of: .edit)
    let change = changes.first { $0.key == FieldKey(.package) }
    guard !reach.isEverything, case .text(let name)? = change?.after else { return }
    if try !store.has(package: name, within: reach) { throw OperationError.unknownProject(name) }
  }

  private func permit(
    _ reach: Reach, _ right: Right, _ changes: some Sequence<DraftChange>, _ store: LedgerStore,
    _ catalogue: Catalogue
  ) throws {
    if reach.isEverything { return }
    let changes = Array(changes)
    if changes.isEmpty { return }
    let standing = try store.whole.projects(changes.compactMap(\.project))
    for change in changes {
      var record = change.project.flatMap { standing[$0]?.record } ?? Record()
      let before = record
      try change.apply(to: &record)
      let isHeld =
        (change.kind == .create || reach.holds(before))
        && (change.kind == .remove || reach.holds(record))
      guard isHeld else {
        throw OperationError.rightMissing(right, holders: catalogue.roles(with: right))
      }
    }
  }
}

extension LedgerStore {
  /// Whether a project in scope has a package's name.
  func has(package name: String, within reach: Reach) throws -> Bool {
    try projects(find(name)).values.contains { project in
      project.record.text(.name) == name && reach.holds(project.record)
    }
  }
}

extension DraftChange {
  /// Applies the change to a record.
  fileprivate func apply(to record: inout Record) throws {
    for field in fields { record[field.key] = field.after }
    var taken = record
    try takeValues { key, value, _ in taken[key] = value }
    record = taken
  }
}
