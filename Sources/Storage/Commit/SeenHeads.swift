import Engine
import Synchronization

/// The last entries of ledgers in servers that this process has seen: a replica that takes over may lack some of them
/// although its chain is valid.
enum SeenHeads {
  private static let seen = Mutex<[String: (number: Int64, hash: String)]>([:])

  /// Records the last entry of a ledger.
  static func note(_ number: Int64, _ hash: String, of database: LedgerDatabase) {
    guard let place = database.placeThatMayGoBack else { return }
    seen.withLock { heads in
      if heads[place].map({ $0.number < number }) ?? true { heads[place] = (number, hash) }
    }
  }

  /// Throws `wentBack` if the ledger no longer has the last entry that was seen.
  static func check(
    _ number: Int64, _ hash: String, of database: LedgerDatabase, _ session: Session
  ) throws {
    guard let place = database.placeThatMayGoBack,
      let known = seen.withLock({ $0[place] })
    else { return }
    let standing =
      known.number == number
      ? hash
      : try session.row(
        """
        SELECT hash
        FROM entry
        WHERE number = ?
        """, .integer(known.number)
      ) { $0.text(0) }
    guard standing == known.hash else {
      throw StorageError.wentBack(path: place, seen: known.number, found: number)
    }
  }

  /// Forgets a ledger that is replaced by another.
  static func forget(_ place: String) { seen.withLock { $0[place] = nil } }
}
