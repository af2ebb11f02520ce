/// The open database of a ledger. Each `body` receives a connection for its duration.
package protocol Database: AnyObject, Sendable {
  /// The engine that opened it.
  var engine: any DatabaseEngine { get }

  /// The name of the server and of the ledger in it for messages; nil if the ledger is a file.
  var place: String? { get }

  /// The schema version; 0 for an empty database. Throws `notALedger`, `newerSchema`.
  func version() throws -> Int

  /// Keeps a copy of the ledger as it is beside it, if `migrate` would upgrade it, and returns the copy's path. A copy
  /// that stands already is not made again. Nil if there is nothing to upgrade, or the ledger is in a server: its
  /// administrators keep its backups.
  ///
  /// Throws `diskFull` and other errors of the copy; then the ledger is unchanged.
  func keepEarlier() throws -> String?

  /// Applies the schema steps that the database lacks, all or none.
  ///
  /// `refill` rewrites the balance from the journal after the last step, if one of them requires it. Returns nil if
  /// there was nothing to do.
  func migrate(refill: (any Connection) throws -> Void) throws -> SchemaSteps?

  /// Runs queries on one consistent state.
  func read<T>(_ body: (any Connection) throws -> T) throws -> T

  /// Runs statements in one durable transaction: all of them, or none if `body` throws.
  func write<T>(_ body: (any Connection) throws -> T) throws -> T

  /// Runs one large transaction in which references between tables may go unchecked: they are numbers that it has
  /// just read or assigned itself, and `verify` checks them.
  func writeMuch<T>(_ body: (any Connection) throws -> T) throws -> T

  /// Writes a compact copy of one consistent state into a file that is new or empty. Throws `diskFull` with the
  /// copy's path.
  func copy(to path: String) throws

  /// Closes the database and runs one query on the ledger as the next process to open it would see it, to find out
  /// whether a commit that the disk did not confirm was stored. Needs no disk space.
  func askAnew<T>(_ body: (any Connection) throws -> T) throws -> T

  /// Whether this is a new ledger that is not published yet.
  var isUnseen: Bool { get }

  /// Publishes a new ledger, atomically and durably; does nothing for any other. Afterwards the database can only be
  /// closed. If this throws, no ledger was created.
  func publish() throws

  /// Closes every connection and admits the next writer. An error here undoes no commit.
  func close() throws
}

/// The result of a migration.
package struct SchemaSteps: Hashable, Sendable {
  /// The version before the migration; 0 for a new ledger.
  package let from: Int
  /// Whether the balance was rewritten.
  package let refilledBalance: Bool

  package init(from: Int, refilledBalance: Bool) {
    self.from = from
    self.refilledBalance = refilledBalance
  }
}
