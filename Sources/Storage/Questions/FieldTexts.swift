import Engine
package import Ledger

extension LedgerStore {
  /// The number of projects of a filter with each text of a field; nil is the key for none.
  package func texts(of field: Field, _ filter: ProjectFilter) throws -> [String?: Int] {
    try read(asOf: filter.asOf) { session, _ in
      var scan = try Scan(filter, scope: .counted, session)
      let values = try scan.values(
        .text(field), session, held: { TextColumn(field, count: $0) }, read: { $0.read(field) })
      var counts: [String?: Int] = [:]
      try scan.run(session) { scan, row in
        switch values {
        case .held(let column): counts[column.values[row.place], default: 0] += 1
        case .read(let column): counts[scan.statement?.textIfAny(column), default: 0] += 1
        }
      }
      return counts
    }
  }
}
