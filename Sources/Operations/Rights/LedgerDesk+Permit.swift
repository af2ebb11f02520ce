import Ledger
import Storage
import Wording

extension LedgerDesk {
  /// Throws `rightMissing` where the person may not alter one of the projects of some changes: as it stands, as
  /// it would be afterwards, and of a new one as it begins. So nobody moves a project into a foreign scope, or
  /// out of their own.
  func permit(
    _ right: Right, _ changes: some Sequence<DraftChange>, _ store: LedgerStore,
    _ catalogue: Catalogue
  ) throws {
    let permissions = permissions(in: catalogue)
    try permissions.require(right, in: catalogue)
    let reach = permissions.reach(of: right)
    if reach.isEverything { return }
    let changes = Array(changes)
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

extension DraftChange {
  /// Alters a project as the change would.
  fileprivate func apply(to record: inout Record) throws {
    for field in fields { record[field.key] = field.after }
    var taken = record
    try takeValues { key, value, _ in taken[key] = value }
    record = taken
  }
}
