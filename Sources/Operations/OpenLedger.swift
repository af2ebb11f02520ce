import Foundation
import Ledger
import Storage

/// A ledger that is opened once and asked by many people at the same time.
///
/// Its reader and its catalogue stay; a writer's lock is taken per act, as everywhere. What another process
/// commits is seen by the next question.
package final class OpenLedger: Sendable {
  private let store: LedgerStore

  /// Opens the ledger of a desk, and begins it where there is none and the desk may.
  package init(at desk: LedgerDesk) throws {
    store = try LedgerStore.open(
      path: desk.path, access: .reading, watch: desk.watch, beginning: desk.beginning)
  }

  /// Does something at a desk whose questions are all answered from one state of the ledger.
  package func reading<Result>(
    at desk: LedgerDesk, _ body: (LedgerDesk) throws -> Result
  ) throws -> Result {
    try store.atOnce { state in
      var desk = desk
      desk.state = state
      return try body(desk)
    }
  }

  /// How the ledger stands, of a desk that `reading` lends; worked out once for each entry.
  package func standing(at desk: LedgerDesk) throws -> LedgerStanding {
    try desk.reading { store, _ in try store.once("standing") { try desk.standing() } }
  }

  /// Closes the file.
  package func close() throws { try store.close() }
}
