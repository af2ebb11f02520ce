import Engine
package import Ledger

/// The projects that a counting basis excludes: parts whose package is in the ledger, or packages whose parts are,
/// and then also the parts of ended packages.
enum Packages {
  /// Does any project belong to a package?
  static let areThere = ForeseenQuery(
    """
    SELECT EXISTS (SELECT 1 FROM project WHERE package IS NOT NULL)
    """, [], isStream: false)

  /// `ended` are the item numbers of conditions that exclude a package with its parts.
  static func uncounted(
    _ basis: CountingBasis, ended: [Int64], _ session: Session
  ) throws -> Set<ProjectID> {
    guard try session.integer(areThere.sql) == 1 else { return [] }
    var uncounted: Set<ProjectID> = []
    // Which parts have their package in the ledger, and in which condition is it?
    let rows = try session.statement(
      """
      SELECT part.id, whole.id, whole.condition
      FROM project AS whole
      JOIN project AS part ON part.package = whole.name AND part.id <> whole.id
      WHERE whole.name IN (SELECT package FROM project WHERE package IS NOT NULL)
      """)
    while try rows.step() {
      let isEnded = !rows.isNull(2) && ended.contains(rows.int64(2))
      if basis == .packages || isEnded { uncounted.insert(rows.int64(0)) }
      if basis == .split { uncounted.insert(rows.int64(1)) }
    }
    return uncounted
  }
}

extension LedgerStore {
  /// The parts of a package, by number.
  package func parts(of package: String) throws -> [ProjectID] {
    try database.read { session in
      let sight = try VisibilityReader(session)
      // Which projects are parts of this package?
      return try session.rows(
        """
        SELECT id
        FROM project
        WHERE package = ?
        ORDER BY id
        """, .text(package)
      ) { $0.int64(0) }.filter(sight.shows)
    }
  }
}
