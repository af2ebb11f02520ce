import Engine
import Foundation
import Glibc

/// A ledger open for the one writer.
///
/// A ledger that is new is one transaction until it has its first entry, or, where it begins unseen, until it is
/// published: what a killed program leaves of it is nothing.
final class PostgreSQLWriter: Database, @unchecked Sendable {
  private let lock: WriterLock
  /// Whether what is committed is there for others at once.
  private let isSeenAtOnce: Bool
  /// Threads take turns with the transaction in which the lock is held.
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

  /// While the lock is held, what is written and not committed is seen; another thread, and whoever asks when it
  /// is not held, asks what was committed.
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

  /// What was written counts for the plans of questions at once.
  func writeMuch<T>(_ body: (any Connection) throws -> T) throws -> T {
    try write { connection in
      let result = try body(connection)
      try connection.run("ANALYZE " + LedgerTables.tables.map(\.name).joined(separator: ", "))
      try connection.run(LedgerTables.settlingGrams)
      return result
    }
  }

  /// Does something in the transaction in which the lock is held. What fails is taken back: all of it, or, of a
  /// ledger that is new, what was done here.
  private func within<T>(
    isWriting: Bool, _ body: (any Connection) throws -> T
  ) throws -> T {
    let link = try lock.held()
    let isNew = lock.isOfNewLedger
    if isNew { try run("SAVEPOINT act", link) }
    do {
      let result = try body(PostgreSQLConnection(link, schema: lock.row.schema))
      do { try link.send() } catch { throw error.error(at: path) }
      // A failure that somebody caught: the server takes nothing more in this transaction.
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

  /// The lock is waited for first: whatever was sent before a connection was lost has ended then.
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

/// A ledger's row once nobody writes any more.
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
