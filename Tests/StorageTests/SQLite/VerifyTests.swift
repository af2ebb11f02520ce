import Engine
import Ledger
import Testing

@testable import Storage

@Suite struct VerifyTests {
  let fixture: Fixture
  let store: LedgerStore

  init() throws {
    fixture = try Fixture(isFast: true)
    store = try fixture.open()
    try store.commit(
      Drafts.list(
        [
          Drafts.create([.name: .text("一"), .total: .wan(1), .chain: .reference("robot")]),
          Drafts.create([.name: .text("二")]),
        ]), expecting: nil, upload: Drafts.upload)
    try store.commit(Drafts.edit(Drafts.update(1, .total, .wan(1), .wan(2))), expecting: nil)
    try store.commit(
      Drafts.edit(Drafts.remove(2, Record([(.name, .text("二"))]))), expecting: nil)
  }

  private func tamper(_ sql: String) throws -> Bool {
    #expect(try store.verify() == [])
    try store.database.writeWithoutTransaction { session in
      try session.run("PRAGMA foreign_keys = OFF")
      try session.run(sql)
    }
    return try !store.verify().isEmpty
  }

  @Test(arguments: [
    "UPDATE entry SET actor = 'x' WHERE number = 2",
    "UPDATE entry SET reason = '' WHERE number = 2",
    "UPDATE entry SET at = at + 1 WHERE number = 3",
    "UPDATE entry SET sender = 'x' WHERE number = 2",
    "UPDATE entry SET year = 2025 WHERE number = 2",
    "UPDATE entry SET as_of_month = 3 WHERE number = 2",
    "UPDATE entry SET layout = '#x' || char(10) WHERE number = 2",
    "UPDATE entry SET file_name = 'x' WHERE number = 2",
    "UPDATE entry SET kind = 'catalogue' WHERE number = 3",
    "UPDATE entry SET unchanged = 1 WHERE number = 2",
    "UPDATE entry SET created = 3 WHERE number = 2",
    "UPDATE entry SET changes = 1 WHERE number = 2",
    "UPDATE entry SET first_change = 2 WHERE number = 2",
    "UPDATE entry SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE number = 2",
    "UPDATE entry SET previous_hash = hash WHERE number = 3",
    "DELETE FROM change WHERE entry = 4; DELETE FROM entry WHERE number = 4",
    "DELETE FROM entry WHERE number = 3",
  ]) func `an altered entry is found`(sql: String) throws { #expect(try tamper(sql)) }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM upload; END",
    "CREATE VIEW v AS WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
    "ALTER TABLE project RENAME TO p; CREATE VIEW project AS SELECT * FROM p", "CREATE TABLE t (a)",
    "DROP INDEX change_project", "DROP TRIGGER publication_is_kept", "ANALYZE",
    "CREATE INDEX i ON project (name)", "DROP TABLE project_sound",
    "ALTER TABLE project ADD COLUMN x TEXT",
  ]) func `a schema that is not this program's is found`(sql: String) throws {
    #expect(try tamper(sql))
  }

  @Test(arguments: [
    "UPDATE entry SET effective = '2026' WHERE number = 2",
    "UPDATE entry SET evidence = 'x' WHERE number = 2",
    "UPDATE entry SET merged = 1, merged_into = 2 WHERE number = 2",
    "UPDATE entry SET outcomes = '0:1!' WHERE number = 3",
    "UPDATE entry SET changes = 9 WHERE number = 4",
    "UPDATE change SET source_row = 7 WHERE id = 1",
    "UPDATE upload SET size = 9", "UPDATE upload SET name = 'x'",
    "INSERT INTO upload VALUES ('2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', 'x', 1, x'78')",
    "UPDATE membership SET register = '' WHERE FALSE; UPDATE project SET is_industrial = 7",
    "UPDATE project SET lead_units = '' WHERE id = 1",
    "UPDATE statement SET digest = 5", "UPDATE entry SET published = NULL WHERE number = 4",
  ]) func `what a table forbids and no hash covers is found`(sql: String) throws {
    #expect(try tamper("PRAGMA ignore_check_constraints = ON; " + sql))
  }

  @Test(arguments: ["x", "done.2026=77", "done.2026=-1", "done.2026=", "="])
  func `a reach that is none is found in every row that has it`(text: String) throws {
    try store.commit(Drafts.edit(Drafts.create([.name: .text("三")])), expecting: nil)
    #expect(try tamper("UPDATE project SET reach = '\(text)'"))
    #expect(throws: StorageError.damaged(table: "project", row: 1)) { try store.projects([1, 3]) }
    #expect(throws: StorageError.damaged(table: "project", row: 3)) { try store.projects([3]) }
  }

  @Test(arguments: [
    "UPDATE entry SET at = 9223372036854775807 WHERE number = 3",
    "UPDATE entry SET at = -9223372036854775808 WHERE number = 3",
    "UPDATE entry SET first_change = 9223372036854775807 WHERE number = 3",
    "UPDATE entry SET changes = 9223372036854775807 WHERE number = 3",
    "UPDATE entry SET created = 9223372036854775807 WHERE number = 3",
    "UPDATE entry SET undoes = 3 WHERE number = 3",
    "UPDATE entry SET undoes = 4 WHERE number = 3",
    "UPDATE entry SET year = 9223372036854775807 WHERE number = 2",
    "UPDATE entry SET outcomes = '0:9223372036854775807=9223372036854775807x9' WHERE number = 2",
    "UPDATE entry SET outcomes = '0:1=1x9223372036854775807' WHERE number = 2",
    "UPDATE entry SET layout = '#' || char(10) || 'name' || char(9) || '9223372036854775807' WHERE number = 2",
  ]) func `an extreme number in an entry is damage, told by its row`(sql: String) throws {
    #expect(try tamper("PRAGMA ignore_check_constraints = ON; " + sql))
    #expect(
      try store.verify().contains { if case .unreadable("entry", _) = $0 { true } else { false } })
    #expect {
      try store.forEachEntry(through: .max) { _, _ in }
    } throws: { error in
      if case StorageError.damaged("entry", _) = error { true } else { false }
    }
  }

  @Test(arguments: [
    "UPDATE change SET body = replace(body, '2000000', '3000000') WHERE entry = 3",
    "UPDATE change SET body = body || 'remark' || char(9) || 'x' || char(10) WHERE id = 1",
    "UPDATE change SET body = 'rubbish' WHERE id = 1",
    "UPDATE change SET kind = 'update' WHERE id = 1",
    "UPDATE change SET project = 3 WHERE id = 2",
    "UPDATE change SET entry = 3 WHERE id = 2",
    "UPDATE change SET source_table = 0, source_row = 7 WHERE id = 1",
    "DELETE FROM change WHERE id = 2",
    "INSERT INTO change VALUES (99, 4, 1, 'update', NULL, NULL, '')",
    "UPDATE change SET id = 77 WHERE id = 4",
    "UPDATE catalogue_change SET after = before WHERE before IS NOT NULL; "
      + "UPDATE catalogue_change SET code = 'x' WHERE id = 1",
    "DELETE FROM catalogue_change WHERE id = 2",
  ]) func `an altered change is found`(sql: String) throws { #expect(try tamper(sql)) }

  @Test(arguments: [
    "UPDATE project SET total_investment = 5",
    "UPDATE project SET reach = 'done.2026=3'",
    "UPDATE project SET revision = 2",
    "UPDATE project_detail SET remark = 'x'",
    "UPDATE project_search SET text = 'x'",
    "DELETE FROM project_search",
    "UPDATE project_sound SET text = 'x'",
    "DELETE FROM project_sound",
    "INSERT INTO membership (project, year, register) VALUES (1, 2026, 'shuangbai')",
    "INSERT INTO membership (project, year, register) VALUES (9, 2026, 'shuangbai')",
    "UPDATE statement SET digest = 5",
    "UPDATE statement SET held = 'total_investment'",
    "UPDATE project_detail SET other_names = 'x'",
    "DELETE FROM statement",
    "DELETE FROM project_detail",
    "DELETE FROM project_search; DELETE FROM project_sound; DELETE FROM project_detail; "
      + "DELETE FROM project",
    "INSERT INTO project (id, name, created, revision) VALUES (9, 'x', 1, 1)",
    "INSERT INTO project (id, name, created, revision) VALUES (9, 'x', 1, 1); "
      + "INSERT INTO project_detail (project) VALUES (9)",
    "UPDATE catalogue_item SET name = 'x' WHERE id = 1",
    "UPDATE catalogue_item SET body = '{}' WHERE id = 1",
    "DELETE FROM catalogue_item WHERE code = 'steel'",
    "UPDATE upload SET bytes = x'00', size = 1",
  ]) func `a balance that is not what the journal says is found`(sql: String) throws {
    #expect(try tamper(sql))
  }
}
