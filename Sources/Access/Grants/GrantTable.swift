import Engine
package import Ledger

/// A grant as stored in the file.
package struct HeldGrant: Hashable, Sendable {
  package let id: Int64
  package let grant: Grant
}

/// Queries on the table of grants.
enum GrantTable {
  static func grants(_ account: Int64, _ rows: Rows) throws -> [HeldGrant] {
    try rows.all(
      """
      SELECT id, role, scope, codes
      FROM role_grant
      WHERE account = ?
      ORDER BY id
      """, .integer(account)
    ) { row in
      let codes = Set(row.text(3).split(separator: "\n").map(String.init))
      return HeldGrant(
        id: row.int64(0),
        grant: Grant(role: row.text(1), scope: Scope(kind: row.text(2), codes: codes)))
    }
  }

  static func add(_ grant: Grant, _ account: Int64, _ rows: Rows) throws {
    if try grants(account, rows).contains(where: { $0.grant == grant }) {
      throw AccessError.grantExists
    }
    try rows.run(
      """
      INSERT INTO role_grant (id, account, role, scope, codes)
      VALUES (?, ?, ?, ?, ?)
      """, .integer(try rows.nextForEver(in: "role_grant")), .integer(account), .text(grant.role),
      .text(grant.scope.kind), .text(grant.scope.codes.sorted().joined(separator: "\n")))
  }

  static func remove(_ id: Int64, _ rows: Rows) throws {
    try rows.run(
      """
      DELETE FROM role_grant
      WHERE id = ?
      """, .integer(id))
  }
}

extension Scope {
  /// The kind of scope as stored in the file.
  var kind: String {
    switch self {
    case .everything: "everything"
    case .units: "units"
    case .areas: "areas"
    case .chains: "chains"
    }
  }

  /// The codes the scope consists of.
  package var codes: Set<String> {
    switch self {
    case .everything: []
    case .units(let codes), .areas(let codes), .chains(let codes): codes
    }
  }

  init(kind: String, codes: Set<String>) {
    self =
      switch kind {
      case "everything": .everything
      case "units": .units(codes)
      case "areas": .areas(codes)
      default: .chains(codes)
      }
  }
}
