import Engine
import Ledger

/// The statement of a scan: the columns it reads, and the conditions that SQL judges itself.
struct ScanQuery {
  private var conditions: [SQLCondition] = []
  private var columns = [
    "p.id", "p.chain", "p.stage", "p.condition", "p.district", "p.zone", "p.is_industrial",
    "p.nature", "p.lead_units", "p.total_investment", "p.plan", "p.done", "p.reach", "p.revision",
  ]
  /// The facets whose properties are read.
  private(set) var kinds = Set(FacetKind.allCases)
  private var needsDetail = false
  /// Where projects are found by words; nil when there are none.
  private let search: SearchSource?

  init(_ filter: ProjectFilter, _ session: Session) throws {
    let terms = filter.searchQuery.terms.map { SearchTerm($0, isSound: SearchQuery.isSound($0)) }
    search = terms.isEmpty ? nil : session.connection.search(terms)
    conditions = search?.conditions ?? []
    if let least = filter.minInvestment { add("p.total_investment >= ?", .integer(least.fen)) }
    if let most = filter.maxInvestment { add("p.total_investment <= ?", .integer(most.fen)) }
    for field in filter.missing.sorted(by: { $0.rawValue < $1.rawValue }) {
      conditions.append(SQLCondition(missing(field), []))
    }
    if let day = filter.updatedSince {
      add("p.revision >= ?", .integer(try AsOf.firstRevision(since: day, session)))
    }
  }

  /// Whether SQL judges nothing but what facets count by.
  var isPlain: Bool { conditions.isEmpty }

  /// Whether projects are looked for by words.
  var isSearch: Bool { search != nil }

  /// Reads a field's column; returns its place.
  mutating func read(_ field: Field) -> Int32 {
    columns.append(column(of: field))
    return Int32(columns.count - 1)
  }

  /// The query with more conditions.
  func narrowed(by more: [SQLCondition]) -> ScanQuery {
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
  func statement(_ session: Session) throws -> any Statement {
    var lines =
      ["SELECT \(columns.joined(separator: ", "))"] + (search?.tables ?? ["FROM project AS p"])
    if needsDetail { lines.append("JOIN project_detail AS d ON d.project = p.id") }
    for (index, condition) in conditions.enumerated() {
      lines.append((index == 0 ? "WHERE " : "  AND ") + condition.sql)
    }
    return try session.statement(lines.joined(separator: "\n"))
      .bind(conditions.flatMap(\.values))
  }

  private mutating func add(_ sql: String, _ value: SQLValue) {
    conditions.append(SQLCondition(sql, [value]))
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
