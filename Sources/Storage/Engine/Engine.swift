import Foundation
import GRDB
import GRDBSQLite
import Ledger

/// The way to the database: open, read, write. GRDB stays behind this type.
final class Engine: Sendable {
  let path: String
  private let pool: DatabasePool
  private let memo = CatalogueMemo()
  /// Held from before the database is opened until after it is closed.
  private let lock: WriterLock?

  private init(path: String, pool: DatabasePool, lock: WriterLock?) {
    self.path = path
    self.pool = pool
    self.lock = lock
  }

  /// Opens a file for queries alone; nothing of it can be altered.
  static func reading(path: String) throws -> Engine {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StorageError.missing(path: path)
    }
    var configuration = Self.configuration
    configuration.readonly = true
    let pool = try translating(path) {
      try DatabasePool(path: path, configuration: configuration)
    }
    return Engine(path: path, pool: pool, lock: nil)
  }

  /// Opens a file for the one writer, creating it where there is none.
  static func writing(path: String, timeout: Duration) throws -> Engine {
    let lock = try WriterLock(path: path, timeout: timeout)
    let pool = try translating(path) {
      let pool = try DatabasePool(path: path, configuration: Self.configuration)
      try pool.writeWithoutTransaction {
        try session(Session($0, path: path)) { try $0.makeDurable() }
      }
      return pool
    }
    return Engine(path: path, pool: pool, lock: lock)
  }

  /// Runs queries on one consistent state of the database.
  func read<T>(_ body: (Session) throws -> T) throws -> T {
    try Self.translating(path) {
      try pool.read { try Self.session(Session($0, path: path, memo: memo), body) }
    }
  }

  /// Runs statements in one durable transaction: all of them, or none when the body throws.
  func write<T>(_ body: (Session) throws -> T) throws -> T {
    try Self.translating(path) {
      try pool.writeWithoutTransaction { database in
        var result: T?
        try database.inTransaction(.immediate) {
          result = try Self.session(Session(database, path: path), body)
          return .commit
        }
        guard let result else { throw StorageError.engine(code: 0, message: "no result") }
        return result
      }
    }
  }

  /// Runs one large transaction. While nobody else has the ledger open it goes straight into the file
  /// instead of through the log, which halves what is written; else it is an ordinary one.
  ///
  /// SQLite does not look up the references of what is written, seven for each new project: they are
  /// numbers that the transaction itself has just read or given out. `verify` proves them.
  func writeMuch<T>(_ body: (Session) throws -> T) throws -> T {
    pool.invalidateReadOnlyConnections()
    let isAlone = try writeWithoutTransaction { try $0.leaveLog() }
    defer { if isAlone { try? writeWithoutTransaction { try $0.returnToLog() } } }
    return try leavingReferences { try write(body) }
  }

  /// Runs statements in one durable transaction in which references between tables are looked at only
  /// at its end; throws when one leads nowhere.
  func writeWithoutReferences(_ body: (Session) throws -> Void) throws {
    try leavingReferences {
      try write { session in
        try body(session)
        let stray = try session.rows("PRAGMA foreign_key_check") { $0.text(0) }
        if let table = stray.first { throw StorageError.damaged(table: table, row: 0) }
      }
    }
  }

  /// Does something during which SQLite looks up no references; afterwards it does again, whatever came
  /// of it.
  private func leavingReferences<T>(_ body: () throws -> T) throws -> T {
    try writeWithoutTransaction { try $0.run("PRAGMA foreign_keys = OFF") }
    let outcome = Result(catching: body)
    try writeWithoutTransaction { try $0.run("PRAGMA foreign_keys = ON") }
    return try outcome.get()
  }

  /// Runs statements outside of any transaction, such as pragmas and `VACUUM`.
  func writeWithoutTransaction<T>(_ body: (Session) throws -> T) throws -> T {
    try Self.translating(path) {
      try pool.writeWithoutTransaction { try Self.session(Session($0, path: path), body) }
    }
  }

  /// Does something in a session that ends with it.
  static func session<T>(_ session: Session, _ body: (Session) throws -> T) rethrows -> T {
    defer { session.close() }
    return try body(session)
  }

  /// Closes every connection, then lets go of the writer's lock.
  func close() throws {
    if lock != nil {
      pool.invalidateReadOnlyConnections()
      try writeWithoutTransaction { try $0.emptyLog() }
    }
    try Self.translating(path) { try pool.close() }
    lock?.release()
  }

  private static let pageSize = 8_192

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      // Counts for a new file alone. A project's changes take a kilobyte, of which a page of the
      // default size holds three and wastes a seventh.
      try database.execute(sql: "PRAGMA page_size = \(pageSize)")
      SubstringFunction.install(on: database.sqliteConnection)
    }
    return configuration
  }

  private static func translating<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StorageError(
        code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path)
    }
  }
}

extension StorageError {
  /// The fact behind an SQLite result code.
  init(code: Int32, message: String, path: String) {
    self =
      switch code & 0xFF {
      case SQLITE_FULL: .diskFull(path: path)
      case SQLITE_NOTADB: .notALedger(path: path)
      case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path)
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: .notWritable(path: path)
      default: .engine(code: code, message: message)
      }
  }
}
