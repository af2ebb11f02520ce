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
    try store.engine.writeWithoutTransaction { session in
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
