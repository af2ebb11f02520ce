import Engine
import Foundation
import Glibc

/// A ledger open for the one writer.
///
/// A new ledger is one transaction until it has its first entry or, if it begins unseen, until it is published: a
/// killed program leaves no part of it.
final class PostgreSQLWriter: Database, @unchecked Sendable {
  private let lock: WriterLock
  /// Whether commits are visible to others at once.
  private let isSeenAtOnce: Bool
  /// Threads take turns with the transaction that holds the lock.
  private let turns = NSLock()

  init(_ lock: WriterLock, isSeenAtOnce: Bool) {
    self.lock = lock
    self.isSeenAtOnce = isSeenAtOnce
  }

  private var path: String { lock.address.name }

  var engine: any DatabaseEngine { PostgreSQLEngine() }

  var place: String? { path }

  func version() throws -> Int {
    if lock.isHeld { return try lock.row.knownVersion }
    return try Snapshot.row(of: lock.address)?.knownVersion ?? 0
  }

  /// Nil: the administrators of the server keep its backups.
  func keepEarlier() throws -> String? { nil }

  func migrate(refill: (any Connection) throws -> Void) throws -> SchemaSteps? {
    let version = try version()
    guard version < PostgreSQLEngine.schemaVersion else { return nil }
    try within(isWriting: true) { connection in
      if version == 0 {
        try connection.run(LedgerTables.sql)
      } else {
        try connection.run(LedgerTables.withGrams)
        try refill(connection)
      }
      try connection.run(
        """
        UPDATE taizhang.ledger
        SET version = \(PostgreSQLEngine.schemaVersion)
        WHERE number = \(lock.row.number)
        """)
    }
    lock.noteVersion(PostgreSQLEngine.schemaVersion)
    if !lock.isOfNewLedger { try lock.commit() }
    return SchemaSteps(from: version, refilledBalance: version > 0)
  }

  /// While the lock is held, a read sees uncommitted writes; another thread, or a read without the lock, sees only
  /// what was committed.
  func read<T>(_ body: (any Connection) throws -> T) throws -> T {
    if lock.isOfNewLedger {
      turns.lock()
    } else if !turns.try() {
      return try Snapshot.read(lock.address, lock.row.number, body)
    }
    defer { turns.unlock() }
    guard lock.isHeld else { return try Snapshot.read(lock.address, lock.row.number, body) }
    return try within(isWriting: false, body)
  }

  func write<T>(_ body: (any Connection) throws -> T) throws -> T {
    turns.lock()
    defer { turns.unlock() }
    let result = try within(isWriting: true, body)
    if isSeenAtOnce || !lock.isOfNewLedger { try lock.commit() }
    return result
  }

  /// Updates the planner's statistics at once.
  func writeMuch<T>(_ body: (any Connection) throws -> T) throws -> T {
    try write { connection in
      let result = try body(connection)
      try connection.run("ANALYZE " + LedgerTables.tables.map(\.name).joined(separator: ", "))
      try connection.run(LedgerTables.settlingGrams)
      return result
    }
  }

  /// Runs `body` in the transaction that holds the lock. If it fails, the whole transaction is rolled back; for a new
  /// ledger only the work of `body`.
  private func within<T>(
    isWriting: Bool, _ body: (any Connection) throws -> T
  ) throws -> T {
    let link = try lock.held()
    let isNew = lock.isOfNewLedger
    if isNew { try run("SAVEPOINT act", link) }
    do {
      let result = try body(PostgreSQLConnection(link, schema: lock.row.schema, isSnapshot: false))
      do { try link.send() } catch { throw error.error(at: path) }
      // An error was caught inside `body`: the server accepts nothing more in this transaction.
      if link.hasFailed {
        throw EngineError.refused(.other, code: 0, message: "transaction failed")
      }
      if isNew { try run("RELEASE act", link) }
      return result
    } catch {
      link.forget()
      if isNew, !link.isBroken {
        try? run("ROLLBACK TO act; RELEASE act", link)
      } else if isWriting || link.hasFailed || link.isBroken {
        lock.release()
      }
      throw error
    }
  }

  private func run(_ sql: String, _ link: Link) throws {
    do { try link.run(sql) } catch { throw error.error(at: path) }
  }

  func copy(to path: String) throws { throw EngineError.notOffered(path: self.path) }

  /// Waits for the lock first, so that statements sent before a connection was lost have ended.
  func askAnew<T>(_ body: (any Connection) throws -> T) throws -> T {
    lock.release()
    let deadline = ContinuousClock().now + .seconds(20)
    while true {
      do {
        guard let row = try Settled.row(of: lock.address) else {
          throw EngineError.missing(path: path)
        }
        return try Snapshot.read(lock.address, row.number, body)
      } catch EngineError.unreachable where ContinuousClock().now < deadline {
        usleep(200_000)
      }
    }
  }

  var isUnseen: Bool { !isSeenAtOnce }

  func publish() throws {
    turns.lock()
    defer { turns.unlock() }
    if !isSeenAtOnce, lock.isHeld { try lock.commit() }
  }

  func close() throws { lock.release() }
}

/// Reads a ledger's row after the last writer has finished.
private enum Settled {
  static func row(of address: PostgreSQLAddress) throws -> Register.Row? {
    do {
      let link = try LinkPool.begun(address, "BEGIN; SET LOCAL lock_timeout = '10s'")
      defer { LinkPool.giveBack(link, ended: false) }
      return try Register.held(address.ledger, link, waits: true)
    } catch  where error.isWithoutRegister {
      return nil
    } catch {
      throw error.error(at: address.name)
    }
  }
}
