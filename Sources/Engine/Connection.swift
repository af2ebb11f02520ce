/// A connection for the duration of a read or a write: compiles and runs SQL, and offers what each engine writes in
/// its own SQL.
package protocol Connection: AnyObject {
  /// Compiles one statement that can be run repeatedly. All its rows may be in memory at once: there are few.
  func statement(_ sql: String) throws -> any Statement

  /// Compiles one query with many rows; only some of them are in memory at a time.
  func stream(_ sql: String) throws -> any Statement

  /// Announces queries that will be run on this state, with the same text and values: a server answers them all at
  /// once, because waiting for it takes longer than most of them. They give the same results unannounced.
  func foresee(_ queries: [ForeseenQuery]) throws

  /// Runs a script of statements that return nothing.
  func run(_ sql: String) throws

  /// Returns an object that adds many rows to one table.
  func insertion(into table: String, _ columns: [String]) throws -> any Insertion

  /// Runs `body` with a table's triggers removed and restores them afterwards. Call it within a transaction.
  func withoutTriggers(of table: String, _ body: () throws -> Void) throws

  // MARK: Questions

  /// Returns the condition that an SQL expression contains a text, byte by byte; NULL contains none.
  func holds(_ expression: String, _ text: String) -> SQLCondition

  /// Returns the condition that an SQL expression is one of some integers, however many; they are bound as one
  /// parameter.
  func isAmong(_ expression: String, _ integers: [Int64]) -> SQLCondition

  /// Returns the part of a query that finds projects whose texts contain every term, as written or as pinyin.
  func search(_ terms: [SearchTerm]) -> SearchSource

  /// Runs queries on projects as of an earlier revision. The projects that a query selects are hidden, and the rows
  /// that `fill` writes replace them under the same table names. For the lifetime of the connection, the rows of one
  /// revision are kept for the next query about it.
  func withPast<T>(
    at revision: Int64, of projects: SQLCondition, fill: (PastProjects) throws -> Void,
    _ body: () throws -> T
  ) throws -> T

  // MARK: Proofs

  /// The objects of the database, each with its definition. Reads only the list of objects, so that no view or
  /// trigger of an untrusted file runs.
  func schema() throws -> [SchemaObject: String]

  /// The problems that the engine finds in its own structures; empty if there are none.
  func structuralProblems() throws -> [String]

  /// The rows with a reference to a row that does not exist, by table and row number (0 for tables without one), with
  /// the referenced table.
  func strayReferences() throws -> [(table: String, row: Int64, to: String)]

  /// The rows that violate a CHECK of their table, by table and row number. The schema has been verified before.
  func forbiddenRows() throws -> [(table: String, row: Int64)]
}

/// Adds rows to one table, many at once.
package protocol Insertion: AnyObject {
  /// Adds `count` rows. `bind` receives a row and the number of parameters before its own; parameters that it does
  /// not bind are NULL, and unowned values must stay valid until all rows are added.
  func run(
    _ count: Int, bind: (_ row: Int, _ parameters: any Binding, _ before: Int32) throws -> Void
  ) throws
}

/// A table, index, view or trigger of a database.
package struct SchemaObject: Hashable, Sendable {
  package let type: String
  package let name: String

  package init(type: String, name: String) {
    self.type = type
    self.name = name
  }
}
