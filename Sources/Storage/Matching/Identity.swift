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
  /// What is made of each thing that a project is recognised by, in the order of the projects' numbers. The
  /// scope of works is long, and told only where one of some words stands in it.
  package func identities<Outcome>(
    contentWith words: WordList, _ make: (Identity) -> Outcome
  ) throws -> [Outcome] {
    try engine.read { session in
      let reader = IdentityReader(items: try ItemNumbers(session), words: words)
      // What are the projects recognised by?
      let statement = try session.statement(
        """
        SELECT \(IdentityReader.columns)
        FROM project AS p
        JOIN project_detail AS d ON d.project = p.id
        ORDER BY p.id
        """)
      var outcomes: [Outcome] = []
      while try statement.step() { outcomes.append(make(reader.identity(statement))) }
      return outcomes
    }
  }

  /// What the projects of some codes are recognised by; a code may have several.
  package func identities(codes: some Sequence<String>) throws -> [Identity] {
    try engine.read { session in
      let reader = IdentityReader(items: try ItemNumbers(session), words: WordList([]))
      // Which projects have this code?
      let statement = try session.statement(
        """
        SELECT \(IdentityReader.columns)
        FROM project AS p
        JOIN project_detail AS d ON d.project = p.id
        WHERE d.code = ?
        ORDER BY p.id
        """)
      var identities: [Identity] = []
      for code in Set(codes) {
        try statement.bind(.text(code))
        while try statement.step() { identities.append(reader.identity(statement)) }
        statement.reset()
      }
      return identities.sorted { $0.id < $1.id }
    }
  }
}

/// Reads identities from their columns.
private struct IdentityReader {
  static let columns = """
    p.id, p.revision, d.code, p.name, p.package, p.district, p.zone, d.owner, d.owner_uscc, \
    d.investor, p.total_investment, d.address, d.content
    """

  let items: ItemNumbers
  /// One of these stands in a scope of works that is told.
  let words: WordList

  func identity(_ row: Statement) -> Identity {
    Identity(
      id: row.int64(0), revision: row.int64(1), code: row.textIfAny(2), name: row.text(3),
      package: row.textIfAny(4), district: row.int64IfAny(5).flatMap(items.code),
      zone: row.int64IfAny(6).flatMap(items.code), owner: row.textIfAny(7),
      ownerUSCC: row.textIfAny(8), investor: row.textIfAny(9),
      investment: row.int64IfAny(10).map { Money(fen: $0) }, address: row.textIfAny(11),
      content: words.isPart(of: row.bytes(12)) ? row.text(12) : nil)
  }
}
