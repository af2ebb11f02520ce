import Ledger

/// The statement of a scan: the columns it reads, and the conditions that SQL judges itself.
struct ScanQuery {
  private var conditions: [Condition] = []
  private var columns = [
    "p.id", "p.total_investment", "p.plan", "p.done", "p.reach", "p.revision",
  ]
  /// Whether a condition looks at the table of details.
  private var judgesDetail = false
  private let search: SearchQuery

  /// The columns that every scan has, by their places.
  enum Column {
    static let id: Int32 = 0
    static let investment: Int32 = 1
    static let plan: Int32 = 2
    static let done: Int32 = 3
    static let reach: Int32 = 4
    static let revision: Int32 = 5
  }

  /// A condition with the values bound to it.
  struct Condition {
    let sql: String
    let values: [SQLValue]
  }

  init(_ filter: ProjectFilter, _ session: Session) throws {
    search = filter.searchQuery
    for property in FilterProperty.all {
      for restriction in property.restrictions(filter) {
        conditions.append(try condition(restriction, session))
      }
    }
  }

  /// Whether SQL judges nothing but what facets count by.
  var isPlain: Bool { conditions.isEmpty }

  /// Whether projects are looked for by words.
  var isSearch: Bool { !search.isEmpty }

  /// Reads a field's column; returns its place.
  mutating func read(_ field: Field) -> Int32 {
    let name = name(of: field)
    if let place = columns.firstIndex(of: name) { return Int32(place) }
    columns.append(name)
    return Int32(columns.count - 1)
  }

  /// A field's column as SQL knows it.
  func name(of field: Field) -> String {
    let column = ProjectColumn.all[Int(field.rawValue)]
    return (column.table == .detail ? "d." : "p.") + column.name
  }

  /// The query with more conditions.
  func narrowed(by more: [Condition]) -> ScanQuery {
    var query = self
    query.conditions += more
    return query
  }

  /// The query that reads only some of its columns, beside number and investment.
  func reading(_ places: Set<Int32>) -> ScanQuery {
    let needed = places.union([Column.id, Column.investment])
    var query = self
    for place in query.columns.indices where !needed.contains(Int32(place)) {
      query.columns[place] = "NULL"
    }
    return query
  }

  /// Which projects are there, with what is counted, filtered and sorted by?
  func statement(_ session: Session) throws -> Statement {
    var lines = ["SELECT \(columns.joined(separator: ", "))"] + tables
    if judgesDetail || columns.contains(where: { $0.hasPrefix("d.") }) {
      lines.append("JOIN project_detail AS d ON d.project = p.id")
    }
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

  private mutating func condition(
    _ restriction: FilterRestriction, _ session: Session
  ) throws -> Condition {
    switch restriction {
    case .atLeast(let field, let least):
      return Condition(sql: "\(name(of: field)) >= ?", values: [.integer(least.fen)])
    case .atMost(let field, let most):
      return Condition(sql: "\(name(of: field)) <= ?", values: [.integer(most.fen)])
    case .holds(let term):
      // A term stands in what is written, or, of ASCII alone, in how names sound.
      return Condition(
        sql: SearchQuery.isSound(term) ? "holds(o.text, ?)" : "holds(s.text, ?)",
        values: [.text(term)])
    case .missing(.registers):
      return Condition(sql: "p.id NOT IN (SELECT project FROM membership)", values: [])
    case .missing(let field):
      let name = name(of: field)
      if name.hasPrefix("d.") { judgesDetail = true }
      return Condition(sql: "\(name) IS NULL", values: [])
    case .updatedSince(let day):
      return Condition(
        sql: "p.revision >= ?", values: [.integer(try AsOf.firstRevision(since: day, session))])
    }
  }
}
