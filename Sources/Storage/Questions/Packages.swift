import Engine
package import Ledger

/// Which projects a counting basis leaves out: parts whose package is in the ledger, or packages
/// whose parts are.
enum Packages {
  static func uncounted(_ basis: CountingBasis, _ session: Session) throws -> Set<ProjectID> {
    // Does any project belong to a package?
    let parts = try session.integer(
      """
      SELECT EXISTS (SELECT 1 FROM project WHERE package IS NOT NULL)
      """)
    guard parts == 1 else { return [] }
    let column = basis == .packages ? "part.id" : "whole.id"
    // Which parts stand beside their packages?
    return Set(
      try session.rows(
        """
        SELECT \(column)
        FROM project AS whole
        JOIN project AS part ON part.package = whole.name AND part.id <> whole.id
        WHERE whole.name IN (SELECT package FROM project WHERE package IS NOT NULL)
        """
      ) { $0.int64(0) })
  }
}

extension LedgerStore {
  /// The projects that name a package as theirs, in the order of their numbers.
  package func parts(of package: String) throws -> [ProjectID] {
    try database.read { session in
      // Which projects are parts of this package?
      try session.rows(
        """
        SELECT id
        FROM project
        WHERE package = ?
        ORDER BY id
        """, .text(package)
      ) { $0.int64(0) }
    }
  }
}
