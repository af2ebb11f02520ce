import Engine
import Ledger

/// Rewrites the whole balance and the senders' last statements from the journal. The statements briefly refer to
/// removed projects: references must not be checked before the end.
enum BalanceRefill {
  /// Empties the balance and replays every project's changes into it.
  static func run(_ session: Session) throws {
    try session.run(
      """
      DELETE FROM project_search;
      DELETE FROM project_sound;
      DELETE FROM membership;
      DELETE FROM project_detail;
      DELETE FROM project;
      """)
    let headers = try EntryTable.headers(session)
    let balance = try BalanceWriter(
      session, items: ItemNumbers(session),
      catalogue: Catalogue(items: CatalogueTable.items(session)), into: .current)
    let statements = try StatementWriter(session)
    // Which projects are in the journal?
    let projects = try session.stream(
      """
      SELECT DISTINCT project
      FROM change
      ORDER BY project
      """)
    var batch: [ProjectID] = []
    func write() throws {
      var states: [ProjectState] = []
      try ChangeTable.forEachReplay(of: batch, headers: headers, session) {
        states.append($0.state)
      }
      try balance.insert(states)
      try statements.rewrite(states)
      batch.removeAll(keepingCapacity: true)
    }
    while try projects.step() {
      batch.append(projects.int64(0))
      if batch.count == Batches.size { try write() }
    }
    try write()
  }
}
