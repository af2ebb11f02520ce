import Engine
import Ledger

extension Reach {
  /// The condition on `project AS p`; nil if it covers everything.
  func condition(_ items: ItemNumbers, _ session: Session) -> SQLCondition? {
    if isEverything { return nil }
    var conditions: [SQLCondition] = []
    // A code is a zone's or a district's: both are numbered in one table.
    let areas = self.areas.sorted().flatMap { code in
      [CatalogueKind.zone, .district].compactMap { items.number(of: code, kind: $0) }
    }
    conditions += [
      .one(of: areas.map { .integer($0) }, in: "coalesce(p.zone, p.district)"),
      .one(
        of: chains.sorted().compactMap { items.number(of: $0, kind: .chain) }.map { .integer($0) },
        in: "p.chain"),
    ].compactMap { $0 }
    for unit in units.sorted() {
      // Lists of codes are joined by commas, which codes do not contain.
      for column in ["p.lead_units", "p.responsible_units"] {
        conditions.append(session.connection.holds("',' || \(column) || ','", ",\(unit),"))
      }
    }
    return .any(of: conditions) ?? SQLCondition("FALSE", [])
  }
}

extension Sight {
  /// The condition on `project AS p` for visible projects; nil if all are.
  func condition(_ session: Session) throws -> SQLCondition? {
    reach.isEverything ? nil : reach.condition(try ItemNumbers(session), session)
  }
}
