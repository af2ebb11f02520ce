import Engine
import Ledger
import Machine

/// Reads projects with all their values from the balance.
final class ProjectReader {
  private let items: ItemNumbers
  private let places: [Place]
  private let memberships: (any Statement)?
  /// The register places of the projects that are read next; nil if each is queried separately.
  private var ahead: [ProjectID: [(key: FieldKey, place: Membership)]]?
  private var caches = Array(repeating: ValueCache(), count: Field.allCases.count)
  private var reachTexts = Interner()
  /// By the number of the interned text; nil if it is malformed.
  private var reaches: [[FieldKey: Int]?] = []

  init(items: ItemNumbers, _ session: Session) throws {
    self.items = items
    places = Self.places
    memberships = try Self.memberships(session)
  }

  /// Reads only some fields, from the rows of a scan.
  init(
    items: ItemNumbers, _ session: Session, of fields: [Field], _ query: inout ScanQuery
  ) throws {
    self.items = items
    var places: [Place] = []
    for field in fields where field != .registers {
      places.append(Place(field, query.read(field)))
    }
    self.places = places
    memberships = fields.contains(.registers) ? try Self.memberships(session) : nil
  }

  /// Is any project on a register?
  static let areThereMemberships = ForeseenQuery(
    "SELECT EXISTS (SELECT 1 FROM membership)", [], isStream: false)

  private static func memberships(_ session: Session) throws -> (any Statement)? {
    // Which register places does this project have? Nothing to query while no project has one.
    try session.integer(areThereMemberships.sql) == 0
      ? nil
      : try session.statement(
        """
        SELECT year, register, state, batch, class
        FROM membership
        WHERE project = ?
        ORDER BY year, register
        """)
  }

  /// A project of the balance.
  struct Row: Hashable, Sendable {
    let id: ProjectID
    let created: Int64
    let revision: Int64
    let reach: [FieldKey: Int]
    let record: Record
  }

  /// The columns of both tables, for a query that joins `project AS p` and `project_detail AS d`.
  static let columns =
    (ProjectLayout.project.map { "p.\($0)" } + ProjectLayout.detail.dropFirst().map { "d.\($0)" })
    .joined(separator: ", ")

  /// The join of the two tables.
  static let tables = """
    project AS p
    JOIN project_detail AS d ON d.project = p.id
    """

  /// Reads one project from a row of `columns`.
  func row(_ row: any Statement) throws -> Row {
    let id = try row.key(0, in: Stored.project, "project")
    return Row(
      id: id, created: try row.int64(1, in: Stored.number, "project", row: id),
      revision: try row.int64(2, in: Stored.number, "project", row: id),
      reach: try reach(row, column: 3), record: try record(row))
  }

  /// Reads the values of a row.
  func record(_ row: any Statement) throws -> Record {
    var record = Record()
    for place in places where !row.isNull(place.column) {
      try read(place, row, into: &record)
    }
    try readMemberships(of: row.int64(0), into: &record)
    return record
  }

  /// Reads one project from a row of a scan, with the requested values.
  func project(_ row: any Statement) throws -> StoredProject {
    StoredProject(
      id: row.int64(ScanQuery.Column.id), revision: row.int64(ScanQuery.Column.revision),
      record: try record(row), reach: try reach(row, column: ScanQuery.Column.reach))
  }

  /// The column of each field in a row of `columns`.
  private static let places: [Place] = Field.allCases.compactMap { field in
    let place = ProjectLayout.places[Int(field.rawValue)]
    switch place.table {
    case .project: return Place(field, Int32(place.index))
    case .detail: return Place(field, Int32(ProjectLayout.project.count + place.index - 1))
    case .membership: return nil
    }
  }

  private struct Place {
    let field: Field
    let column: Int32
    /// The required kind of the item that the column refers to.
    let kind: CatalogueKind?

    init(_ field: Field, _ column: Int32) {
      self.field = field
      self.column = column
      kind = if case .reference(let kind) = field.storedKind { kind } else { nil }
    }
  }

  private func readMemberships(of project: ProjectID, into record: inout Record) throws {
    guard let memberships else { return }
    if let ahead {
      for (key, place) in ahead[project] ?? [] { record[key] = .membership(place) }
      return
    }
    memberships.bind(project, at: 1)
    while try memberships.step() {
      let (key, place) = try Self.place(memberships, of: project)
      record[key] = .membership(place)
    }
    memberships.reset()
  }

  private static func place(
    _ row: any Statement, of project: ProjectID
  ) throws -> (key: FieldKey, place: Membership) {
    let year = try row.int64(0, in: Stored.year, "membership", row: project)
    return (
      FieldKey(register: row.text(1), year: Int(year)),
      Membership(state: row.textIfAny(2), batch: row.textIfAny(3), className: row.textIfAny(4))
    )
  }

  /// Which register places do these projects have? Nil while no project has one.
  func memberships(of projects: [ProjectID], _ session: Session) -> ForeseenQuery? {
    if memberships == nil { return nil }
    let among = session.connection.isAmong("project", projects)
    return ForeseenQuery(
      """
      SELECT year, register, state, batch, class, project
      FROM membership
      WHERE \(among.sql)
      """, among.values, isStream: false)
  }

  /// Runs `body` with the register places of some projects loaded by one query.
  func withMemberships(
    of projects: [ProjectID], _ session: Session, _ body: () throws -> Void
  ) throws {
    guard let query = memberships(of: projects, session) else { return try body() }
    var places: [ProjectID: [(key: FieldKey, place: Membership)]] = [:]
    let rows = try session.rows(query) {
      (project: $0.int64(5), place: try Self.place($0, of: $0.int64(5)))
    }
    for row in rows { places[row.project, default: []].append(row.place) }
    ahead = places
    defer { ahead = nil }
    try body()
  }

  private func read(_ place: Place, _ row: any Statement, into record: inout Record) throws {
    let (field, column) = (place.field, place.column)
    switch field.storedKind {
    case .text: record[field] = .text(row.text(column))
    case .money: record[field] = .money(Money(fen: row.int64(column)))
    case .quantity: record[field] = .quantity(Quantity(tenThousandths: row.int64(column)))
    case .flag: record[field] = .flag(row.int64(column) == 1)
    case .reference:
      guard let code = items.code(of: row.int64(column), place.kind) else { throw damage(row) }
      record[field] = .reference(code)
    case .date, .references, .list:
      let value = caches[Int(field.rawValue)].value(of: field, row.bytes(column))
      guard let value else { throw damage(row) }
      record[field] = value
    case .series:
      var series = SeriesScan(row.bytes(column))
      while let figure = series.next() {
        guard let period = figure.period else { throw damage(row) }
        record[FieldKey(field, period)] = .money(Money(fen: figure.amount))
      }
    case .texts, .matters:
      guard let parts = ChangeText.readRecord(row.bytes(column)) else { throw damage(row) }
      for entry in parts.entries { record[entry.key] = entry.value }
    case .memberships: break
    }
  }

  private func reach(_ row: any Statement, column: Int32) throws -> [FieldKey: Int] {
    if row.isNull(column) { return [:] }
    let (number, isNew) = reachTexts.number(of: row.bytes(column))
    if isNew {
      reaches.append(
        SeriesText.readReach(row.bytes(column)).map { parts in
          let keys = parts.compactMap { part in FieldKey(part.part).map { ($0, part.month) } }
          return Dictionary(keys) { first, _ in first }
        })
    }
    guard let reach = reaches[number] else { throw damage(row) }
    return reach
  }

  private func damage(_ row: any Statement) -> StorageError {
    .damaged(table: "project", row: row.int64(0))
  }
}
