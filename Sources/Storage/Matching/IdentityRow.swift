import Engine
package import Ledger

extension LedgerStore {
  /// Calls `body` with the identifying fields of each visible project, by number.
  package func forEachIdentity(_ body: (IdentityRow) throws -> Void) throws {
    try database.read { session in
      let items = try ItemNumbers(session)
      let condition = session.sight.reach.condition(items, session)
      // Which identifying fields do the projects have?
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

/// The identifying fields of a project; valid only within the callback.
package struct IdentityRow {
  /// An identifying text, by its column; `content` is the scope of works.
  package enum Text: Int32 {
    case code = 1
    case name = 2
    case owner = 5
    case ownerUSCC = 6
    case investor = 7
    case address = 9
    case content = 10
  }

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
  /// The code of the district.
  package var district: String? { row.int64IfAny(3).flatMap(items.code) }
  package var zone: String? { row.int64IfAny(4).flatMap(items.code) }
  package var investment: Money? { row.int64IfAny(8).map { Money(fen: $0) } }
  /// Further names of the project.
  package var otherNames: [String] {
    guard let text = row.textIfAny(11),
      case .list(let names)? = Value(canonical: text, kind: .list)
    else { return [] }
    return names
  }

  /// Calls `body` with the UTF-8 of a text; nil if there is none.
  package func withText<Result>(_ text: Text, _ body: (Span<UInt8>) -> Result) -> Result? {
    row.isNull(text.rawValue) ? nil : body(row.bytes(text.rawValue).span)
  }
}
