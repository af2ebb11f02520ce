import Engine
import Ledger
import Testing

@testable import SQLiteEngine
@testable import Storage

@Suite struct SchemaTests {
  /// The whole schema as released: a change here means a new migration, never an edit of an old one.
  @Test func `the schema is the one the snapshot shows`() throws {
    let fixture = try Fixture()
    let schema = try fixture.open().database.read { session in
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
      let count = try store.database.read {
        try $0.integer(
          "SELECT count(*) FROM pragma_table_info(?) WHERE name = ?",
          .text(column.table.rawValue), .text(column.name))
      }
      #expect(count == 1, "\(column.name)")
    }
  }

  @Test func `what an act says beside its changes is kept, and covered by its hash`() throws {
    let fixture = try Fixture()
    let store = try fixture.open()
    try store.commit(
      Drafts.edit(
        Drafts.create([.name: .text("电芯项目")]), Drafts.create([.name: .text("电芯二期项目")])),
      expecting: nil)
    let particulars = Entry.Particulars(
      effective: PartialDate("2026-03"), evidence: "会议纪要 3 号", merge: Entry.Merge(2, into: 1))
    var draft = Drafts.edit(
      Drafts.update(1, FieldKey(.remark), nil, .text("同一项目")),
      Drafts.remove(2, Record([(FieldKey(.name), .text("电芯二期项目"))])))
    draft.kind = .merge
    draft.particulars = particulars
    draft.items = Fixture.items(.chain, ["salt": "食盐链"])
    let entry = try store.commit(draft, expecting: nil)
    #expect(entry.particulars == particulars)
    #expect(try store.catalogue().item(.chain, "salt")?.name == "食盐链")
    #expect(try store.verify() == [])
    for alteration in ["effective = '2026-04'", "evidence = NULL", "merged = 7"] {
      try store.database.writeWithoutTransaction { session in
        try session.run("SAVEPOINT altered; UPDATE entry SET \(alteration) WHERE kind = 'merge'")
        #expect(try ChainVerifier.findings(session) == [.hashDiffers(entry: entry.number)])
        try session.run("ROLLBACK TO altered; RELEASE altered")
      }
    }
  }

  @Test(arguments: [1, 2, 4, 7])
  func `a ledger of an earlier schema is taken to the newest one, its balance filled again`(
    version: Int
  ) throws {
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
    try store.close()
    try fixture.writeAgain(with: Array(Migration.all.prefix(version)))

    let migrated = try fixture.open()
    #expect(try migrated.project(1) == before)
    #expect(try migrated.verify() == [])
    #expect(
      try migrated.database.read {
        try $0.row("SELECT register, year, state, batch, class FROM membership") { row in
          (0...4).map { row.textIfAny($0) }
        }
      } == ["shuangbai", "2026", "候选", "第一批", nil])
  }
}
