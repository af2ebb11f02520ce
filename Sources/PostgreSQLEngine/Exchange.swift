import Engine

/// Replaces a ledger by another one: their names are exchanged, nothing is copied.
enum Exchange {
  /// Renames `other` to the ledger's name and the ledger, if there is one, to `kept`; returns whether there was one.
  /// Both are locked against writers meanwhile. Throws `busy`, `missing`.
  static func run(
    _ address: PostgreSQLAddress, by other: PostgreSQLAddress, kept: String, _ timeout: Duration
  ) throws -> Bool {
    do throws(ServerError) {
      let milliseconds = max(1, timeout.components.seconds * 1_000)
      let link = try LinkPool.begun(
        address, "BEGIN; SET LOCAL lock_timeout = '\(milliseconds)ms'")
      defer { LinkPool.giveBack(link, ended: false) }
      let standing = try Register.held(address.ledger, link, waits: true)
      guard let replacing = try Register.held(other.ledger, link, waits: true) else {
        throw ServerError(state: "3D000", message: other.ledger, table: nil)
      }
      if let standing { try rename(standing, kept, link) }
      try rename(replacing, address.ledger, link)
      try link.commit()
      return standing != nil
    } catch {
      throw error.error(at: address.name)
    }
  }

  private static func rename(
    _ row: Register.Row, _ name: String, _ link: Link
  ) throws(ServerError) {
    var parameters = Parameters()
    parameters.bind(.text(name), at: 1)
    parameters.bind(.integer(row.number), at: 2)
    _ = try link.rows(
      """
      UPDATE taizhang.ledger
      SET name = $1
      WHERE number = $2
      """, parameters)
  }

  /// Removes a ledger with everything in it; does nothing if there is none.
  static func remove(_ address: PostgreSQLAddress) throws {
    do throws(ServerError) {
      let link = try LinkPool.begun(address, "BEGIN")
      defer { LinkPool.giveBack(link, ended: false) }
      guard let row = try Register.held(address.ledger, link, waits: true) else { return }
      try link.run(
        "DROP SCHEMA \(row.schema) CASCADE; DELETE FROM taizhang.ledger WHERE number = \(row.number)"
      )
      try link.commit()
    } catch {
      if error.isWithoutRegister { return }
      throw error.error(at: address.name)
    }
  }
}
