import Ledger

/// The statement of a scan: the columns it reads, and the conditions that SQL judges itself.
struct ScanQuery {
  private var conditions: [Condition] = []
  private var columns = [
    "p.id", "p.chain", "p.stage", "p.condition", "p.district", "p.zone", "p.is_industrial",
    "p.nature", "p.lead_units", "p.total_investment", "p.plan", "p.done", "p.reach", "p.revision",
  ]
  /// The facets whose properties are read.
  private(set) var kinds = Set(FacetKind.allCases)
  private var needsDetail = false
  private let search: SearchQuery

  /// A condition with the values bound to it.
  struct Condition {
    let sql: String
    let values: [SQLValue]
  }

  init(_ filter: ProjectFilter, _ session: Session) throws {
    search = filter.searchQuery
    for term in search.terms { conditions.append(Self.holding(term)) }
    if let least = filter.minInvestment { add("p.total_investment >= ?", .integer(least.fen)) }
    if let most = filter.maxInvestment { add("p.total_investment <= ?", .integer(most.fen)) }
    for field in filter.missing.sorted(by: { $0.rawValue < $1.rawValue }) {
      conditions.append(Condition(sql: missing(field), values: []))
    }
    if let day = filter.updatedSince {
      add("p.revision >= ?", .integer(try AsOf.firstRevision(since: day, session)))
    }
  }

  /// Whether SQL judges nothing but what facets count by.
  var isPlain: Bool { conditions.isEmpty }

  /// Whether projects are looked for by words.
  var isSearch: Bool { !search.isEmpty }

  /// Reads a field's column; returns its place.
  mutating func read(_ field: Field) -> Int32 {
    columns.append(column(of: field))
    return Int32(columns.count - 1)
  }

  /// The query with more conditions.
  func narrowed(by more: [Condition]) -> ScanQuery {
    var query = self
    query.conditions += more
    return query
  }

  /// The query that reads only what some facets, and the judging of ended projects, need.
  func reading(_ kinds: Set<FacetKind>) -> ScanQuery {
    let needed = kinds.reduce(into: Self.always) { $0.formUnion($1.columns) }
    var query = self
    query.kinds = kinds
    for index in query.columns.indices where !needed.contains(index) {
      query.columns[index] = "NULL"
    }
    return query
  }

  /// Number, condition and investment.
  private static let always: Set<Int> = [0, 3, 9]

  /// Which projects are there, with what is counted, filtered and sorted by?
  func statement(_ session: Session) throws -> Statement {
    var lines = ["SELECT \(columns.joined(separator: ", "))"] + tables
    if needsDetail { lines.append("JOIN project_detail AS d ON d.project = p.id") }
    for (index, condition) in conditions.enumerated() {
      lines.append((index == 0 ? "WHERE " : "  AND ") + condition.sql)
    }
    return try session.statement(lines.joined(separator: "\n"))
      .bind(conditions.flatMap(\.values))
  }

  /// A search reads its texts first, and of the projects only those they name.
  private var tables: [String] {
    if search.isEmpty { return ["FROM project AS p"] }
    let isWritten = !search.terms.allSatisfy(SearchQuery.isSound)
    let isSound = search.terms.contains(where: SearchQuery.isSound)
    let texts =
      isWritten && isSound
      ? ["FROM project_search AS s", "CROSS JOIN project_sound AS o ON o.project = s.project"]
      : [isSound ? "FROM project_sound AS o" : "FROM project_search AS s"]
    return texts + ["CROSS JOIN project AS p ON p.id = \(isSound ? "o" : "s").project"]
  }

  /// A term stands in what is written, or, of ASCII alone, in how names sound.
  private static func holding(_ term: String) -> Condition {
    Condition(
      sql: SearchQuery.isSound(term) ? "holds(o.text, ?)" : "holds(s.text, ?)",
      values: [.text(term)])
  }

  private mutating func add(_ sql: String, _ value: SQLValue) {
    conditions.append(Condition(sql: sql, values: [value]))
  }

  private mutating func column(of field: Field) -> String {
    let column = ProjectColumn.all[Int(field.rawValue)]
    if column.table == .detail { needsDetail = true }
    return (column.table == .detail ? "d." : "p.") + column.name
  }

  private mutating func missing(_ field: Field) -> String {
    field == .registers
      ? "p.id NOT IN (SELECT project FROM membership)" : "\(column(of: field)) IS NULL"
  }
}

extension FacetKind {
  /// The columns of a scan that the property is read from.
  fileprivate var columns: [Int] {
    switch self {
    case .chain: [1]
    case .stage: [2]
    case .condition: [3]
    case .area: [4, 5]
    case .unit: [8]
    case .register: []
    case .nature: [7]
    case .industrial: [6]
    }
  }
}
