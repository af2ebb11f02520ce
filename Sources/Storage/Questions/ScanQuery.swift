import Ledger

/// The statement of a scan: the columns it reads, and the conditions that SQL judges itself because
/// no facet counts by them.
struct ScanQuery {
  private var conditions: [String] = []
  private var values: [SQLValue] = []
  private var columns = [
    "p.id", "p.chain", "p.stage", "p.condition", "p.district", "p.zone", "p.is_industrial",
    "p.nature", "p.lead_units", "p.registers", "p.total_investment", "p.plan", "p.done",
    "p.reach", "p.revision",
  ]
  private var needsDetail = false
  private let isSearch: Bool

  init(_ filter: ProjectFilter, _ session: Session) throws {
    isSearch = !filter.searchQuery.isEmpty
    for term in filter.searchQuery.terms { add("instr(s.text, ?) > 0", .text(term)) }
    if let least = filter.minInvestment { add("p.total_investment >= ?", .integer(least.fen)) }
    if let most = filter.maxInvestment { add("p.total_investment <= ?", .integer(most.fen)) }
    for field in filter.missing.sorted(by: { $0.rawValue < $1.rawValue }) {
      conditions.append("\(column(of: field)) IS NULL")
    }
    if let day = filter.updatedSince {
      add("p.revision >= ?", .integer(try AsOf.firstRevision(since: day, session)))
    }
  }

  /// Reads another column of the first table; returns its place.
  mutating func read(_ column: String) -> Int32 {
    columns.append(column)
    return Int32(columns.count - 1)
  }

  /// Reads a field's column; returns its place.
  mutating func read(_ field: Field) -> Int32 { read(column(of: field)) }

  /// Which projects are there, with what is counted, filtered and sorted by?
  func statement(_ session: Session) throws -> Statement {
    var lines = ["SELECT \(columns.joined(separator: ", "))"]
    if isSearch {
      lines.append("FROM project_search AS s")
      lines.append("CROSS JOIN project AS p ON p.id = s.project")
    } else {
      lines.append("FROM project AS p")
    }
    if needsDetail { lines.append("JOIN project_detail AS d ON d.project = p.id") }
    for (index, condition) in conditions.enumerated() {
      lines.append((index == 0 ? "WHERE " : "  AND ") + condition)
    }
    return try session.statement(lines.joined(separator: "\n")).bind(values)
  }

  private mutating func add(_ condition: String, _ value: SQLValue) {
    conditions.append(condition)
    values.append(value)
  }

  private mutating func column(of field: Field) -> String {
    let column = ProjectColumn.all[Int(field.rawValue)]
    if column.table == .detail { needsDetail = true }
    return (column.table == .detail ? "d." : "p.") + column.name
  }
}
