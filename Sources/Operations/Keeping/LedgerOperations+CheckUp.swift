import Foundation
package import Ledger
package import Storage

/// What this machine and this ledger look like.
package struct CheckUp: Sendable {
  /// The ledger's file, or where else it stands.
  package let place: String
  package let actor: String
  /// The size of its file; nil where it is in none.
  package let bytes: Int64?
  package let projects: Int
  package let investment: Money
  package let catalogue: Catalogue
  /// The last entry; its number is the ledger's revision.
  package let last: Entry
  /// The last entry is recorded later than the clock says: then what is to be known of that.
  package let note: VerificationNote?
  /// What the server does that keeps it; empty where it is a file.
  package let server: [ServerCheck]
}

extension LedgerOperations {
  /// Looks at the machine and the ledger.
  package func checkUp() throws -> CheckUp {
    try reading { store, catalogue in
      let totals = try store.totals(.init())
      let size =
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64) ?? nil
      let last = try store.entry(store.revision)
      let now = now()
      return CheckUp(
        place: Engines.name(of: path), actor: actor, bytes: size, projects: totals.count,
        investment: totals.investment, catalogue: catalogue, last: last,
        note: last.at > now ? .lastIsToCome(at: last.at, now: now) : nil,
        server: try LedgerStore.examine(path))
    }
  }
}
