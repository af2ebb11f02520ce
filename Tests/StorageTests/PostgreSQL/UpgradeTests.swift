import Foundation
import Ledger
import TestSupport
import Testing

@testable import Storage

/// A ledger that an earlier program left in a server. All of it is invented (测试数据).
@Suite(.enabled(if: PostgreSQLCluster.shared != nil, "PostgreSQL is not installed"))
struct UpgradeTests {
  private let cluster: PostgreSQLCluster
  private let name = "older-\(UInt32.random(in: 0...UInt32.max))"
  private let login = "login_\(UInt32.random(in: 0...UInt32.max))"

  init() throws { cluster = try #require(PostgreSQLCluster.shared) }

  private func open(_ login: String, _ access: LedgerStore.Access) throws -> LedgerStore {
    try LedgerStore.open(path: cluster.address(of: name, login: login), access: access) {
      Fixture.beginning
    }
  }

  private func answers(_ store: LedgerStore) throws -> [String] {
    let page = try #require(Page(limit: nil, offset: 0))
    let words = ["", "电池", "电", "dianchi", "dc", "没有"]
    return try words.map { word in
      var filter = ProjectFilter()
      filter.query = word
      let list = try store.list(filter, sort: .byID, page: page)
      let names = list.projects.compactMap { $0.record.text(.name) }
      return "\(word): \(names) \(list.totals.investment)"
    } + store.database.read(EntryTable.hashes)
  }

  /// The tables of version 11: texts to search had no pairs of characters.
  private func setBack() throws {
    let number = try cluster.ask("SELECT number FROM taizhang.ledger WHERE name = '\(name)'")
    let schema = "ledger_" + number.trimmingCharacters(in: .whitespacesAndNewlines)
    try cluster.ask(
      "CREATE TABLE \(schema).kept AS SELECT project, text FROM \(schema).project_search")
    try cluster.ask("DROP TABLE \(schema).project_search")
    try cluster.ask(
      """
      CREATE TABLE \(schema).project_search (
        project bigint NOT NULL,
        text text COLLATE "C" NOT NULL,
        CONSTRAINT project_search_pkey PRIMARY KEY (project))
      """)
    try cluster.ask("INSERT INTO \(schema).project_search SELECT project, text FROM \(schema).kept")
    try cluster.ask("DROP TABLE \(schema).kept")
    try cluster.ask("UPDATE taizhang.ledger SET version = 11 WHERE name = '\(name)'")
  }

  @Test func `a ledger of version 11 answers as before, and whoever could write it still can`()
    throws
  {
    let store = try open("postgres", .writing(timeout: .seconds(5)))
    let changes = ["动力电池项目", "电解液", "ABC"].map { name in
      Drafts.create([.name: .text("测试" + name), .total: .money(Money(fen: 1_200))])
    }
    try store.commit(
      EntryDraft(
        at: Fixture.day(0), actor: "韦", kind: .edit, changes: DraftChanges(changes)),
      expecting: nil)
    let before = try answers(store)
    try store.close()
    try setBack()
    try cluster.ask("CREATE ROLE \(login) LOGIN")
    try LedgerStore.permit(login, .writer, at: cluster.address(of: name))
    // Only whoever owns the tables can alter them.
    #expect(throws: StorageError.olderSchema(path: cluster.address(of: name, login: login))) {
      try open(login, .reading)
    }
    let upgraded = try open("postgres", .writing(timeout: .seconds(5)))
    #expect(try answers(upgraded) == before)
    #expect(try upgraded.verify() == [])
    try upgraded.close()
    let written = try open(login, .writing(timeout: .seconds(5)))
    #expect(try answers(written) == before)
    try written.commit(Drafts.edit(Drafts.create([.name: .text("测试电站")])), expecting: nil)
    #expect(try written.verify() == [])
    try written.close()
  }
}
