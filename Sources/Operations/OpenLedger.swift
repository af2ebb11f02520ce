import Foundation
package import Ledger
package import Storage

/// A ledger that is opened once and asked by many people at the same time.
///
/// Its reader and its catalogue stay; a writer's lock is taken per act, as everywhere. What another process
/// commits is seen by the next question.
package final class OpenLedger: Sendable {
  private let store: LedgerStore

  /// Opens the ledger of a operations, and begins it where there is none and the operations may.
  package init(at operations: LedgerOperations) throws {
    store = try LedgerStore.open(
      path: operations.path, access: .reading, watch: operations.watch,
      beginning: operations.beginning)
  }

  /// Does something at a operations whose questions are all answered from one state of the ledger.
  package func reading<Result>(
    at operations: LedgerOperations, _ body: (LedgerOperations) throws -> Result
  ) throws -> Result {
    // Who asks while being answered is answered from the same state: a second one at once there is not.
    if let lent = Self.lent, lent.ledger == ObjectIdentifier(self) {
      return try body(Self.operations(operations, at: lent.state))
    }
    return try store.atOnce { state in
      try Self.$lent.withValue(Lent(ledger: ObjectIdentifier(self), state: state)) {
        try body(Self.operations(operations, at: state))
      }
    }
  }

  /// The state of a ledger that is being asked.
  private struct Lent: Sendable {
    let ledger: ObjectIdentifier
    let state: LedgerStore
  }

  @TaskLocal private static var lent: Lent?

  private static func operations(_ operations: LedgerOperations, at state: LedgerStore)
    -> LedgerOperations
  {
    var operations = operations
    operations.state = state
    return operations
  }

  /// How the ledger stands, of a operations that `reading` lends; worked out once for each entry and
  /// each choice of what is shown.
  package func standing(at operations: LedgerOperations) throws -> LedgerStanding {
    try operations.reading { store, _ in try store.once("standing") { try operations.standing() } }
  }

  /// Whether entries since a revision left a page of a list as it was, of a operations that `reading` lends.
  package func leaves(
    _ page: ListedPage, since revision: Int64, at operations: LedgerOperations
  ) throws -> Bool {
    try operations.reading { store, _ in try store.leaves(page, since: revision) }
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
