import Engine
import Ledger

/// A ledger's database as the store uses it: sessions in place of connections, and the store's errors in
/// place of the engine's.
final class LedgerDatabase: Sendable {
  let database: any Database
  private let memo: CatalogueMemo
  /// What reads of one state keep in memory for the next: whoever lends states holds the ledger open.
  private let columns: LedgerColumns
  /// The read that all questions share; nil where each has its own. It is asked only by the thread that
  /// `atOnce` runs on, while it runs.
  private nonisolated(unsafe) let shared: Session?
  /// What whoever reads is shown of projects.
  let sight: Sight

  /// What was worked out from the last states; nil where each read has a state of its own.
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

  /// The same ledger as it is shown to somebody.
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

  /// Lends the ledger as it is now: every read of it finds this state, whoever commits meanwhile.
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

  /// Runs statements in one durable transaction: all of them, or none when the body throws.
  func write<T>(_ body: (Session) throws -> T) throws -> T {
    try StorageError.translating { try database.write { try Session.run($0, body) } }
  }

  /// Runs one large transaction, in which references between tables may go unchecked.
  func writeMuch<T>(_ body: (Session) throws -> T) throws -> T {
    try StorageError.translating { try database.writeMuch { try Session.run($0, body) } }
  }

  /// What messages call the ledger, where what keeps it may be put back to an earlier state without a word.
  var placeThatMayGoBack: String? { database.place }

  /// Whether the schema is the one this program makes.
  var isCurrent: Bool {
    get throws { try version == database.engine.latestSchema }
  }

  /// Whether an earlier program made the schema.
  var isOlder: Bool {
    get throws { try version < database.engine.latestSchema }
  }

  /// Whether nothing was ever written into it; throws when it is no ledger, or one of a newer program.
  var isBlank: Bool {
    get throws { try version == 0 }
  }

  private var version: Int {
    get throws { try StorageError.translating { try database.version() } }
  }

  /// Takes the ledger to the newest schema. What is to be said of it is handed back: a balance that is
  /// written again is another one where somebody had altered it.
  func migrate() throws -> LedgerNote? {
    try StorageError.translating { try Self.migrate(database) }
  }

  /// The same of a database whose errors stay the engine's.
  static func migrate(_ database: any Database) throws -> LedgerNote? {
    let steps = try database.migrate { try Session.run($0, BalanceRefill.run) }
    guard let steps, steps.from > 0, steps.refilledBalance else { return nil }
    return .balanceRewritten(schema: steps.from, to: database.engine.latestSchema)
  }

  /// Writes a compact copy of the whole ledger into a file that is new or empty.
  func copy(to path: String) throws {
    try StorageError.translating { try database.copy(to: path) }
  }

  /// Closes, and asks the ledger one question as whoever opens it next will see it.
  func askAnew<T>(_ body: (Session) throws -> T) throws -> T {
    try StorageError.translating { try database.askAnew { try Session.run($0, body) } }
  }

  /// Whether a ledger begins here that is still to take its place.
  var isUnseen: Bool { database.isUnseen }

  /// Lets a ledger that begins take its place.
  func publish() throws { try StorageError.translating { try database.publish() } }

  /// Closes the ledger and lets the next writer in.
  func close() throws { try StorageError.translating { try database.close() } }
}
