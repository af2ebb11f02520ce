import Engine
import Ledger

extension Scan {
  /// The queries that counting with a filter begins with, whatever their results; none if the rows are in memory.
  static func foreseen(_ filter: ProjectFilter, _ session: Session) -> [ForeseenQuery] {
    if session.columns != nil { return [] }
    let stated = filter.year == nil && filter.month == nil
    return [
      LedgerStore.lastEntry, CatalogueTable.change, Packages.areThere,
      ProjectReader.areThereMemberships,
    ]
      + (stated ? [yearOfLists(through: session.past)] : [])
      + (session.memo?.lacksCatalogue == false ? [] : [CatalogueTable.all])
      + (session.memo?.lacksItems == false ? [] : [ItemNumbers.all])
      + (filter.chains.isEmpty ? [RegisterPlaces.query(of: nil)] : [])
  }
}
