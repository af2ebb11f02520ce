/// A way to store ledgers. Whatever differs between engines is behind this protocol and those it returns; SQL that
/// every engine understands is written outside of it.
///
/// Parameters in SQL are `?`, bound in the order in which they occur.
package protocol DatabaseEngine: Sendable {
  /// The schema version that this program creates.
  var latestSchema: Int { get }

  /// The objects of a ledger of a schema version, as `Connection.schema` returns them.
  func schema(version: Int) throws -> [SchemaObject: String]

  /// The objects of this program's accounts, as `Connection.schema` returns them.
  func accountsSchema() throws -> [SchemaObject: String]

  /// The name for messages of the ledger at a path; it contains no password.
  func name(of path: String) -> String

  /// Checks the file at a path before anything is opened or created; there may be none.
  ///
  /// Throws `notAFile`, `notReadable`.
  func check(path: String) throws

  /// Whether there is something at a path that may be a ledger. Throws `unreachable` if that cannot be determined.
  func stands(at path: String) throws -> Bool

  /// Creates the folder of a ledger's file if it does not exist. Throws `notWritable`.
  func makePlace(for path: String) throws

  /// Opens a ledger read-only.
  ///
  /// Throws `missing`, `notReadable`, `notALedger`, `unreadableLog`, and `notWritable` if a writer must open it
  /// first.
  func reading(path: String) throws -> any Database

  /// Opens a ledger for the one writer, creating an empty one if there is none.
  ///
  /// `waits` is called repeatedly while another writer holds the lock, and can end the wait by throwing. Throws
  /// `busy` if that writer does not finish in time; `severalNames`, `nameNotText` for a file that cannot be written
  /// safely.
  func writing(path: String, timeout: Duration, _ waits: () throws -> Void) throws -> any Database

  /// Creates a ledger where there is none, for the one writer. It is invisible until it is published, and closing it
  /// unpublished discards it. Nil if a ledger exists already. Throws the errors of `writing`.
  func beginning(
    path: String, timeout: Duration, _ waits: () throws -> Void
  ) throws -> (any Database)?

  /// The paths of all ledgers that are stored together with one, with their names there.
  func ledgers(beside path: String) throws -> [(name: String, path: String)]

  /// Gives a login of the server exactly this permission on a ledger. Throws `notOffered` if ledgers are files,
  /// `notWritable` if the caller does not own the ledger, `unknownLogin`.
  func permit(_ login: String, _ permission: LedgerPermission, at path: String) throws

  /// Returns an unused path in the same server: the ledger's name with an ending, and a number if that is taken.
  /// Throws `notOffered` if ledgers are files.
  func place(beside path: String, ending: String) throws -> String

  /// Replaces a ledger by another one in the same server, in one step; the replaced ledger is kept at `kept`, and its
  /// accounts and permissions pass to the other one. `last` is the hash of the ledger's last entry, nil if it has none.
  /// Returns the name of what is kept for messages; nil if there was no ledger. Throws `notOffered` if ledgers are
  /// files, `busy` also if the last entry is another one.
  func exchange(
    _ path: String, by other: String, kept: String, expecting last: String?, timeout: Duration
  ) throws -> String?

  /// Removes a ledger from a server, after a replacement that was not completed. Throws `notOffered`.
  func remove(path: String) throws

  /// Tests what the server that stores a ledger supports, without leaving a trace. Empty if ledgers are files.
  func examine(path: String) throws -> [ServerFinding]

  /// Whether there are accounts at a path. Throws `unreachable` if that cannot be determined, `notReadable` if the
  /// caller may not use them.
  func accountsStand(at path: String) throws -> Bool

  /// Opens the file of accounts beside a ledger, creating an empty one that only its owner can read if there is none.
  /// Several processes may have it open and write, each for the duration of a transaction.
  ///
  /// Throws `notAFile`, `notReadable`, `severalNames`, `notWritable`.
  func accounts(path: String) throws -> any Database

  /// The files that belong to a ledger, whether or not they exist.
  func files(of path: String) -> [String]

  /// Copies a backup beside the ledger that it is to replace, and locks both against writers.
  ///
  /// Throws `missing`, `backupIsLedger`, `busy`.
  func replacement(
    of path: String, by backup: String, timeout: Duration
  ) throws -> any Replacement

  /// The same for a file of accounts.
  func replacement(
    ofAccounts path: String, by backup: String, timeout: Duration
  ) throws -> any Replacement
}

/// What a login of a server may do with a ledger.
package enum LedgerPermission: Sendable {
  /// Adds to the journal and alters the balance, but cannot alter existing entries of the journal.
  case writer
  /// Runs queries only.
  case reader
  case nobody
}
