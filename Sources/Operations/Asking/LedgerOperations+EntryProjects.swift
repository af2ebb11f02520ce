package import Ledger
import Storage

extension LedgerOperations {
  /// The first projects that an entry changed, with their names; those hidden from the person are left out.
  package func projects(of entry: Int64, limit: Int) throws -> [(id: ProjectID, name: String)] {
    try reading { store, _ in
      let altered = try store.changes(of: entry).map(\.project)
      let names = try store.names(of: altered)
      return altered.compactMap { id in names[id].map { (id: id, name: $0) } }.prefix(limit).map {
        $0
      }
    }
  }
}
