import Engine
package import Ledger

/// What a project is recognised by.
package struct Identity: Hashable, Sendable {
  package let id: ProjectID
  /// The last entry that altered it.
  package let revision: Int64
  package let code: String?
  package let name: String
  /// The name of the package it is a part of.
  package let package: String?
  /// Codes of places.
  package let district: String?
  package let zone: String?
  package let owner: String?
  package let ownerUSCC: String?
  package let investor: String?
  package let investment: Money?
  package let address: String?
  /// The scope of works, where it tells a site.
  package let content: String?
}

extension Identity {
  /// What a project merged into another was recognised by: it means that one.
  package init(_ merged: MergedProject) {
    let record = merged.record
    id = merged.into
    revision = 0
    code = record.text(.code)
    name = record.text(.name) ?? ""
    package = record.text(.package)
    district = record.reference(.district)
    zone = record.reference(.zone)
    owner = record.text(.owner)
    ownerUSCC = record.text(.ownerUSCC)
    investor = record.text(.investor)
    investment = record.money(.totalInvestment)
    address = record.text(.address)
    content = record.text(.content)
  }
}

extension LedgerStore {
  /// Tells what each project is recognised by, in the order of their numbers.
  package func forEachIdentity(_ body: (IdentityRow) throws -> Void) throws {
    try database.read { session in
      let items = try ItemNumbers(session)
      // What are the projects recognised by?
      let statement = try session.statement(
        """
        SELECT \(IdentityRow.columns)
        FROM project AS p
        JOIN project_detail AS d ON d.project = p.id
        ORDER BY p.id
        """)
      var count = 0
      while try statement.step() {
        try body(IdentityRow(statement, items))
        try watch(step: count)
        count += 1
      }
    }
  }

  /// What the projects of some codes are recognised by; a code may have several.
  package func identities(codes: some Sequence<String>) throws -> [Identity] {
    try database.read { session in
      let items = try ItemNumbers(session)
      // Which projects have this code?
      let statement = try session.statement(
        """
        SELECT \(IdentityRow.columns)
        FROM project AS p
        JOIN project_detail AS d ON d.project = p.id
        WHERE d.code = ?
        ORDER BY p.id
        """)
      var identities: [Identity] = []
      for code in Set(codes) {
        try statement.bind(.text(code))
        while try statement.step() {
          identities.append(try IdentityRow(statement, items).identity)
        }
        statement.reset()
      }
      return identities.sorted { $0.id < $1.id }
    }
  }
}

/// What a project is recognised by as it stands in the ledger: bytes of UTF-8, good while it is told of.
package struct IdentityRow {
  static let columns = """
    p.id, p.revision, d.code, p.name, p.package, p.district, p.zone, d.owner, d.owner_uscc, \
    d.investor, p.total_investment, d.address, d.content
    """

  package let id: ProjectID
  private let row: any Statement
  private let items: ItemNumbers

  init(_ row: any Statement, _ items: ItemNumbers) throws {
    self.row = row
    self.items = items
    id = try row.key(0, in: Stored.project, "project")
  }
  package var code: UnsafeBufferPointer<UInt8>? { text(2) }
  package var name: UnsafeBufferPointer<UInt8> { row.bytes(3) }
  /// Codes of places.
  package var district: String? { row.int64IfAny(5).flatMap(items.code) }
  package var zone: String? { row.int64IfAny(6).flatMap(items.code) }
  package var owner: UnsafeBufferPointer<UInt8>? { text(7) }
  package var ownerUSCC: UnsafeBufferPointer<UInt8>? { text(8) }
  package var investor: UnsafeBufferPointer<UInt8>? { text(9) }
  package var investment: Money? { row.int64IfAny(10).map { Money(fen: $0) } }
  package var address: UnsafeBufferPointer<UInt8>? { text(11) }
  /// The scope of works.
  package var content: UnsafeBufferPointer<UInt8>? { text(12) }

  /// All but the scope of works, which is long.
  var identity: Identity {
    Identity(
      id: id, revision: row.int64(1), code: row.textIfAny(2), name: row.text(3),
      package: row.textIfAny(4), district: district, zone: zone, owner: row.textIfAny(7),
      ownerUSCC: row.textIfAny(8), investor: row.textIfAny(9), investment: investment,
      address: row.textIfAny(11), content: nil)
  }

  private func text(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
    row.isNull(column) ? nil : row.bytes(column)
  }
}
