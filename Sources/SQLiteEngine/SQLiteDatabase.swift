import Engine
import Foundation
import GRDB
import Glibc

/// The open SQLite file of a ledger: GRDB's connections and the writer's lock.
final class SQLiteDatabase: Engine.Database {
  let path: String
  let schema: FileSchema
  private let pool: any DatabaseWriter
  private let access: Access

  private enum Access {
    case reading
    /// Processes take turns writing, each for the duration of a transaction.
    case shared
    /// Reads a file in a folder that is not writable: any log is ignored, and writers are not locked out.
    case readingAlone(FileState)
    /// The lock is held from before the database is opened until after it is closed; nil for a file that no other
    /// process knows.
    case writing(WriterLock?)
    /// Writes a new file that is moved to its final path when it is published.
    case beginning(LedgerBeginning)
  }

  /// Nil: only a restore that knows the file replaces it.
  var place: String? { nil }

  private init(
    path: String, pool: any DatabaseWriter, access: Access, schema: FileSchema = .ledger
  ) {
    self.path = path
    self.schema = schema
    self.pool = pool
    self.access = access
  }

  /// Opens a file read-only.
  ///
  /// SQLite creates a file beside it, which a read-only folder does not allow: then the file is read alone if it is
  /// complete without a log; otherwise this throws `unreadableLog`.
  static func reading(path: String) throws -> SQLiteDatabase {
    let files = LedgerFiles(path: path)
    guard files.exists else { throw EngineError.missing(path: path) }
    guard Glibc.access(files.main, R_OK) == 0 else { throw EngineError.notReadable(path: path) }
    do {
      return try reading(files, files.main, .reading)
    } catch EngineError.notWritable where Glibc.access(files.folder, W_OK) != 0 {
      guard !files.isUnsettled else { throw EngineError.unreadableLog(path: files.main) }
      let state = FileState(files.main)
      return try reading(files, aloneURI(files.main), .readingAlone(state))
    }
  }

  private static func reading(
    _ files: LedgerFiles, _ location: String, _ access: Access
  ) throws -> SQLiteDatabase {
    var configuration = Self.configuration
    configuration.readonly = true
    let pool = try translating(files.main) {
      try DatabasePool(path: location, configuration: configuration)
    }
    let database = SQLiteDatabase(path: files.main, pool: pool, access: access)
    // An unreadable file shows at the first query.
    _ = try database.reading { try $0.schemaVersion }
    return database
  }

  private static func aloneURI(_ path: String) -> String {
    let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "/._-"))
    return "file:\(path.addingPercentEncoding(withAllowedCharacters: plain) ?? path)?immutable=1"
  }

  /// Opens a file for the one writer, creating it, readable by its owner only, if there is none.
  ///
  /// `waits` is called while another writer holds the lock, and can end the wait by throwing.
  static func writing(
    path: String, timeout: Duration, _ waits: () throws -> Void = {}
  ) throws -> SQLiteDatabase {
    let files = LedgerFiles(path: path)
    return try writing(files, lock: try WriterLock(files, timeout: timeout, waits))
  }

  /// Creates a new file beside its final path; nil if a ledger exists already.
  ///
  /// Nobody reads it until it is published, so it is written without a log and reaches the disk at the end.
  static func beginning(
    path: String, timeout: Duration, _ waits: () throws -> Void = {}
  ) throws -> SQLiteDatabase? {
    let files = LedgerFiles(path: path)
    let lock = try WriterLock(files, timeout: timeout, waits)
    guard let beginning = try LedgerBeginning(of: files, lock) else {
      lock.release()
      return nil
    }
    let part = beginning.part.main
    do {
      let queue = try translating(part) {
        let queue = try DatabaseQueue(path: part, configuration: Self.configuration)
        try queue.writeWithoutTransaction {
          try SQLiteConnection($0, path: part).makeFleeting()
        }
        return queue
      }
      return SQLiteDatabase(path: part, pool: queue, access: .beginning(beginning))
    } catch {
      beginning.end()
      throw error
    }
  }

  /// Opens for writing a file that no other process knows. In a file of accounts, deleted data is overwritten.
  static func writingAlone(
    _ files: LedgerFiles, schema: FileSchema = .ledger
  ) throws -> SQLiteDatabase {
    let pool = try durablePool(files)
    if schema.mark == FileSchema.access.mark { try overwriteRemoved(files, pool) }
    return SQLiteDatabase(
      path: files.main, pool: pool, access: .writing(nil), schema: schema)
  }

  /// Opens a file that several processes write in turn, creating it, readable by its owner only, if there is none.
  /// Deleted data is overwritten.
  static func shared(path: String, schema: FileSchema) throws -> SQLiteDatabase {
    let files = LedgerFiles(path: path)
    let pool = try durablePool(files)
    try overwriteRemoved(files, pool)
    return SQLiteDatabase(path: files.main, pool: pool, access: .shared, schema: schema)
  }

  private static func overwriteRemoved(_ files: LedgerFiles, _ pool: DatabasePool) throws {
    try translating(files.main) {
      try pool.writeWithoutTransaction {
        try SQLiteConnection($0, path: files.main).run("PRAGMA secure_delete = ON")
      }
    }
  }

  private static func writing(_ files: LedgerFiles, lock: WriterLock?) throws -> SQLiteDatabase {
    let pool = try durablePool(files)
    return SQLiteDatabase(path: files.main, pool: pool, access: .writing(lock))
  }

  private static func durablePool(_ files: LedgerFiles) throws -> DatabasePool {
    try DurableFile.create(files.main)
    return try translating(files.main) {
      let pool = try DatabasePool(path: files.main, configuration: configuration)
      try pool.writeWithoutTransaction {
        try SQLiteConnection($0, path: files.main).makeDurable()
      }
      return pool
    }
  }

  var engine: any DatabaseEngine { SQLiteEngine() }

  func read<T>(_ body: (any Connection) throws -> T) throws -> T { try reading(body) }

  /// Runs queries on one consistent state of the file.
  func reading<T>(_ body: (SQLiteConnection) throws -> T) throws -> T {
    let result = try Self.translating(path) {
      try pool.read { database in
        let connection = SQLiteConnection(database, path: path)
        // The next user of the connection queries another revision.
        defer { if connection.filledPast != nil { connection.dropPast() } }
        return try body(connection)
      }
    }
    // No lock kept a writer from moving pages during the query.
    if case .readingAlone(let state) = access, state != FileState(path) {
      throw EngineError.busy(path: path)
    }
    return result
  }

  func write<T>(_ body: (any Connection) throws -> T) throws -> T { try writing(body) }

  /// Runs statements in one durable transaction: all of them, or none if `body` throws.
  private func writing<T>(_ body: (SQLiteConnection) throws -> T) throws -> T {
    try Self.translating(path) {
      try pool.writeWithoutTransaction { database in
        var result: T?
        try database.inTransaction(.immediate) {
          result = try body(SQLiteConnection(database, path: path))
          return .commit
        }
        guard let result else {
          throw EngineError.refused(.other, code: 0, message: "no result")
        }
        return result
      }
    }
  }

  /// A large transaction goes through the log like any other, so that readers never wait. SQLite skips the check of
  /// references, seven for each new project.
  func writeMuch<T>(_ body: (any Connection) throws -> T) throws -> T {
    try leavingReferences { try write(body) }
  }

  /// Runs statements in one durable transaction that checks references between tables only at its end. Throws
  /// `strayReference`.
  func writeWithoutReferences(_ body: (SQLiteConnection) throws -> Void) throws {
    try leavingReferences {
      try writing { connection in
        try body(connection)
        if let stray = try connection.strayReferences().first {
          throw EngineError.strayReference(table: stray.table)
        }
      }
    }
  }

  /// Runs `body` while SQLite checks no references, and always turns the checks on again.
  private func leavingReferences<T>(_ body: () throws -> T) throws -> T {
    try writeWithoutTransaction { try $0.run("PRAGMA foreign_keys = OFF") }
    let outcome = Result(catching: body)
    try writeWithoutTransaction { try $0.run("PRAGMA foreign_keys = ON") }
    return try outcome.get()
  }

  /// Runs statements outside of a transaction, such as pragmas and `VACUUM`.
  func writeWithoutTransaction<T>(_ body: (SQLiteConnection) throws -> T) throws -> T {
    try Self.translating(path) {
      try pool.writeWithoutTransaction { try body(SQLiteConnection($0, path: path)) }
    }
  }

  /// Runs `body` on a temporary in-memory database.
  static func inMemory<T>(_ body: (SQLiteConnection) throws -> T) throws -> T {
    try DatabaseQueue().writeWithoutTransaction {
      try body(SQLiteConnection($0, path: ":memory:"))
    }
  }

  func copy(to path: String) throws {
    do {
      try DurableFile.create(path)
      try writeWithoutTransaction { try $0.copy(to: path) }
      try DurableFile.sync(path)
    } catch EngineError.diskFull {
      throw EngineError.diskFull(path: path)
    }
  }

  /// Closes every connection, then always releases the writer's lock. An error here undoes no commit: the next writer
  /// moves the log into the file.
  func close() throws {
    let lock: WriterLock?
    switch access {
    case .reading, .readingAlone, .shared:
      return try Self.translating(path) { try pool.close() }
    case .beginning(let beginning):
      defer { beginning.end() }
      return try Self.translating(path) { try pool.close() }
    case .writing(let writers): lock = writers
    }
    defer { lock?.release() }
    (pool as? DatabasePool)?.invalidateReadOnlyConnections()
    let emptied = Result { try writeWithoutTransaction { try $0.emptyLog() } }
    try Self.translating(path) { try pool.close() }
    try emptied.get()
  }

  var isUnseen: Bool { if case .beginning = access { true } else { false } }

  func publish() throws {
    guard case .beginning(let beginning) = access else { return }
    try writeWithoutTransaction { try $0.makeDurable() }
    try Self.translating(path) { try pool.close() }
    try beginning.moveIn()
  }

  func askAnew<T>(_ body: (any Connection) throws -> T) throws -> T {
    try? close()
    var path = path
    if case .beginning(let beginning) = access { path = beginning.target.main }
    do {
      let anew = try Self.reading(path: path)
      defer { try? anew.close() }
      return try anew.read(body)
    } catch let error as EngineError where error.isOfDisk {
      var configuration = Self.configuration
      configuration.prepareDatabase { database in
        // SQLite then keeps the index of the log in memory and needs no disk space.
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      }
      return try Self.translating(path) {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read { try body(SQLiteConnection($0, path: path)) }
      }
    }
  }

  private static let pageSize = 8_192

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      // Applies to new files only. A project's changes take one kilobyte; a page of the default size would hold three
      // and waste a seventh.
      try database.execute(sql: "PRAGMA page_size = \(pageSize)")
      SubstringFunction.install(on: database.sqliteConnection)
    }
    return configuration
  }

  static func translating<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw EngineError(
        code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path)
    }
  }
}
