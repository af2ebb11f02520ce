import Foundation
import Ledger
import TestSupport
import Testing

@testable import Storage

/// What is told of a server, and searching in one.
@Suite(.enabled(if: PostgreSQLCluster.shared != nil, "PostgreSQL is not installed"))
struct ExaminationTests {
  private let cluster: PostgreSQLCluster
  private let path: String

  init() throws {
    cluster = try #require(PostgreSQLCluster.shared)
    path = cluster.address(of: "examined-\(UInt32.random(in: 0...UInt32.max))")
  }

  private func open() throws -> LedgerStore {
    try LedgerStore.open(path: path, access: .writing(timeout: .seconds(5))) { Fixture.beginning }
  }

  @Test func `the tests' own server does all but keep what it says through a power cut`() throws {
    try open().close()
    let checks = try LedgerStore.examine(path)
    #expect(checks.count == 17)
    #expect(
      Set(checks.filter { !$0.holds }.map(\.property))
        == [.flushes, .wholePages, .waitsForDisk, .standby])
    #expect(
      try cluster.ask("SELECT count(*) FROM pg_namespace WHERE nspname = 'taizhang_examined'")
        .hasPrefix("0"))
    let file = try Fixture(isFast: true)
    try file.open().close()
    #expect(try LedgerStore.examine(file.path) == [])
  }

  @Test func `words are found by their pairs of characters, and pairs that were altered are told`()
    throws
  {
    let store = try open()
    let names = ["动力电池项目", "电解液", "池州电厂", "𠮷𠮷工程", "abc电x", "ABC"]
    try store.commit(
      EntryDraft(
        at: Fixture.day(0), actor: "韦", kind: .edit,
        changes: DraftChanges(names.map { Drafts.create([.name: .text($0)]) })),
      expecting: nil)
    func found(_ word: String) throws -> [String] {
      var filter = ProjectFilter()
      filter.query = word
      let page = try #require(Page(limit: nil, offset: 0))
      return try store.list(filter, sort: .byID, page: page).projects.compactMap {
        $0.record.text(.name)
      }
    }
    #expect(try found("电池") == ["动力电池项目"])
    #expect(try found("电") == ["动力电池项目", "电解液", "池州电厂", "abc电x"])
    #expect(try found("池电") == [])
    #expect(try found("𠮷𠮷") == ["𠮷𠮷工程"])
    #expect(try found("c电x") == ["abc电x"])
    #expect(try store.verify() == [])
    try store.close()
    let own = try cluster.ask(
      "SELECT 'ledger_' || number FROM taizhang.ledger WHERE name = '\(path.split(separator: "=").last ?? "")'"
    ).trimmingCharacters(in: .whitespacesAndNewlines)
    try cluster.ask("UPDATE \(own).project_search SET grams = '{1}' WHERE project = 1")
    let reader = try LedgerStore.open(path: path, access: .reading) { nil }
    #expect(try !reader.verify().isEmpty)
  }
}
