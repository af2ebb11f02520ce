/// A way to keep ledgers. What only one engine can say or do stands behind this protocol and those it
/// hands out; SQL that every engine understands is written above it.
///
/// Parameters in SQL are `?`, bound in the order in which they stand.
package protocol DatabaseEngine: Sendable {
  /// The version of the schema that this program makes.
  var latestSchema: Int { get }

  /// What a ledger of a schema version consists of, as `Connection.schema` tells it.
  func schema(version: Int) throws -> [SchemaObject: String]

  /// What messages call what stands at a path: no secret that opens it is in it.
  func name(of path: String) -> String

  /// Looks at what stands at a path, before anything is opened or made; nothing may stand there.
  ///
  /// Throws `notAFile`, `notReadable`.
  func check(path: String) throws

  /// Whether something stands at a path that may be a ledger. Throws `unreachable` where that cannot be told.
  func stands(at path: String) throws -> Bool

  /// Makes what a ledger at a path stands in, where that is not there: a file's folder. Throws `notWritable`.
  func makePlace(for path: String) throws

  /// Opens a ledger for queries alone; nothing of it can be altered.
  ///
  /// Throws `missing`, `notReadable`, `notALedger`, `unreadableLog`, `notWritable` when a writer must
  /// come first.
  func reading(path: String) throws -> any Database

  /// Opens a ledger for the one writer, making an empty one where there is none.
  ///
  /// `waits` is asked while another writer is waited for, and ends the waiting by throwing. Throws `busy`
  /// when that one does not finish in time; `severalNames`, `nameNotText` for a file that cannot be written
  /// safely.
  func writing(path: String, timeout: Duration, _ waits: () throws -> Void) throws -> any Database

  /// Opens a ledger where none stands, for the one writer: nobody sees it before it is published, and what
  /// is not published is gone when it is closed. Nil where one stands by now. Throws as `writing` does.
  func beginning(
    path: String, timeout: Duration, _ waits: () throws -> Void
  ) throws -> (any Database)?

  /// Opens the file of accounts that stands beside a ledger, making an empty one for its owner alone where
  /// there is none. Several processes may have it open and write, each for the length of a transaction.
  ///
  /// Throws `notAFile`, `notReadable`, `severalNames`, `notWritable`.
  func accounts(path: String) throws -> any Database

  /// The files that belong to a ledger, whether or not they are there.
  func files(of path: String) -> [String]

  /// Copies a backup beside the ledger that it is to replace, and keeps writers from both.
  ///
  /// Throws `missing`, `backupIsLedger`, `busy`.
  func replacement(
    of path: String, by backup: String, timeout: Duration
  ) throws -> any Replacement

  /// The same of a file of accounts.
  func replacement(
    ofAccounts path: String, by backup: String, timeout: Duration
  ) throws -> any Replacement
}
