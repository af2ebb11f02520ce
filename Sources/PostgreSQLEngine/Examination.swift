import Engine

/// Tests on a server what the engine relies on, in a transaction that is rolled back.
struct Examination {
  private let link: Link
  private let address: PostgreSQLAddress
  private var findings: [ServerFinding] = []

  static func run(_ address: PostgreSQLAddress) throws -> [ServerFinding] {
    do {
      let link = try LinkPool.begun(address, "BEGIN ISOLATION LEVEL REPEATABLE READ")
      defer { LinkPool.giveBack(link, ended: false) }
      var examination = Examination(link: link, address: address)
      examination.examine()
      return examination.findings
    } catch {
      throw error.error(at: address.name)
    }
  }

  private init(link: Link, address: PostgreSQLAddress) {
    self.link = link
    self.address = address
  }

  private mutating func examine() {
    expect(.encoding, "UTF8", "SHOW server_encoding")
    expect(.emptyTexts, "f", "SELECT '' IS NULL")
    expect(.byteOrder, "Ba中", Self.byteOrder)
    expect(.gramIndex, "1", Self.gramIndex)
    expect(.copyTakenBack, "0", "SELECT count(*) FROM taizhang_examined.copied") {
      link throws(ServerError) in
      try link.run(
        """
        CREATE SCHEMA taizhang_examined;
        CREATE TABLE taizhang_examined.copied (number bigint);
        SAVEPOINT copied
        """)
      try link.copy("COPY taizhang_examined.copied FROM STDIN", Array("1\n2\n".utf8))
      try link.run("ROLLBACK TO copied")
    }
    expect(.cursor, "2", "FETCH 1 FROM examined") { link throws(ServerError) in
      try link.run("DECLARE examined NO SCROLL CURSOR FOR VALUES (1), (2); FETCH 1 FROM examined")
    }
    expect(.localSettings, "", "SELECT coalesce(current_setting('taizhang.examined', TRUE), '')") {
      link throws(ServerError) in
      try link.run(
        "SAVEPOINT local; SET LOCAL taizhang.examined TO 'x'; ROLLBACK TO local")
    }
    expect(.settingsInViews, "x", "SELECT setting FROM taizhang_examined.asked") {
      link throws(ServerError) in
      try link.run(
        """
        CREATE SCHEMA taizhang_examined;
        CREATE VIEW taizhang_examined.asked AS
          SELECT current_setting('taizhang.examined') AS setting;
        SET LOCAL taizhang.examined TO 'x'
        """)
    }
    expect(.exactSums, "9223372036854775808", Self.exactSums)
    expect(.blobs, #"\x00ff0a"#, #"SELECT '\x00ff0a'::bytea"#)
    expect(.steadyReads, "repeatable read", "SHOW transaction_isolation")
    refuse(.uniqueKeys, "23505", Self.once, Self.twice)
    holdTwice()
    expect(.flushes, "on", "SHOW fsync")
    expect(.wholePages, "on", "SHOW full_page_writes")
    let waits = answer("SHOW synchronous_commit")
    note(.waitsForDisk, holds: waits.holds && waits.text != "off", waits.text)
    let standbys = answer(Self.standbys)
    note(.standby, holds: standbys.holds && standbys.text != "0", standbys.text)
  }

  private static let byteOrder = """
    SELECT string_agg(t, '' ORDER BY t COLLATE "C")
    FROM (VALUES ('a'), ('中'), ('B')) AS texts (t)
    """

  private static let gramIndex = """
    CREATE SCHEMA taizhang_examined;
    CREATE TABLE taizhang_examined.grams (grams integer[]);
    CREATE INDEX ON taizhang_examined.grams USING gin (grams);
    INSERT INTO taizhang_examined.grams VALUES ('{1,2}'), ('{2,3}');
    SELECT count(*) FROM taizhang_examined.grams WHERE grams @> '{1,2}'
    """

  private static let exactSums = """
    SELECT sum(n)
    FROM (VALUES (9223372036854775807::bigint), (1::bigint)) AS numbers (n)
    """

  private static let once = """
    CREATE SCHEMA taizhang_examined;
    CREATE TABLE taizhang_examined.once (number bigint PRIMARY KEY)
    """

  private static let twice = "INSERT INTO taizhang_examined.once VALUES (1), (1)"

  private static let standbys = """
    SELECT count(*)
    FROM pg_stat_replication
    WHERE sync_state IN ('sync', 'quorum')
    """

  private mutating func note(_ property: ServerProperty, holds: Bool, _ found: String) {
    findings.append(ServerFinding(property, holds: holds, found: found))
  }

  /// The result of a statement, rolled back at once; or the server's error.
  private func answer(
    _ sql: String, after prepare: (Link) throws(ServerError) -> Void = { _ in }
  ) -> (holds: Bool, text: String) {
    do throws(ServerError) {
      try link.run("SAVEPOINT examined")
    } catch {
      return (false, error.message)
    }
    defer { try? link.run("ROLLBACK TO examined; RELEASE examined") }
    do throws(ServerError) {
      try prepare(link)
      let answer = try link.rows(sql)
      return (true, answer.count > 0 ? answer.string(0, 0) : "")
    } catch {
      return (false, error.state + " " + error.message)
    }
  }

  private mutating func expect(
    _ property: ServerProperty, _ expected: String, _ sql: String,
    after prepare: (Link) throws(ServerError) -> Void = { _ in }
  ) {
    let found = answer(sql, after: prepare)
    note(property, holds: found.holds && found.text == expected, found.text)
  }

  /// Notes whether the server refuses a statement with the given SQLSTATE.
  private mutating func refuse(
    _ property: ServerProperty, _ state: String, _ before: String, _ sql: String
  ) {
    let found = answer(sql) { link throws(ServerError) in try link.run(before) }
    note(property, holds: !found.holds && found.text.hasPrefix(state), found.text)
  }

  /// Notes whether the server refuses the lock on the ledger's row to a second connection.
  private mutating func holdTwice() {
    do throws(ServerError) {
      let first = try LinkPool.begun(address, "BEGIN")
      defer { LinkPool.giveBack(first, ended: false) }
      _ = try Register.held(address.ledger, first)
      let second = try LinkPool.begun(address, "BEGIN")
      defer { LinkPool.giveBack(second, ended: false) }
      _ = try Register.held(address.ledger, second)
      note(.rowLock, holds: false, "")
    } catch {
      // A writer has the lock, or the first of the two connections.
      note(.rowLock, holds: error.isBusy, error.isBusy ? "" : error.message)
    }
  }
}
