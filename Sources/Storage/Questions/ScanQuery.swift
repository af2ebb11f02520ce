import Engine
import Ledger

/// The statement of a scan: its columns, and the conditions that SQL evaluates.
struct ScanQuery {
  private var conditions: [SQLCondition] = []
  private var columns = [
    "p.id", "p.total_investment", "p.plan", "p.done", "p.reach", "p.revision",
  ]
  /// Whether a condition uses the table of details.
  private var judgesDetail = false
  /// The source for a search by terms; nil without one.
  private let search: SearchSource?

  /// The indices of the columns that every scan has.
  enum Column {
    static let id: Int32 = 0
    static let investment: Int32 = 1
    static let plan: Int32 = 2
    static let done: Int32 = 3
    static let reach: Int32 = 4
    static let revision: Int32 = 5
  }

  /// Creates a query for the conditions that SQL can evaluate.
  init(_ asked: [FilterRestriction], _ session: Session) throws {
    let terms = asked.compactMap { restriction in
      if case .holds(let term) = restriction { term } else { nil as String? }
    }
    search =
      terms.isEmpty
      ? nil
      : session.connection.search(
        terms.map { SearchTerm($0, isSound: SearchQuery.isSound($0)) })
    conditions = search?.conditions ?? []
    for restriction in asked {
      if let condition = try condition(restriction, session) { conditions.append(condition) }
    }
  }

  /// Whether SQL evaluates no conditions besides those of facets.
  var isPlain: Bool { conditions.isEmpty }

  /// Whether the query searches for terms.
  var isSearch: Bool { search != nil }

  /// Adds a field's column; returns its index.
  mutating func read(_ field: Field) -> Int32 {
    let name = name(of: field)
    if let place = columns.firstIndex(of: name) { return Int32(place) }
    columns.append(name)
    return Int32(columns.count - 1)
  }

  /// A field's qualified column name.
  func name(of field: Field) -> String {
    let column = ProjectColumn.all[Int(field.rawValue)]
    return (column.table == .detail ? "d." : "p.") + column.name
  }

  /// Returns the query with more conditions.
  func narrowed(by more: [SQLCondition]) -> ScanQuery {
    var query = self
    query.conditions += more
    return query
  }

  /// Returns the query that reads only some of its columns, besides number and investment.
  func reading(_ places: Set<Int32>) -> ScanQuery {
    let needed = places.union([Column.id, Column.investment])
    var query = self
    for place in query.columns.indices where !needed.contains(Int32(place)) {
      query.columns[place] = "NULL"
    }
    return query
  }

  /// Which projects are there, with the values to count, filter and sort by?
  func statement(_ session: Session) throws -> any Statement {
    var lines =
      ["SELECT \(columns.joined(separator: ", "))"] + (search?.tables ?? ["FROM project AS p"])
    if judgesDetail || columns.contains(where: { $0.hasPrefix("d.") }) {
      lines.append("JOIN project_detail AS d ON d.project = p.id")
    }
    for (index, condition) in conditions.enumerated() {
      lines.append((index == 0 ? "WHERE " : "  AND ") + condition.sql)
    }
    return try session.stream(lines.joined(separator: "\n"))
      .bind(conditions.flatMap(\.values))
  }

  /// The SQL condition for a restriction; nil if a search or a `RowJudge` evaluates it.
  private mutating func condition(
    _ restriction: FilterRestriction, _ session: Session
  ) throws -> SQLCondition? {
    switch restriction {
    case .atLeast(let field, let least):
      return SQLCondition("\(name(of: field)) >= ?", [.integer(least.fen)])
    case .atMost(let field, let most):
      return SQLCondition("\(name(of: field)) <= ?", [.integer(most.fen)])
    case .holds: return nil
    case .has(let field): return presence(of: field, isThere: true)
    case .missing(let field): return presence(of: field, isThere: false)
    case .updatedSince(let day):
      return SQLCondition(
        "p.revision >= ?", [.integer(try AsOf.firstRevision(since: day, session))])
    case .reach(let reach): return reach.condition(try ItemNumbers(session), session)
    case .within, .names, .due, .starts, .rateBelow, .sum, .light: return nil
    }
  }

  private mutating func presence(of field: Field, isThere: Bool) -> SQLCondition {
    if field == .registers {
      return SQLCondition(
        "p.id \(isThere ? "IN" : "NOT IN") (SELECT project FROM membership)", [])
    }
    let name = name(of: field)
    if name.hasPrefix("d.") { judgesDetail = true }
    return SQLCondition("\(name) IS \(isThere ? "NOT NULL" : "NULL")", [])
  }
}
