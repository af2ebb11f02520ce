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

  /// Where all ledgers stand that are kept together with one, by the names that they go by there.
  func ledgers(beside path: String) throws -> [(name: String, path: String)]

  /// Lets a login of the server do so much with a ledger, and no more. Throws `notOffered` where ledgers are files,
  /// `notWritable` where whoever asks does not own the ledger.
  func permit(_ login: String, _ permission: LedgerPermission, at path: String) throws

  /// A place in the same server where nothing stands: that of a ledger with an ending, and a number where that is
  /// taken. Throws `notOffered` where ledgers are files.
  func place(beside path: String, ending: String) throws -> String

  /// Lets a ledger that stands take the place of another one in the same server, in one step; that one is kept at
  /// `kept`. Returns what messages call it there; nil when there was none. Throws `notOffered` where ledgers are
  /// files, `busy`.
  func exchange(_ path: String, by other: String, kept: String, timeout: Duration) throws -> String?

  /// Removes a ledger from a server: one that was written to take another's place, and did not. Throws `notOffered`.
  func remove(path: String) throws

  /// Tries what the server that keeps a ledger does; nothing of it stays. Empty where ledgers are files.
  func examine(path: String) throws -> [ServerFinding]

  /// Whether accounts stand at a path. Throws `unreachable` where that cannot be told.
  func accountsStand(at path: String) throws -> Bool

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

/// What a login of a server may do with a ledger.
package enum LedgerPermission: Sendable {
  /// Adds to the journal and alters the balance; what stands in the journal cannot be altered by it.
  case writer
  /// Asks.
  case reader
  case nobody
}
