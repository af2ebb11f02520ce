import Synchronization

/// Connections that nobody uses just now, by what they connect to: a new one takes longer than most questions.
enum LinkPool {
  private static let idle = Mutex<[String: [Link]]>([:])
  private static let most = 4

  /// A connection on which statements were run that begin a transaction. One that was lost while it lay idle is
  /// replaced.
  static func begun(_ address: PostgreSQLAddress, _ sql: String) throws(ServerError) -> Link {
    try asked(address, sql).0
  }

  /// The same, with what the last of the statements answered.
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

  /// Takes back a connection, whatever became of its transaction.
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
