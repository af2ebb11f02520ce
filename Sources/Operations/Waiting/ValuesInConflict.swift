import Intake
import Ledger
import Storage

/// The values that a list and the ledger both changed, and that still differ: nobody has settled them, and the
/// sender has said nothing else since.
struct ValuesInConflict {
  struct Value {
    let entry: Int64
    let conflict: OpenConflict
    /// What the ledger holds now.
    let ledger: Ledger.Value?

    var id: WaitingID { .conflict(entry, conflict.project, conflict.key) }
  }

  /// In the order in which they came.
  let open: [Value]

  init(
    _ lists: [Int64: StandingList], settled: Set<WaitingID>, _ store: LedgerStore,
    _ catalogue: Catalogue
  ) throws {
    let noted = try store.standingNotes([.conflicts]).flatMap { entry, notes in
      notes.all(OpenConflict.self).map { (entry: entry, conflict: $0) }
    }.filter { !settled.contains(.conflict($0.entry, $0.conflict.project, $0.conflict.key)) }
    if noted.isEmpty {
      open = []
      return
    }
    let projects = try store.projects(Set(noted.map(\.conflict.project)).sorted())
    var said: [String: [ProjectID: Record]] = [:]
    for (sender, noted) in Dictionary(grouping: noted, by: { lists[$0.entry]?.sender ?? "" }) {
      said[sender] = try store.bases(
        sender: sender, projects: Set(noted.map(\.conflict.project)).sorted())
    }
    open = noted.compactMap { entry, conflict in
      let sender = lists[entry]?.sender ?? ""
      guard let record = projects[conflict.project]?.record else { return nil }
      let ledger = record[conflict.key]
      let value = Value(entry: entry, conflict: conflict, ledger: ledger)
      guard let list = conflict.list else { return ledger == conflict.ledger ? value : nil }
      let isSaid =
        said[sender]?[conflict.project]?[conflict.key].map { list.saysSame(as: $0) } ?? false
      let settlement = catalogue.settlement(
        sender: sender, project: conflict.project, key: conflict.key)
      let isSettled = settlement.map { $0.list.saysSame(as: list) } ?? false
      return isSaid && !isSettled && ledger.map { list.saysSame(as: $0) } != true ? value : nil
    }
  }
}
