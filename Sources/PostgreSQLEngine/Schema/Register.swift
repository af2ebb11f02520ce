import Engine

/// The table of ledgers in a database: a ledger is a row, and a schema of that number. The row is what writers
/// hold one at a time.
enum Register {
  struct Row {
    let number: Int64
    /// The version of the schema.
    let version: Int

    var schema: String { Register.schema(of: number) }
  }

  /// Where the tables of a ledger are: never a text from outside.
  static func schema(of number: Int64) -> String { "ledger_\(number)" }

  /// Makes the table where there is none. Throws where somebody else makes it at this moment.
  static let sql = """
    CREATE SCHEMA IF NOT EXISTS taizhang;
    CREATE TABLE IF NOT EXISTS taizhang.ledger (
      number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text COLLATE "C" NOT NULL UNIQUE,
      version bigint NOT NULL
    )
    """

  /// The row of a ledger; nil where there is none, or no table.
  static func row(of ledger: String, _ link: Link) throws(ServerError) -> Row? {
    // Is there a ledger of this name?
    try row(
      """
      SELECT number, version, '' IS NULL
      FROM taizhang.ledger
      WHERE name = $1
      """, ledger, link)
  }

  /// The same, held until the transaction ends. Throws what `isBusy` where somebody else holds it.
  static func held(_ ledger: String, _ link: Link, waits: Bool = false) throws(ServerError) -> Row?
  {
    // Which ledger has this name, and may it be written?
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

  /// The statement that holds the row of a ledger and turns to its tables, all in one: who begins to write waits once.
  /// What is written afterwards waits for whoever looks at a table's form, however long.
  static func holding(_ ledger: String) -> String {
    // As digits the name is read alike whatever the server thinks of backslashes.
    let digits = ledger.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    return """
      SELECT number, version, '' IS NULL, set_config('search_path', 'ledger_' || number, TRUE),
        set_config('lock_timeout', '0', TRUE)
      FROM taizhang.ledger
      WHERE name = convert_from(decode('\(digits.joined())', 'hex'), 'UTF8')
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

  /// The row of a ledger from an answer; nil where there is none.
  static func row(_ answer: Answer) throws(ServerError) -> Row? {
    guard answer.count > 0 else { return nil }
    // What a text without letters means is different from nothing; some databases make it the same.
    guard answer.integer(0, 2) == 0 else {
      throw ServerError(state: "0A000", message: "'' IS NULL", table: nil)
    }
    return Row(number: answer.integer(0, 0) ?? 0, version: Int(answer.integer(0, 1) ?? 0))
  }
}

extension ServerError {
  /// Whether the table of ledgers is not there.
  var isWithoutRegister: Bool { state == "42P01" || state == "3F000" }
}
