import Engine
import Glibc

/// The permission to write a ledger, held by one process at a time: the lock on its row, which ends with the
/// transaction and so with the process or its server.
///
/// Between two transactions the lock is free for a moment, and another process may take it. Therefore each
/// transaction checks that its entry follows the last one, and a constraint rejects two entries with the same
/// predecessor.
final class WriterLock {
  let address: PostgreSQLAddress
  private let timeout: Duration
  private var link: Link?
  private(set) var row: Register.Row
  /// Whether the ledger is created in the current transaction.
  private(set) var isOfNewLedger: Bool

  /// Whether the transaction that holds the lock is open.
  var isHeld: Bool { link != nil }

  /// Commits wait for the server's disk, even if the server is configured not to.
  private static let begin = """
    BEGIN;
    SELECT set_config('synchronous_commit', 'on', TRUE)
    WHERE current_setting('synchronous_commit') = 'off';
    SET LOCAL lock_timeout = '50ms';
    SET LOCAL idle_in_transaction_session_timeout = 0;
    SET LOCAL cursor_tuple_fraction = 1
    """

  /// Waits for the lock, adding the ledger if there is none. Throws `busy` on timeout, and whatever `waits` throws
  /// meanwhile.
  init(_ address: PostgreSQLAddress, timeout: Duration, _ waits: () throws -> Void) throws {
    self.address = address
    self.timeout = timeout
    (link, row, isOfNewLedger) = try Self.taken(address, timeout, outlives: false, waits)
  }

  /// Returns the transaction that holds the lock, begun again if it ended; a lost server may come back or be
  /// replaced. Throws `busy`, `unreachable`.
  func held() throws -> Link {
    if let link { return link }
    let taken = try Self.taken(address, timeout, outlives: true) {}
    (link, row, isOfNewLedger) = taken
    return taken.0
  }

  /// Records that the schema was created or upgraded to a version.
  func noteVersion(_ version: Int) { row = Register.Row(number: row.number, version: version) }

  /// Commits the work since the lock was taken, and takes it again unless another process was faster.
  func commit() throws {
    guard let link else { return }
    self.link = nil
    do {
      try link.commit()
    } catch {
      LinkPool.giveBack(link, ended: false)
      throw error.error(at: address.name)
    }
    LinkPool.giveBack(link, ended: true)
    isOfNewLedger = false
    if let taken = try? Self.attempt(address) { (self.link, row, isOfNewLedger) = taken }
  }

  /// Rolls back the work since the lock was taken, and releases it.
  func release() {
    guard let link else { return }
    self.link = nil
    LinkPool.giveBack(link, ended: false)
  }

  private static func taken(
    _ address: PostgreSQLAddress, _ timeout: Duration, outlives: Bool,
    _ waits: () throws -> Void
  ) throws -> (Link, Register.Row, Bool) {
    let clock = ContinuousClock()
    let deadline = clock.now + timeout
    while true {
      do {
        return try attempt(address)
      } catch  where error.isBusy || error.isDouble {
        guard clock.now < deadline else { throw EngineError.busy(path: address.name) }
        try waits()
        usleep(20_000)
      } catch  where outlives && error.isOfLostConnection && clock.now < deadline {
        usleep(50_000)
      } catch  where error.isWithoutRegister {
        try makeRegister(address)
      } catch {
        throw error.error(at: address.name)
      }
    }
  }

  private static func attempt(
    _ address: PostgreSQLAddress
  ) throws(ServerError) -> (Link, Register.Row, Bool) {
    let (link, answer) = try LinkPool.asked(
      address, begin + "; " + Register.holding(address.ledger))
    do throws(ServerError) {
      if let row = try Register.row(answer) { return (link, row, false) }
      guard let row = try Register.add(address.ledger, link) else {
        throw ServerError(state: "02000", message: address.ledger, table: nil)
      }
      try link.run("SET LOCAL search_path TO \(row.schema); SET LOCAL lock_timeout = 0")
      return (link, row, true)
    } catch {
      LinkPool.giveBack(link, ended: false)
      throw error
    }
  }

  /// Creates the table of ledgers for the first ledger of a database; another process may do so at the same time.
  private static func makeRegister(_ address: PostgreSQLAddress) throws {
    do {
      let link = try LinkPool.begun(address, "BEGIN")
      defer { LinkPool.giveBack(link, ended: false) }
      try link.run(Register.sql)
      try link.commit()
    } catch  where ["23505", "42P06", "42P07", "42710"].contains(error.state) {
      return
    } catch {
      throw error.error(at: address.name)
    }
  }
}
