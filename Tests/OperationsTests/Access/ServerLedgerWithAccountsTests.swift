import Foundation
import Intake
import Ledger
import Storage
import TestSupport
import Testing

@testable import Access
@testable import Operations

/// A ledger in a server with accounts beside it: both are kept together, whoever uses them. All of it is invented
/// (测试数据).
@Suite(.enabled(if: PostgreSQLCluster.shared != nil, "PostgreSQL is not installed"))
struct ServerLedgerWithAccountsTests {
  private let cluster: PostgreSQLCluster
  private let name = "accounts-\(UInt32.random(in: 0...UInt32.max))"
  private let operations: LedgerOperations

  private static let terminal = AuditActor(login: nil, name: "root", address: "terminal")

  init() throws {
    cluster = try #require(PostgreSQLCluster.shared)
    var operations = LedgerOperations(path: cluster.address(of: name), actor: "测试员")
    operations.beginsLedgers = true
    self.operations = operations
    try operations.beginLedger()
  }

  private func makeAccounts() throws {
    try operations.accessing(begins: true) { file, _, _ in
      _ = try file.addAccount(
        "robot", name: "接口", unit: nil, kind: .machine, by: Self.terminal)
    }
  }

  /// The operations of a new login with a permission.
  private func login(_ permission: LedgerStore.Permission) throws -> LedgerOperations {
    let login = "login_\(UInt32.random(in: 0...UInt32.max))"
    try cluster.ask("CREATE ROLE \(login) LOGIN")
    try LedgerStore.permit(login, permission, at: operations.path)
    return LedgerOperations(path: cluster.address(of: name, login: login), actor: "测试员")
  }

  private func logins(_ operations: LedgerOperations) throws -> [String] {
    let file = try AccessFile.open(beside: operations.path)
    defer { try? file.close() }
    try file.record(AuditLine(.command, by: Self.terminal, on: "list", result: "done"))
    return try file.accounts().map(\.login)
  }

  @Test func `备份和恢复之后，账户、审计和各登录名的权限都在`() throws {
    try makeAccounts()
    let (reader, writer) = (try login(.reader), try login(.writer))
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let backup = folder.appending(path: "备份.sqlite").path
    try operations.backUp(to: backup)
    #expect(try !AccessFile.stands(beside: backup))
    _ = try operations.add([Assignment(field: "项目名称", text: "测试")], reason: "测试")
    let restored = try operations.restore(from: backup, losing: true) { _ in }
    #expect(restored.ledger.replaced != nil)
    #expect(restored.accounts == nil)
    #expect(try logins(operations) == ["robot"])
    #expect(try logins(writer) == ["robot"])
    _ = try writer.add([Assignment(field: "项目名称", text: "测试")], reason: "测试")
    #expect(try reader.reading { store, _ in try store.projectCount() } == 1)
    #expect(try operations.verification().passed)
    // A backup in a file with accounts of its own leaves those of the server as they are.
    let moved = LedgerOperations(path: backup, actor: "测试员")
    try moved.accessing(begins: true) { file, _, _ in
      _ = try file.addAccount("other", name: "别处", unit: nil, kind: .machine, by: Self.terminal)
    }
    _ = try operations.restore(from: backup, losing: true) { _ in }
    #expect(try logins(operations) == ["robot"])
  }

  @Test func `有账户的台账核验得过，审计的表被改过看得出来`() throws {
    try makeAccounts()
    let verification = try operations.verification()
    #expect(verification.passed)
    #expect(verification.audit?.faults == [])
    #expect(verification.audit?.head != nil)
    let number = try cluster.ask("SELECT number FROM taizhang.ledger WHERE name = '\(name)'")
    let schema = "access_" + number.trimmingCharacters(in: .whitespacesAndNewlines)
    try cluster.ask("DROP TRIGGER audit_is_kept ON \(schema).audit")
    try cluster.ask("ALTER TABLE \(schema).account DROP CONSTRAINT account_kind_check")
    #expect(
      try operations.verification().audit?.faults
        == [.schema(name: "account"), .schema(name: "audit_is_kept")])
  }

  @Test func `先给权限后建账户也一样：能写的用账户，只读的核验台账，说明审计没有核验`() throws {
    let (reader, writer) = (try login(.reader), try login(.writer))
    try makeAccounts()
    #expect(try logins(writer) == ["robot"])
    #expect(try writer.verification().audit?.passed == true)
    #expect(throws: StorageError.notReadable(path: reader.path)) {
      try AccessFile.stands(beside: reader.path)
    }
    let verification = try reader.verification()
    #expect(verification.passed)
    #expect(verification.audit == nil)
    #expect(verification.notes.contains(.auditNotRead))
  }
}
