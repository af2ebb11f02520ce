import Synchronization

/// Idle connections by connection string: connecting takes longer than most queries.
enum LinkPool {
  private static let idle = Mutex<[String: [Link]]>([:])
  private static let most = 4

  /// Returns a connection after running statements that begin a transaction. An idle connection that was lost is
  /// replaced.
  static func begun(_ address: PostgreSQLAddress, _ sql: String) throws(ServerError) -> Link {
    try asked(address, sql).0
  }

  /// The same, with the result of the last statement.
  static func asked(
    _ address: PostgreSQLAddress, _ sql: String
  ) throws(ServerError) -> (Link, Answer) {
    while let link = take(address) {
      do throws(ServerError) {
        return (link, try link.rows(sql))
      } catch {
        giveBack(link, ended: false)
        guard error.isOfLostConnection else { throw error }
      }
    }
    let link = try Link(address)
    do throws(ServerError) {
      return (link, try link.rows(sql))
    } catch {
      giveBack(link, ended: false)
      throw error
    }
  }

  private static func take(_ address: PostgreSQLAddress) -> Link? {
    idle.withLock { $0[address.connection]?.popLast() }
  }

  /// Returns a connection to the pool, rolling back its transaction unless it has `ended`.
  static func giveBack(_ link: Link, ended: Bool) {
    link.forget()
    if link.isBroken { return }
    if !ended { guard (try? link.run("ROLLBACK")) != nil else { return } }
    idle.withLock { idle in
      if idle[link.address.connection, default: []].count < most {
        idle[link.address.connection, default: []].append(link)
      }
    }
  }
}
