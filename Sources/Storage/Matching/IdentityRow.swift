import Engine
package import Ledger

extension LedgerStore {
  /// Tells what each project is recognised by, in the order of their numbers.
  package func forEachIdentity(_ body: (IdentityRow) throws -> Void) throws {
    try database.read { session in
      let items = try ItemNumbers(session)
      let condition = session.sight.reach.condition(items, session)
      // What are the projects recognised by?
      let statement = try session.stream(
        """
        SELECT \(IdentityRow.columns)
        FROM project AS p
        JOIN project_detail AS d ON d.project = p.id
        WHERE \(condition?.sql ?? "TRUE")
        ORDER BY p.id
        """
      ).bind(condition?.values ?? [])
      var count = 0
      while try statement.step() {
        try body(IdentityRow(statement, items))
        try watch(step: count)
        count += 1
      }
    }
  }
}

/// What a project is recognised by as it stands in the ledger: bytes of UTF-8, good while it is told of.
package struct IdentityRow {
  static let columns = """
    p.id, d.code, p.name, p.district, p.zone, d.owner, d.owner_uscc, d.investor, \
    p.total_investment, d.address, d.content, d.other_names
    """

  package let id: ProjectID
  private let row: any Statement
  private let items: ItemNumbers

  init(_ row: any Statement, _ items: ItemNumbers) throws {
    self.row = row
    self.items = items
    id = try row.key(0, in: Stored.project, "project")
  }
  package var code: UnsafeBufferPointer<UInt8>? { text(1) }
  package var name: UnsafeBufferPointer<UInt8> { row.bytes(2) }
  /// Codes of places.
  package var district: String? { row.int64IfAny(3).flatMap(items.code) }
  package var zone: String? { row.int64IfAny(4).flatMap(items.code) }
  package var owner: UnsafeBufferPointer<UInt8>? { text(5) }
  package var ownerUSCC: UnsafeBufferPointer<UInt8>? { text(6) }
  package var investor: UnsafeBufferPointer<UInt8>? { text(7) }
  package var investment: Money? { row.int64IfAny(8).map { Money(fen: $0) } }
  package var address: UnsafeBufferPointer<UInt8>? { text(9) }
  /// The scope of works.
  package var content: UnsafeBufferPointer<UInt8>? { text(10) }
  /// Names that the project goes by beside its own.
  package var otherNames: [String] {
    guard let text = text(11) else { return [] }
    guard
      case .list(let names)? = Value(canonical: String(decoding: text, as: UTF8.self), kind: .list)
    else { return [] }
    return names
  }

  private func text(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
    row.isNull(column) ? nil : row.bytes(column)
  }
}
