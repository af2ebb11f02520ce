import Engine

/// Projects as of an earlier revision are in temporary tables; views with the names of the balance's tables then show
/// them, so that queries run unaltered.
extension SQLiteConnection {
  func withPast<T>(
    at revision: Int64, of projects: SQLCondition, fill: (PastProjects) throws -> Void,
    _ body: () throws -> T
  ) throws -> T {
    if filledPast != revision {
      dropPast()
      try fillPast(of: projects, fill)
      filledPast = revision
    }
    defer { try? run(PastTables.reveal) }
    try run(PastTables.shadow)
    return try body()
  }

  /// Removes the replacement rows.
  func dropPast() {
    filledPast = nil
    try? run(PastTables.drop)
  }

  private func fillPast(of projects: SQLCondition, _ fill: (PastProjects) throws -> Void) throws {
    var isFilled = false
    defer { if !isFilled { dropPast() } }
    try run(PastTables.create)
    try compiled("INSERT INTO temp.touched (id) " + projects.sql).bind(projects.values).run()
    let ids = try rows(
      """
      SELECT id
      FROM temp.touched
      ORDER BY id
      """
    ) { $0.int64(0) }
    try fill(PastProjects(ids: ids) { "temp.\($0)_then" })
    isFilled = true
  }
}

/// The temporary tables and views that hide the balance during a query.
private enum PastTables {
  /// The balance's tables, each with its column of project numbers.
  static let tables = [
    ("project", "id"), ("project_detail", "project"), ("membership", "project"),
    ("project_search", "project"), ("project_sound", "project"),
  ]

  static let create =
    "CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY);"
    + tables.map { table, key in
      """
      CREATE TEMP TABLE \(table)_then AS SELECT * FROM main.\(table) WHERE FALSE;
      CREATE INDEX temp.\(table)_then_project ON \(table)_then (\(key));
      """
    }.joined()

  static let shadow = tables.map { table, key in
    """
    CREATE TEMP VIEW \(table) AS
      SELECT * FROM main.\(table) WHERE \(key) NOT IN (SELECT id FROM temp.touched)
      UNION ALL SELECT * FROM temp.\(table)_then;
    """
  }.joined()

  static let reveal = tables.map { table, _ in "DROP VIEW IF EXISTS temp.\(table);" }.joined()

  static let drop =
    reveal + tables.map { table, _ in "DROP TABLE IF EXISTS temp.\(table)_then;" }.joined()
    + "DROP TABLE IF EXISTS temp.touched;"
}
