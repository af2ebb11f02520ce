import Engine
import Synchronization

/// The last entries that this program has seen of ledgers in servers: a replica that takes over may lack some of
/// them, and its chain is whole all the same.
enum SeenHeads {
  private static let seen = Mutex<[String: (number: Int64, hash: String)]>([:])

  /// An entry is the last one of a ledger.
  static func note(_ number: Int64, _ hash: String, of database: LedgerDatabase) {
    guard let place = database.placeThatMayGoBack else { return }
    seen.withLock { heads in
      if heads[place].map({ $0.number < number }) ?? true { heads[place] = (number, hash) }
    }
  }

  /// Throws `wentBack` where the last entry shows that one is gone that was seen.
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

  /// Another ledger takes the place of one.
  static func forget(_ place: String) { seen.withLock { $0[place] = nil } }
}
