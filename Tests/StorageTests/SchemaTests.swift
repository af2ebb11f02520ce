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

  @Test func `a ledger of the first schema is taken to the newest one, its balance filled again`()
    throws
  {
    let fixture = try Fixture()
    let store = try fixture.open()
    let place = Value.membership(Membership(state: "候选", batch: "第一批"))
    try store.commit(
      Drafts.list([
        Drafts.create([
          .name: .text("动力电池项目"), FieldKey(register: "shuangbai", year: 2026): place,
        ])
      ]), expecting: nil, upload: Drafts.upload)
    let before = try store.project(1)
    try store.engine.writeWithoutTransaction { session in
      try session.run(
        """
        DROP INDEX project_chain;
        DROP TABLE membership;
        DROP TABLE project_sound;
        ALTER TABLE project ADD COLUMN registers TEXT;
        UPDATE project_search SET text = 'as it was';
        PRAGMA user_version = 1;
        """)
    }
    try store.close()

    let migrated = try fixture.open()
    #expect(try migrated.project(1) == before)
    #expect(try migrated.verify() == [])
    #expect(
      try migrated.engine.read {
        try $0.row("SELECT register, year, state, batch, class FROM membership") { row in
          (0...4).map { row.textIfAny($0) }
        }
      } == ["shuangbai", "2026", "候选", "第一批", nil])
  }
}
