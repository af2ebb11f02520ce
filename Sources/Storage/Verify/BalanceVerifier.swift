import Ledger

/// Proves the balance from the journal alone: every project is led through its changes again and
/// compared with what the tables hold of it.
struct BalanceVerifier {
  private var findings: [VerificationFinding] = []
  private let headers: EntryHeaders
  private let reader: ProjectReader
  private let catalogue: Catalogue
  private let projects: Statement
  private var isAtProject: Bool
  private let statements: StatementCursor

  static func findings(_ session: Session) throws -> [VerificationFinding] {
    var verifier = try BalanceVerifier(session)
    try verifier.verifyProjects(session)
    return verifier.findings
  }

  private init(_ session: Session) throws {
    headers = try EntryTable.headers(session)
    reader = try ProjectReader(items: ItemNumbers(session), session)
    catalogue = Catalogue(items: try CatalogueTable.items(session))
    // What does the balance hold, project by project?
    projects = try session.statement(
      """
      SELECT \(ProjectReader.columns), d.project, s.text, o.text
      FROM project AS p
      LEFT JOIN project_detail AS d ON d.project = p.id
      LEFT JOIN project_search AS s ON s.project = p.id
      LEFT JOIN project_sound AS o ON o.project = p.id
      ORDER BY p.id
      """)
    isAtProject = try projects.step()
    statements = try StatementCursor(session)
  }

  private mutating func verifyProjects(_ session: Session) throws {
    // What happened to each project, oldest first?
    let changes = try session.statement(
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
        if let replay, isSound { try verify(replay.state) }
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
    if let replay, isSound { try verify(replay.state) }
    try reportSurplus(before: .max)
  }

  private mutating func verify(_ state: ProjectState) throws {
    try reportSurplus(before: state.id)
    let isThere = isAtProject && projects.int64(0) == state.id
    guard let record = state.record else {
      if isThere { try reportSurplus(before: state.id + 1) }
      return
    }
    guard isThere else {
      findings.append(.balanceLacks(project: state.id))
      return
    }
    compare(state, record)
    isAtProject = try projects.step()
    if try statements.take(state.id) != expectedStatements(of: state) {
      findings.append(.statementsDiffer(project: state.id))
    }
  }

  private mutating func compare(_ state: ProjectState, _ record: Record) {
    guard let row = try? reader.row(projects) else {
      findings.append(.unreadable(table: "project", row: state.id))
      return
    }
    let expected = ProjectReader.Row(
      id: state.id, created: state.created, revision: state.revision, reach: state.reach,
      record: record)
    let last = projects.columnCount - 1
    if row != expected || projects.isNull(last - 2) {
      findings.append(.balanceDiffers(project: state.id))
    }
    let text = SearchText(record, catalogue: catalogue)
    if projects.textIfAny(last - 1) != text.written || projects.textIfAny(last) != text.sound {
      findings.append(.searchDiffers(project: state.id))
    }
  }

  private func expectedStatements(of state: ProjectState) -> [String: StatementCursor.Row] {
    state.statements.mapValues { statement in
      let row = StatementWriter.row(statement)
      return StatementCursor.Row(digest: row.digest, said: row.said)
    }
  }

  private mutating func reportSurplus(before limit: ProjectID) throws {
    while isAtProject, projects.int64(0) < limit {
      findings.append(.balanceExceeds(project: projects.int64(0)))
      isAtProject = try projects.step()
    }
  }
}
