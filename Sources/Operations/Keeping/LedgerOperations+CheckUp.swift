import Foundation
package import Ledger
package import Storage

/// The state of the machine and the ledger.
package struct CheckUp: Sendable {
  /// The path of the ledger file, or its database.
  package let place: String
  package let actor: String
  /// The size of the file; nil for a database.
  package let bytes: Int64?
  package let projects: Int
  package let investment: Money
  package let catalogue: Catalogue
  /// The last entry; its number is the ledger's revision.
  package let last: Entry
  /// A note if the last entry is later than the clock.
  package let note: VerificationNote?
  /// The results of checking the database server; empty for a file.
  package let server: [ServerCheck]
}

extension LedgerOperations {
  /// Checks the machine and the ledger.
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
