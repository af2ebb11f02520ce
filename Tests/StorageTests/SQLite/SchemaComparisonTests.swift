import Testing

@testable import SQLiteEngine
@testable import Storage

@Suite struct SchemaComparisonTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  private func differences(_ version: Int, after sql: String = "") throws -> [SchemaDifference] {
    let store = try fixture.open()
    return try store.database.writeWithoutTransaction { session in
      try session.run(sql)
      return try SchemaComparison.differences(
        session.connection, of: SQLiteEngine(), version: version)
    }
  }

  @Test func `a ledger has the schema that this program makes`() throws {
    #expect(try differences(Migration.latest) == [])
  }

  @Test(arguments: [1, 2, 4, 7])
  func `a ledger of an earlier program has the schema of its version, migrated that of the newest`(
    version: Int
  ) throws {
    try fixture.open().close()
    try fixture.writeAgain(with: Array(Migration.all.prefix(version)))
    let old = try LedgerDatabase.reading(path: fixture.path)
    #expect(
      try old.read {
        try SchemaComparison.differences(
          $0.connection, of: SQLiteEngine(), version: version)
      } == [])
    #expect(
      try !old.read {
        try SchemaComparison.differences(
          $0.connection, of: SQLiteEngine(), version: Migration.latest)
      }.isEmpty)
    try old.close()
    #expect(try differences(Migration.latest) == [])
  }

  @Test(arguments: [
    ("CREATE VIEW v AS SELECT 1", "view", "v", SchemaDifference.State.extra),
    ("CREATE TABLE t (x)", "table", "t", .extra),
    ("CREATE TRIGGER g AFTER INSERT ON project BEGIN SELECT 1; END", "trigger", "g", .extra),
    ("CREATE INDEX i ON project (name)", "index", "i", .extra),
    ("DROP INDEX change_project", "index", "change_project", .missing),
    ("ALTER TABLE entry ADD COLUMN x TEXT", "table", "entry", .altered),
    ("DROP TABLE publication", "table", "publication", .missing),
  ])
  func `what was added, dropped or altered is named`(
    sql: String, type: String, name: String, state: SchemaDifference.State
  ) throws {
    let found = try differences(Migration.latest, after: sql)
    #expect(found.contains(SchemaDifference(type: type, name: name, state: state)))
  }
}
