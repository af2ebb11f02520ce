/// A connection for the length of a read or a write: compiles and runs SQL, and answers what each engine
/// has its own words for.
package protocol Connection: AnyObject {
  /// Compiles one statement, to be run as often as needed. Its rows may be in memory at once: they are few.
  func statement(_ sql: String) throws -> any Statement

  /// Compiles one query whose rows are many: however many they are, memory holds some of them at a time.
  func stream(_ sql: String) throws -> any Statement

  /// Runs a script of statements that return nothing.
  func run(_ sql: String) throws

  /// A way to add many rows to one table.
  func insertion(into table: String, _ columns: [String]) throws -> any Insertion

  /// Does something to a table without the triggers that keep others from it; afterwards they are there again.
  /// Within a transaction.
  func withoutTriggers(of table: String, _ body: () throws -> Void) throws

  // MARK: Questions

  /// The condition that an expression of SQL holds a text somewhere, byte by byte; NULL holds none.
  func holds(_ expression: String, _ text: String) -> SQLCondition

  /// The condition that an expression of SQL is one of some integers, however many: one statement asks for all.
  func isAmong(_ expression: String, _ integers: [Int64]) -> SQLCondition

  /// Where projects are found in whose texts every term stands: in what is written, or in how it sounds.
  func search(_ terms: [SearchTerm]) -> SearchSource

  /// Runs questions on projects as they once were: those that a query names are hidden, and what `fill`
  /// puts in their place is asked instead, under the tables' own names. As long as the connection is lent,
  /// what one revision was filled with is there for the next question about it.
  func withPast<T>(
    at revision: Int64, of projects: SQLCondition, fill: (PastProjects) throws -> Void,
    _ body: () throws -> T
  ) throws -> T

  // MARK: Proofs

  /// The objects that the database consists of, each with what made it. Nothing but the list of objects
  /// is read, so that no view or trigger of a stranger's file runs.
  func schema() throws -> [SchemaObject: String]

  /// What the engine finds wrong with its own structures; empty when all is well.
  func structuralProblems() throws -> [String]

  /// The rows that refer to a row which is not there, by table and number (0 where rows have none), with
  /// the table they refer to.
  func strayReferences() throws -> [(table: String, row: Int64, to: String)]

  /// The rows that their tables forbid, by table and number. The schema has been proved before.
  func forbiddenRows() throws -> [(table: String, row: Int64)]
}

/// Adds rows to one table, many at once.
package protocol Insertion: AnyObject {
  /// Adds a number of rows. `bind` is told a row and how many parameters stand before its own; what it
  /// does not bind is NULL, and what it binds unowned stays where it is until all rows are added.
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
