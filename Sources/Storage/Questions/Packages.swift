import Engine
package import Ledger

/// Which projects a counting basis leaves out: parts whose package is in the ledger, or packages
/// whose parts are, and with these the parts of packages that have ended.
enum Packages {
  /// `ended` are the numbers of conditions that leave a package out, and its parts with it.
  static func uncounted(
    _ basis: CountingBasis, ended: [Int64], _ session: Session
  ) throws -> Set<ProjectID> {
    // Does any project belong to a package?
    let parts = try session.integer(
      """
      SELECT EXISTS (SELECT 1 FROM project WHERE package IS NOT NULL)
      """)
    guard parts == 1 else { return [] }
    var uncounted: Set<ProjectID> = []
    // Which parts stand beside their packages, and how do these stand?
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
  /// The projects that name a package as theirs, in the order of their numbers.
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
