import Engine
import Ledger

/// A ledger's database as the store uses it: with sessions instead of connections, and the store's errors instead of
/// the engine's.
final class LedgerDatabase: Sendable {
  let database: any Database
  private let memo: CatalogueMemo
  /// The columns in memory, shared by the reads of an open ledger.
  private let columns: LedgerColumns
  /// The session that all queries share within `atOnce`; nil if each has its own. Used only on the thread of
  /// `atOnce`, while it runs.
  private nonisolated(unsafe) let shared: Session?
  /// The visibility of projects for the reader.
  let sight: Sight

  /// The results cached for the latest states; nil if each read has its own state.
  var sharedMemo: RevisionMemo? { shared == nil ? nil : columns.memo }

  convenience init(_ database: any Database) {
    self.init(
      database, memo: CatalogueMemo(), columns: LedgerColumns(), shared: nil, sight: .everything)
  }

  private init(
    _ database: any Database, memo: CatalogueMemo, columns: LedgerColumns, shared: Session?,
    sight: Sight
  ) {
    self.database = database
    self.memo = memo
    self.columns = columns
    self.shared = shared
    self.sight = sight
  }

  /// The same ledger with another visibility.
  func seen(by sight: Sight) -> LedgerDatabase {
    sight == self.sight
      ? self
      : LedgerDatabase(database, memo: memo, columns: columns, shared: shared, sight: sight)
  }

  /// Runs queries on one consistent state of the ledger.
  func read<T>(_ body: (Session) throws -> T) throws -> T {
    try StorageError.translating {
      if let shared {
        if shared.sight == sight { return try body(shared) }
        return try shared.seen(by: sight, body)
      }
      return try database.read { try Session.run($0, memo: memo, sight: sight, body) }
    }
  }

  /// Runs `body` on the current state of the ledger: all its reads see this state, regardless of concurrent commits.
  func atOnce<T>(_ body: (LedgerDatabase) throws -> T) throws -> T {
    try StorageError.translating {
      try database.read { connection in
        let pinned = PinnedColumns(columns)
        return try Session.run(connection, memo: memo, columns: pinned, sight: sight) { session in
          try body(
            LedgerDatabase(
              database, memo: memo, columns: columns, shared: session, sight: sight))
        }
      }
    }
  }

  /// Runs statements in one durable transaction: all of them, or none if `body` throws.
  func write<T>(_ body: (Session) throws -> T) throws -> T {
    try StorageError.translating { try database.write { try Session.run($0, body) } }
  }

  /// Runs one large transaction, in which references between tables may go unchecked.
  func writeMuch<T>(_ body: (Session) throws -> T) throws -> T {
    try StorageError.translating { try database.writeMuch { try Session.run($0, body) } }
  }

  /// The name of the ledger for messages, if its server may be set back to an earlier state; nil for a file.
  var placeThatMayGoBack: String? { database.place }

  /// Whether the schema is this program's.
  var isCurrent: Bool {
    get throws { try version == database.engine.latestSchema }
  }

  /// Whether the schema is an earlier program's.
  var isOlder: Bool {
    get throws { try version < database.engine.latestSchema }
  }

  /// Whether the database is empty; throws if it is not a ledger, or one of a newer program.
  var isBlank: Bool {
    get throws { try version == 0 }
  }

  private var version: Int {
    get throws { try StorageError.translating { try database.version() } }
  }

  /// Keeps a copy of the ledger beside it if `migrate` would upgrade it; returns the copy's path, nil if there is none.
  func keepEarlier() throws -> String? {
    try StorageError.translating { try database.keepEarlier() }
  }

  /// Upgrades the ledger to the newest schema. Returns a note if the balance was rewritten: this discards any
  /// tampering with it.
  func migrate() throws -> LedgerNote? {
    try StorageError.translating { try Self.migrate(database) }
  }

  /// The same for a database, without translating its errors.
  static func migrate(_ database: any Database) throws -> LedgerNote? {
    let steps = try database.migrate { try Session.run($0, BalanceRefill.run) }
    guard let steps, steps.from > 0, steps.refilledBalance else { return nil }
    return .balanceRewritten(schema: steps.from, to: database.engine.latestSchema)
  }

  /// Writes a compact copy of the whole ledger into a file that is new or empty.
  func copy(to path: String) throws {
    try StorageError.translating { try database.copy(to: path) }
  }

  /// Closes the database and runs one query on the ledger as the next process to open it would see it.
  func askAnew<T>(_ body: (Session) throws -> T) throws -> T {
    try StorageError.translating { try database.askAnew { try Session.run($0, body) } }
  }

  /// Whether this is a new ledger that is not published yet.
  var isUnseen: Bool { database.isUnseen }

  /// Publishes a new ledger.
  func publish() throws { try StorageError.translating { try database.publish() } }

  /// Closes the ledger and admits the next writer.
  func close() throws { try StorageError.translating { try database.close() } }
}
