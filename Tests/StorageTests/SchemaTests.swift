import Ledger
import Testing

@testable import Storage

@Suite struct SchemaTests {
  /// The whole schema as released: a change here means a new migration, never an edit of an old one.
  @Test func `the schema is the one the snapshot shows`() throws {
    let fixture = try Fixture()
    let schema = try fixture.open().engine.read { session in
      try session.rows(
        """
        SELECT sql || ';'
        FROM sqlite_schema
        WHERE sql IS NOT NULL
        ORDER BY rowid
        """
      ) { $0.text(0) }.joined(separator: "\n\n")
    }
    #expect(schema == SchemaSnapshot.text)
  }

  @Test func `every field has its column`() throws {
    let fixture = try Fixture()
    let store = try fixture.open()
    for column in ProjectColumn.all {
      let count = try store.engine.read {
        try $0.integer(
          "SELECT count(*) FROM pragma_table_info(?) WHERE name = ?",
          .text(column.table.rawValue), .text(column.name))
      }
      #expect(count == 1, "\(column.name)")
    }
  }
}
