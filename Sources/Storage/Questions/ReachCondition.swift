import Engine
import Ledger

extension Reach {
  /// The same as a condition on `project AS p`; nil where it holds everything.
  func condition(_ items: ItemNumbers, _ session: Session) -> SQLCondition? {
    if isEverything { return nil }
    var conditions: [SQLCondition] = []
    // A code is one kind's or the other's: zone and district are numbers of one table.
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
      // Lists of codes are joined by commas, and codes have none.
      for column in ["p.lead_units", "p.responsible_units"] {
        conditions.append(session.connection.holds("',' || \(column) || ','", ",\(unit),"))
      }
    }
    return .any(of: conditions) ?? SQLCondition("FALSE", [])
  }
}

extension Sight {
  /// What projects must be to be shown, as a condition on `project AS p`; nil where all are.
  func condition(_ session: Session) throws -> SQLCondition? {
    reach.isEverything ? nil : reach.condition(try ItemNumbers(session), session)
  }
}
