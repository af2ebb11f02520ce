import Engine
import Ledger

/// Verifies the balance against the journal: every project is replayed, laid out as rows, and compared byte by byte
/// with the tables.
struct BalanceVerifier {
  private var findings: [VerificationFinding] = []
  private let headers: EntryHeaders
  private var rows: ProjectRows
  /// One for each table of `ProjectRows.tables`, the project's own first.
  private let cursors: [BalanceCursor]
  private let statements: StatementCursor

  static func findings(_ session: Session) throws -> [VerificationFinding] {
    var verifier = try BalanceVerifier(session)
    try verifier.verifyProjects(session)
    return verifier.findings
  }

  private init(_ session: Session) throws {
    headers = try EntryTable.headers(session)
    rows = ProjectRows(
      items: try ItemNumbers(session),
      catalogue: Catalogue(items: try CatalogueTable.items(session)))
    let tables = BalanceTables.current
    cursors = [
      try BalanceCursor(tables.project, ProjectLayout.project, session),
      try BalanceCursor(tables.detail, ProjectLayout.detail, session),
      try BalanceCursor(tables.membership, ProjectLayout.membership, session),
      try BalanceCursor(tables.search, ProjectLayout.search, tellsOfSearch: true, session),
      try BalanceCursor(tables.sound, ProjectLayout.search, tellsOfSearch: true, session),
    ]
    statements = try StatementCursor(session)
  }

  private mutating func verifyProjects(_ session: Session) throws {
    // Which changes does each project have, oldest first?
    let changes = try session.stream(
      """
      SELECT \(ChangeTable.columns)
      FROM change
      ORDER BY project, entry
      """)
    var replay: Replay?
    var isSound = true
    while try changes.step() {
      let project = changes.int64(1)
      if replay?.state.id != project {
        if let replay { try verify(replay.state, isSound: isSound) }
        replay = Replay(project: project, headers: headers)
        isSound = true
      }
      guard isSound else { continue }
      guard let row = try? ChangeTable.row(changes) else {
        findings.append(.unreadable(table: "change", row: changes.int64(6)))
        isSound = false
        continue
      }
      if replay?.apply(row.change, of: row.entry) != true {
        findings.append(.unfittingChange(project: project, entry: row.entry))
        isSound = false
      }
    }
    if let replay { try verify(replay.state, isSound: isSound) }
    try reportSurplus(before: nil)
  }

  /// For a project whose changes cannot be replayed there are no further findings.
  private mutating func verify(_ state: ProjectState, isSound: Bool) throws {
    try reportSurplus(before: state.id)
    let isThere = isSound && state.record != nil
    if let record = state.record, isThere {
      do { try rows.take(state, record) } catch is StorageError {
        rows.clear()
        findings.append(.balanceDiffers(project: state.id))
      }
    } else {
      rows.clear()
    }
    let comparisons = try zip(cursors, rows.tables).map { try $0.take(state.id, expecting: $1) }
    let said = try statements.take(state.id)
    guard isSound else { return }
    if isThere, comparisons[0] == .missing {
      findings.append(.balanceLacks(project: state.id))
    } else if !isThere, comparisons.contains(.different) {
      findings.append(.balanceExceeds(project: state.id))
    } else {
      let different = zip(cursors, comparisons).filter { $1 != .same }
      findings += Set(different.map { $0.0.finding(state.id) })
    }
    if said != (isThere ? expectedStatements(of: state) : [:]) {
      findings.append(.statementsDiffer(project: state.id))
    }
  }

  private func expectedStatements(of state: ProjectState) -> [[UInt8]: StatementCursor.Row] {
    Dictionary(
      state.statements.map { sender, statement in
        let row = StatementWriter.Row(
          project: state.id, said: statement.said, isCreation: statement.isCreation,
          held: state.held(of: sender))
        return (
          Array(sender.utf8),
          StatementCursor.Row(
            digest: row.digest, said: row.said.map { Array($0.utf8) },
            held: row.held.map { Array($0.utf8) })
        )
      }
    ) { first, _ in first }
  }

  private mutating func reportSurplus(before limit: ProjectID?) throws {
    let surplus = try cursors.reduce(into: Set()) { $0.formUnion(try $1.skip(to: limit)) }
    findings += surplus.sorted().map { .balanceExceeds(project: $0) }
  }
}
