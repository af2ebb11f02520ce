import Ledger

/// Reads projects from the balance, each with all its values.
struct ProjectReader {
  private let items: ItemNumbers

  init(items: ItemNumbers) { self.items = items }

  /// A project of the balance.
  struct Row: Hashable, Sendable {
    let id: ProjectID
    let created: Int64
    let revision: Int64
    let reach: [FieldKey: Int]
    let record: Record
  }

  /// Columns of both tables, for a query that joins `project AS p` and `project_detail AS d`.
  static let columns =
    (ProjectLayout.project.map { "p.\($0)" } + ProjectLayout.detail.dropFirst().map { "d.\($0)" })
    .joined(separator: ", ")

  /// How the two tables are joined.
  static let tables = """
    project AS p
    JOIN project_detail AS d ON d.project = p.id
    """

  /// One project from a row of `columns`.
  func row(_ row: Statement) throws -> Row {
    let id = row.int64(0)
    var record = Record()
    for field in Field.allCases {
      try read(field, row, column: Self.column(of: field), into: &record)
    }
    return Row(
      id: id, created: row.int64(1), revision: row.int64(2),
      reach: try reach(row, column: 3), record: record)
  }

  private static func column(of field: Field) -> Int32 {
    let place = ProjectLayout.places[Int(field.rawValue)]
    switch place.table {
    case .project: return Int32(place.index)
    case .detail: return Int32(ProjectLayout.project.count + place.index - 1)
    }
  }

  private func read(
    _ field: Field, _ row: Statement, column: Int32, into record: inout Record
  ) throws {
    if row.isNull(column) { return }
    let damage = StorageError.damaged(table: "project", row: row.int64(0))
    let value: Value?
    switch field.kind {
    case .text: value = .text(row.text(column))
    case .money: value = .money(Money(fen: row.int64(column)))
    case .quantity: value = .quantity(Quantity(tenThousandths: row.int64(column)))
    case .flag: value = .flag(row.int64(column) == 1)
    case .reference: value = items.code(of: row.int64(column)).map(Value.reference)
    case .date, .references, .list: value = Value(canonical: row.text(column), kind: field.kind)
    case .series:
      guard let parts = SeriesText.read(row.bytes(column)) else { throw damage }
      for (part, fen) in parts {
        guard let period = Period(part) else { throw damage }
        record[FieldKey(field, period)] = .money(Money(fen: fen))
      }
      return
    case .memberships:
      guard let places = MembershipText.read(row.bytes(column)) else { throw damage }
      for (key, value) in places { record[key] = value }
      return
    }
    guard let value else { throw damage }
    record[field] = value
  }

  private func reach(_ row: Statement, column: Int32) throws -> [FieldKey: Int] {
    guard !row.isNull(column) else { return [:] }
    let damage = StorageError.damaged(table: "project", row: row.int64(0))
    guard let parts = SeriesText.read(row.bytes(column)) else { throw damage }
    var reach: [FieldKey: Int] = [:]
    for (part, month) in parts {
      guard let key = FieldKey(part) else { throw damage }
      reach[key] = Int(month)
    }
    return reach
  }
}
