/// An open ledger's database. Every body is given a connection for its length.
package protocol Database: AnyObject, Sendable {
  /// The engine that opened it.
  var engine: any DatabaseEngine { get }

  /// What messages call the server and the ledger in it; nil where the ledger is a file.
  var place: String? { get }

  /// The schema version; 0 when there is nothing yet. Throws `notALedger`, `newerSchema`.
  func version() throws -> Int

  /// Takes the database through the steps of the schema that it has not seen, all of them or none.
  ///
  /// `refill` writes the balance again from the journal behind the last step, where one of them asks for
  /// it. Returns nil when there was nothing to do.
  func migrate(refill: (any Connection) throws -> Void) throws -> SchemaSteps?

  /// Runs queries on one consistent state.
  func read<T>(_ body: (any Connection) throws -> T) throws -> T

  /// Runs statements in one durable transaction: all of them, or none when the body throws.
  func write<T>(_ body: (any Connection) throws -> T) throws -> T

  /// Runs one large transaction, in which references between tables may go unchecked: they are numbers
  /// that it has just read or given out itself, and `verify` proves them.
  func writeMuch<T>(_ body: (any Connection) throws -> T) throws -> T

  /// Writes a compact copy of all of it, as one reader sees it, into a file that is new or empty. Throws
  /// `diskFull` with the copy's path.
  func copy(to path: String) throws

  /// Closes, and asks the ledger one question as whoever opens it next will see it: after a commit that the
  /// disk did not confirm. Needs no room on the disk.
  func askAnew<T>(_ body: (any Connection) throws -> T) throws -> T

  /// Whether a ledger begins here that is still to take its place.
  var isUnseen: Bool { get }

  /// Lets a ledger that begins take its place, in one step and on the disk; nothing for any other. After it
  /// the database is only to be closed; where it throws no ledger has begun.
  func publish() throws

  /// Closes every connection and lets the next writer in. What throws here takes back nothing of what was
  /// committed.
  func close() throws
}

/// What a migration did.
package struct SchemaSteps: Hashable, Sendable {
  /// The version it began with; 0 for a new ledger.
  package let from: Int
  /// Whether the balance was written again.
  package let refilledBalance: Bool

  package init(from: Int, refilledBalance: Bool) {
    self.from = from
    self.refilledBalance = refilledBalance
  }
}
