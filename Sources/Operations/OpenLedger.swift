import Foundation
package import Ledger
package import Storage

/// A ledger that is opened once and queried by many people concurrently.
///
/// Its reader and catalogue are kept open; each operation that writes takes the writer's lock itself. Commits
/// of other processes are visible to the next query.
package final class OpenLedger: Sendable {
  private let store: LedgerStore

  /// Opens the ledger of `operations`, creating it if it is missing and may be created.
  package init(at operations: LedgerOperations) throws {
    store = try LedgerStore.open(
      path: operations.path, access: .reading, watch: operations.watch,
      beginning: operations.beginning)
  }

  /// Runs `body` with operations that answer every question from one snapshot of the ledger.
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

  /// The current state of the ledger, for operations passed by `reading`; cached per entry and per visible
  /// scope.
  package func standing(at operations: LedgerOperations) throws -> LedgerStanding {
    try operations.reading { store, _ in try store.once("standing") { try operations.standing() } }
  }

  /// Whether entries after `revision` leave a page of a list unchanged, for operations passed by `reading`.
  package func leaves(
    _ page: ListedPage, since revision: Int64, at operations: LedgerOperations
  ) throws -> Bool {
    try operations.reading { store, _ in try store.leaves(page, since: revision) }
  }

  /// The name of a person as entries record it.
  package func actor(_ person: Person) throws -> String {
    person.login == nil ? person.name : person.actor(in: try store.catalogue())
  }

  /// Returns what a person may do. Throws `rightMissing` if they have neither right; a nil `right` requires
  /// nothing.
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
