import Foundation
import Ledger
import TestSupport
import Testing

@testable import Storage

/// What logins of a server may do with ledgers.
@Suite(.enabled(if: PostgreSQLCluster.shared != nil, "PostgreSQL is not installed"))
struct PermissionTests {
  private let cluster: PostgreSQLCluster
  private let ledgers: [String]
  private let login = "login_\(UInt32.random(in: 0...UInt32.max))"

  init() throws {
    cluster = try #require(PostgreSQLCluster.shared)
    ledgers = (0..<2).map { _ in "city-\(UInt32.random(in: 0...UInt32.max))" }
    for ledger in ledgers {
      let store = try LedgerStore.open(
        path: cluster.address(of: ledger), access: .writing(timeout: .seconds(5))
      ) { Fixture.beginning }
      try store.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
      try store.close()
    }
    try cluster.ask("CREATE ROLE \(login) LOGIN")
  }

  private func path(_ place: Int) -> String { cluster.address(of: ledgers[place], login: login) }

  private func open(_ place: Int, _ access: LedgerStore.Access) throws -> LedgerStore {
    try LedgerStore.open(path: path(place), access: access) { nil }
  }

  private func permit(_ permission: LedgerStore.Permission) throws {
    try LedgerStore.permit(login, permission, at: cluster.address(of: ledgers[0]))
  }

  /// What the server says to a statement on a table of a ledger.
  private func refusal(_ place: Int, _ statement: (_ schema: String) -> String) throws -> String {
    let number = try cluster.ask(
      "SELECT number FROM taizhang.ledger WHERE name = '\(ledgers[place])'"
    )
    .trimmingCharacters(in: .whitespacesAndNewlines)
    return try cluster.refusal(of: statement("ledger_\(number)"), login: login)
  }

  @Test
  func `a reader of one ledger asks it, writes nothing, and is refused every table of another`()
    throws
  {
    try permit(.reader)
    let store = try open(0, .reading)
    #expect(try store.projectCount() == 1)
    #expect(try store.verify() == [])
    #expect(throws: StorageError.self) { try open(0, .writing(timeout: .seconds(1))) }
    #expect(throws: StorageError.self) { try open(1, .reading) }
    for table in try cluster.ask(
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = (SELECT ('ledger_' || number)::regnamespace FROM taizhang.ledger WHERE name = '\(ledgers[1])')"
    ).split(separator: "\n") {
      #expect(try refusal(1) { "SELECT 1 FROM \($0).\(table)" }.contains("permission denied"))
    }
  }

  @Test func `a writer adds to the journal and alters nothing of it`() throws {
    try permit(.writer)
    let store = try open(0, .writing(timeout: .seconds(5)))
    let created = try store.commit(
      Drafts.edit(Drafts.create([.name: .text("二")])), expecting: nil)
    #expect(created.number == 3)
    let changes = (0..<1_200).map { Drafts.create([.name: .text("测试\($0)")]) }
    try store.commit(
      EntryDraft(
        at: Fixture.day(0), actor: "韦", kind: .edit, changes: DraftChanges(changes)),
      expecting: nil)
    #expect(try store.verify() == [])
    try store.close()
    for table in ["entry", "change", "catalogue_change", "entry_note", "upload", "publication"] {
      #expect(try refusal(0) { "DELETE FROM \($0).\(table)" }.contains("permission denied"))
      #expect(try refusal(0) { "TRUNCATE \($0).\(table)" }.contains("permission denied"))
    }
    #expect(
      try refusal(0) { "UPDATE \($0).entry SET actor = 'x'" }.contains("permission denied"))
    #expect(throws: StorageError.self) { try open(1, .writing(timeout: .seconds(1))) }
    try permit(.nobody)
    #expect(throws: StorageError.notReadable(path: path(0))) { try open(0, .reading) }
    #expect(throws: StorageError.unknownLogin("no-\(login)")) {
      try LedgerStore.permit("no-\(login)", .reader, at: cluster.address(of: ledgers[0]))
    }
  }

  @Test func `a ledger that may not be read is told of, and those beside it are answered`() throws {
    try permit(.reader)
    let heads = try LedgerStore.heads(beside: path(0))
    #expect(heads.standing.map(\.name) == [ledgers[0]])
    #expect(
      heads.unread.first { $0.name == ledgers[1] }?.error == .notReadable(path: path(1)))
    let all = try LedgerStore.heads(beside: cluster.address(of: ledgers[0])).standing
    let noted = all.filter { ledgers.contains($0.name) }
    #expect(
      try LedgerStore.differences(from: noted, beside: path(0))
        == [.notReadable(path: path(1))])
  }

  @Test func `whoever else makes a ledger grants it and replaces it, and alters no other`() throws {
    // A server of its own: of two who grant the same at once the server refuses one.
    let cluster = try PostgreSQLCluster()
    defer { try? cluster.kill() }
    try LedgerStore.open(
      path: cluster.address(of: "first"), access: .writing(timeout: .seconds(5))
    ) { Fixture.beginning }.close()
    let owner = "owner_\(login)"
    try cluster.ask("CREATE ROLE \(owner) LOGIN")
    try cluster.ask("CREATE ROLE \(login) LOGIN")
    try cluster.ask("GRANT CREATE ON DATABASE postgres TO \(owner)")
    try cluster.ask("GRANT USAGE ON SCHEMA taizhang TO \(owner)")
    try cluster.ask("GRANT SELECT, INSERT, UPDATE, DELETE ON taizhang.ledger TO \(owner)")
    let own = cluster.address(of: "own-\(login)", login: owner)
    let store = try LedgerStore.open(path: own, access: .writing(timeout: .seconds(5))) {
      Fixture.beginning
    }
    let folder = try Fixture(isFast: true)
    let backup = folder.directory.path(percentEncoded: false) + "/backup"
    try store.backup(to: backup)
    try store.close()
    // What the server would only warn of is refused.
    #expect(throws: StorageError.notWritable(path: own)) {
      try LedgerStore.permit(login, .writer, at: own)
    }
    try cluster.ask("GRANT USAGE ON SCHEMA taizhang TO \(owner) WITH GRANT OPTION")
    try cluster.ask("GRANT ALL ON taizhang.ledger TO \(owner) WITH GRANT OPTION")
    try LedgerStore.permit(login, .writer, at: own)
    try LedgerStore.restore(from: backup, to: own, losing: false, timeout: .seconds(5)) { _ in }
    let written = try LedgerStore.open(
      path: cluster.address(of: "own-\(login)", login: login),
      access: .writing(timeout: .seconds(5))
    ) { nil }
    try written.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
    #expect(try written.verify() == [])
    try written.close()
    _ = try cluster.refusal(of: "UPDATE taizhang.ledger SET version = 1", login: owner)
    _ = try cluster.refusal(of: "DELETE FROM taizhang.ledger", login: owner)
    #expect(
      try cluster.ask("SELECT version FROM taizhang.ledger WHERE name = 'first'")
        .hasPrefix("12"))
  }
}
