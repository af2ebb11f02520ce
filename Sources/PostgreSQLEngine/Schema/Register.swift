import Engine

/// The table of ledgers in a database: a ledger is a row and a schema of that number. Writers lock the row.
enum Register {
  struct Row {
    let number: Int64
    /// The version of the schema.
    let version: Int
    /// Whether this login may use the schema; only `row(of:)` asks.
    var isUsable = true

    var schema: String { Register.schema(of: number) }
  }

  /// The schema of a ledger; it never contains outside text.
  static func schema(of number: Int64) -> String { "ledger_\(number)" }

  /// Creates the table if there is none, with its policies. Fails if another process creates it at the same moment.
  static let sql = tableSQL + ";\n" + policies

  private static let tableSQL = """
    CREATE SCHEMA IF NOT EXISTS taizhang;
    CREATE TABLE IF NOT EXISTS taizhang.ledger (
      number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text COLLATE "C" NOT NULL UNIQUE,
      version bigint NOT NULL
    )
    """

  /// Restricts logins to the rows of ledgers that they own or may write: each of them can lock and alter those, and add
  /// rows for its own. Does nothing if the policies exist; otherwise it takes the table's owner to make them.
  static let policies = """
    DO $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM pg_policies
        WHERE schemaname = 'taizhang' AND tablename = 'ledger' AND policyname = 'ledger_is_removed')
      THEN
        ALTER TABLE taizhang.ledger ENABLE ROW LEVEL SECURITY;
        DROP POLICY IF EXISTS ledger_is_listed ON taizhang.ledger;
        DROP POLICY IF EXISTS ledger_is_held ON taizhang.ledger;
        CREATE POLICY ledger_is_listed ON taizhang.ledger FOR SELECT USING (TRUE);
        CREATE POLICY ledger_is_added ON taizhang.ledger FOR INSERT WITH CHECK (TRUE);
        CREATE POLICY ledger_is_held ON taizhang.ledger FOR UPDATE USING (\(isWritten));
        CREATE POLICY ledger_is_removed ON taizhang.ledger FOR DELETE USING (\(isWritten));
      END IF;
    END
    $$
    """

  /// Whether this login may write the ledger of a row.
  private static let isWritten = """
    CASE
      WHEN to_regnamespace('ledger_' || number) IS NULL THEN FALSE
      WHEN has_schema_privilege('ledger_' || number, 'USAGE')
      THEN has_table_privilege('ledger_' || number || '.entry', 'INSERT')
      ELSE FALSE
    END
    """

  /// The row of a ledger; nil if the row or the table does not exist.
  static func row(of ledger: String, _ link: Link) throws(ServerError) -> Row? {
    try usableRow(try link.rows(asking(ledger)))
  }

  /// The query for the row of a ledger: is there one of this name, and may this login use it?
  static func asking(_ ledger: String) -> String {
    """
    SELECT number, version, '' IS NULL, has_schema_privilege('ledger_' || number, 'USAGE')
    FROM taizhang.ledger
    WHERE name = \(literal(ledger))
    """
  }

  /// The row from the result of that query.
  static func usableRow(_ answer: Answer) throws(ServerError) -> Row? {
    guard var row = try row(answer) else { return nil }
    row.isUsable = answer.integer(0, 3) == 1
    return row
  }

  /// A name in SQL. As hexadecimal digits it is independent of the server's handling of backslashes.
  private static func literal(_ name: String) -> String {
    let digits = name.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    return "convert_from(decode('\(digits.joined())', 'hex'), 'UTF8')"
  }

  /// The same, locked until the transaction ends. Throws an `isBusy` error if another process holds the lock.
  static func held(_ ledger: String, _ link: Link, waits: Bool = false) throws(ServerError) -> Row?
  {
    // Which ledger has this name, and is it unlocked?
    try row(
      """
      SELECT number, version, '' IS NULL
      FROM taizhang.ledger
      WHERE name = $1
      FOR UPDATE \(waits ? "" : "NOWAIT")
      """, ledger, link)
  }

  /// The names of all ledgers.
  static func names(_ link: Link) throws(ServerError) -> [String] {
    // Which ledgers are there?
    let answer = try link.rows(
      """
      SELECT name
      FROM taizhang.ledger
      WHERE version > 0
      ORDER BY name
      """)
    return (0..<answer.count).map { answer.string($0, 0) }
  }

  /// The statement that locks the row of a ledger and sets the search path, in one round trip: only beginning to
  /// write has a timeout. Later statements wait without limit for locks on tables.
  static func holding(_ ledger: String) -> String {
    """
    SELECT number, version, '' IS NULL, set_config('search_path', 'ledger_' || number, TRUE),
      set_config('lock_timeout', '0', TRUE)
    FROM taizhang.ledger
    WHERE name = \(literal(ledger))
    FOR UPDATE NOWAIT
    """
  }

  /// Adds a ledger without tables.
  static func add(_ ledger: String, _ link: Link) throws(ServerError) -> Row? {
    let row = try row(
      """
      INSERT INTO taizhang.ledger (name, version)
      VALUES ($1, 0)
      RETURNING number, version, '' IS NULL
      """, ledger, link)
    if let row { try link.run("CREATE SCHEMA \(row.schema)") }
    return row
  }

  private static func row(
    _ sql: String, _ ledger: String, _ link: Link
  ) throws(ServerError) -> Row? {
    var parameters = Parameters()
    parameters.bind(.text(ledger), at: 1)
    return try row(try link.rows(sql, parameters))
  }

  /// The row of a ledger from a result; nil if there is none.
  static func row(_ answer: Answer) throws(ServerError) -> Row? {
    guard answer.count > 0 else { return nil }
    // An empty text differs from NULL here; some databases make no difference.
    guard answer.integer(0, 2) == 0 else {
      throw ServerError(state: "0A000", message: "'' IS NULL", table: nil)
    }
    return Row(number: answer.integer(0, 0) ?? 0, version: Int(answer.integer(0, 1) ?? 0))
  }
}

extension ServerError {
  /// Whether the table of ledgers does not exist.
  var isWithoutRegister: Bool { state == "42P01" || state == "3F000" }
}
