import Engine
package import Ledger

extension LedgerStore {
  /// Which rows a stream of projects has.
  package enum Rows: Sendable {
    /// Those the filter's counting basis counts: they add up to the totals.
    case counted
    /// Packages and their parts alike.
    case all
  }

  /// Hands over the projects a filter asks for, one by one in order; returns how many there were and
  /// the entry up to which they hold.
  @discardableResult
  package func forEachProject(
    _ filter: ProjectFilter, sort: ProjectSort, rows: Rows,
    _ body: (StoredProject) throws -> Void
  ) throws -> (count: Int, revision: Int64) {
    try read(asOf: filter.asOf) { session, revision in
      (try Self.stream(filter, sort: sort, rows: rows, session, body), revision)
    }
  }

  /// The projects that a filter asks for, as an entry left them, by their numbers; the filter's own day is
  /// not looked at.
  package func projects(
    _ filter: ProjectFilter, rows: Rows, through revision: Int64
  ) throws -> [StoredProject] {
    try database.read { session in
      try AsOf.read(revision, session) { session in
        var projects: [StoredProject] = []
        _ = try Self.stream(filter, sort: .byID, rows: rows, session) { projects.append($0) }
        return projects
      }
    }
  }

  /// Hands over the projects of a filter inside a read; returns how many there were.
  static func stream(
    _ filter: ProjectFilter, sort: ProjectSort, rows: Rows, _ session: Session,
    _ body: (StoredProject) throws -> Void
  ) throws -> Int {
    let ids = try ids(filter, sort: sort, rows: rows, session)
    let reader = try ProjectReader(items: ItemNumbers(session), session)
    try reader.forEachProject(ids, session, body)
    return ids.count
  }

  /// The numbers of the projects that a filter asks for.
  static func ids(
    _ filter: ProjectFilter, sort: ProjectSort, rows: Rows, _ session: Session
  ) throws -> [ProjectID] {
    var scan = try Scan(filter, scope: rows == .all ? .all : .counted, session)
    var order = try SortCollector(sort, scan: &scan, session)
    try scan.run(session) { scan, row in try order.add(row, scan, scan.figures(of: row)) }
    return order.sorted(.all).ids
  }
}
