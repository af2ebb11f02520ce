import Engine
package import Ledger

extension LedgerStore {
  /// The rows of a stream of projects.
  package enum Rows: Sendable {
    /// The projects that the filter's counting basis counts: they add up to the totals.
    case counted
    /// Packages and their parts alike.
    case all
  }

  /// Calls `body` with the projects of a filter, one by one in order; returns their number and the last entry
  /// included.
  @discardableResult
  package func forEachProject(
    _ filter: ProjectFilter, sort: ProjectSort, rows: Rows,
    _ body: (StoredProject) throws -> Void
  ) throws -> (count: Int, revision: Int64) {
    try read(asOf: filter.asOf) { session, revision in
      (try Self.stream(filter, sort: sort, rows: rows, session, body), revision)
    }
  }

  /// The projects of a filter as of an entry, by number; the day of the filter is ignored.
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

  /// Calls `body` with the projects of a filter within a session; returns their number.
  static func stream(
    _ filter: ProjectFilter, sort: ProjectSort, rows: Rows, _ session: Session,
    _ body: (StoredProject) throws -> Void
  ) throws -> Int {
    let ids = try ids(filter, sort: sort, rows: rows, session)
    let reader = try ProjectReader(items: ItemNumbers(session), session)
    try reader.forEachProject(ids, session, body)
    return ids.count
  }

  /// The numbers of the projects of a filter, in order.
  static func ids(
    _ filter: ProjectFilter, sort: ProjectSort, rows: Rows, _ session: Session
  ) throws -> [ProjectID] {
    var scan = try Scan(filter, scope: rows == .all ? .all : .counted, session)
    var order = try SortCollector(sort, scan: &scan, session)
    try scan.run(session) { scan, row in try order.add(row, scan, scan.figures(of: row)) }
    return order.sorted(.all).ids
  }
}
