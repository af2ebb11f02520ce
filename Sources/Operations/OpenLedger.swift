import Foundation
package import Ledger
import Storage
import Synchronization

/// A ledger that is opened once and asked by many people at the same time.
///
/// Its reader and its catalogue stay; a writer's lock is taken per act, as everywhere. What another process
/// commits is seen by the next question.
package final class OpenLedger: Sendable {
  private let store: LedgerStore
  private let standings = Mutex<[Standpoint: LedgerStanding]>([:])

  /// A state of the ledger, and what is shown of it.
  private struct Standpoint: Hashable {
    let revision: Int64
    let permissions: Permissions
  }

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

  /// How the ledger stands, of a desk that `reading` lends; worked out once for each entry and
  /// each choice of what is shown.
  package func standing(at desk: LedgerDesk) throws -> LedgerStanding {
    let point = try desk.reading { store, catalogue in
      Standpoint(revision: try store.revision, permissions: desk.permissions(in: catalogue))
    }
    if let known = standings.withLock({ $0[point] }) { return known }
    let standing = try desk.standing()
    standings.withLock { standings in
      standings = standings.filter { $0.key.revision == point.revision }
      standings[point] = standing
    }
    return standing
  }

  /// How entries name a person.
  package func actor(_ person: Person) throws -> String {
    person.login == nil ? person.name : person.actor(in: try store.catalogue())
  }

  /// Throws `rightMissing` where a person has neither a right nor another that does as well; otherwise says
  /// what they may do.
  package func permissions(
    of person: Person, requiring right: Right?, or other: Right?
  ) throws -> Permissions {
    let catalogue = try store.catalogue()
    let permissions = Permissions(person, catalogue)
    if let right, other.map(permissions.have) != true {
      try permissions.require(right, in: catalogue)
    }
    return permissions
  }

  /// Closes the file.
  package func close() throws { try store.close() }
}
