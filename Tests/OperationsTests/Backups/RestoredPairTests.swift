import Foundation
import Intake
import Ledger
import Storage
import Testing
import Wording

@testable import Access
@testable import Operations

/// A ledger and its accounts, backed up, checked and restored together: both or none. 测试数据
@Suite struct RestoredPairTests {
  private let scratch: ScratchLedger
  private let backup: String
  private static let terminal = AuditActor(login: nil, name: "测试", address: "terminal")
  private static let hasher = PasswordHasher(cost: .init(rounds: 4, block: 8, lanes: 1))

  init() throws {
    scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    backup = scratch.folder.appending(path: "backup.sqlite").path
    try Self.accounts(of: scratch.operations, beginning: true) {
      _ = try $0.addAccount(
        "wei", name: "韦某", unit: nil, kind: .person, by: Self.terminal)
    }
  }

  private static func accounts<T>(
    of operations: LedgerOperations, beginning: Bool = false, _ body: (AccessFile) throws -> T
  ) throws -> T {
    let revision = try operations.standing().revision
    let file = try AccessFile.open(
      beside: operations.path, hasher: hasher, now: operations.now,
      beginning: beginning ? { revision } : nil)
    defer { try? file.close() }
    return try body(file)
  }

  private func logins(of operations: LedgerOperations) throws -> [String] {
    try Self.accounts(of: operations) { try $0.accounts().map(\.login) }
  }

  private func edit(_ text: String) throws {
    _ = try scratch.operations.edit("1", [.init(field: "remark", text: text)], reason: nil)
  }

  private func add(_ login: String) throws {
    try Self.accounts(of: scratch.operations) {
      _ = try $0.addAccount(login, name: login, unit: nil, kind: .person, by: Self.terminal)
    }
  }

  @Test func `两个一起回到备份时的样子，换下的都留着，没有人还登录着`() throws {
    let cookie = try Self.accounts(of: scratch.operations) { file in
      let rules = AccessRules(try scratch.operations.catalogue())
      let code = try file.reset("wei", by: Self.terminal)
      return try file.signIn(
        Credentials(login: "wei", password: code, code: ""), rules: rules,
        from: SessionPlace(address: "10.0.0.7", browser: ""))
    }
    try scratch.operations.backUp(to: backup)
    try edit("备份之后")
    try add("later")
    let restored = try scratch.operations.restore(from: backup, losing: true) { _ in }
    #expect(try logins(of: scratch.operations) == ["wei"])
    #expect(try scratch.operations.standing().revision == restored.ledger.revision)
    let rules = AccessRules(try scratch.operations.catalogue())
    try Self.accounts(of: scratch.operations) { file in
      #expect(try file.session(ofCookie: cookie, isActivity: true, rules: rules) == nil)
      #expect(try file.sessionCount() == 0)
      #expect(try file.auditFaults() == [])
      let last = try #require(try file.lines(AuditQuestion(limit: 1)).first?.line)
      #expect(last.act == .session && last.result == "all ended")
    }
    #expect(try scratch.operations.verification().passed)
    let kept = try #require(restored.accounts?.replaced)
    #expect(FileManager.default.fileExists(atPath: kept))
    // The backup is as it was: it can be restored again.
    #expect(try scratch.operations.restore(from: backup, losing: true) { _ in }.accounts != nil)
  }

  /// What keeps one of the two from being restored.
  enum Obstacle: CaseIterable {
    case declined, losing, ledgerDamaged, auditDamaged, accountsCut, ledgerHeld, accountsHeld
  }

  @Test(arguments: Obstacle.allCases)
  func `有一个换不了，两个都不换`(obstacle: Obstacle) throws {
    try scratch.operations.backUp(to: backup)
    let copy = AccessFile.path(beside: backup)
    try edit("备份之后")
    try add("later")
    let revision = try scratch.operations.standing().revision
    var held: OpenLedger?
    var access: AccessFile?
    switch obstacle {
    case .declined, .losing: break
    case .ledgerDamaged:
      let bytes = try Data(contentsOf: URL(filePath: backup))
      try bytes.prefix(bytes.count / 2).write(to: URL(filePath: backup))
    case .accountsCut:
      let bytes = try Data(contentsOf: URL(filePath: copy))
      try bytes.prefix(bytes.count / 2).write(to: URL(filePath: copy))
    case .auditDamaged:
      var bytes = try Data(contentsOf: URL(filePath: copy))
      let line = try #require(bytes.range(of: Data("terminal".utf8)))
      bytes[line.lowerBound] = UInt8(ascii: "T")
      try bytes.write(to: URL(filePath: copy))
    case .ledgerHeld: held = try OpenLedger(at: scratch.operations)
    case .accountsHeld:
      access = try AccessFile.open(beside: scratch.operations.path)
      _ = try access?.accounts()
    }
    var operations = scratch.operations
    operations.patience = .milliseconds(200)
    #expect(throws: (any Error).self) {
      try operations.restore(from: backup, losing: obstacle != .losing) { _ in
        if obstacle == .declined { throw OperationError.notConfirmed }
      }
    }
    try held?.close()
    try access?.close()
    #expect(try scratch.operations.standing().revision == revision)
    #expect(try logins(of: scratch.operations) == ["later", "wei"])
    #expect(try scratch.operations.verification().passed)
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
      .filter { $0.contains(".part") || $0.contains(".replaced") }
    #expect(left == [])
  }

  @Test func `备份里没有账户，现有的账户不动`() throws {
    try scratch.operations.backUp(to: backup)
    try FileManager.default.removeItem(atPath: AccessFile.path(beside: backup))
    try add("later")
    let restored = try scratch.operations.restore(from: backup, losing: true) { _ in }
    #expect(restored.accounts == nil)
    #expect(try logins(of: scratch.operations) == ["later", "wei"])
  }

  // MARK: The check of a folder

  private func check() throws -> [[BackupCheck.Problem]] {
    try scratch.operations.checkBackups(in: folder, newest: false).map(\.problems)
  }

  private var folder: String { scratch.folder.appending(path: "备份").path }

  @Test func `核验两遍都通过，不改动备份`() throws {
    let kept = try scratch.operations.backUp(toFolder: folder, keep: nil)
    #expect(kept.record.access?.lines == 2)
    #expect(try check() == [[]])
    #expect(try check() == [[]])
  }

  @Test(arguments: ["missing", "bytes", "other", "older"])
  func `账户不在、变了、不是一起的，都点名`(damage: String) throws {
    let kept = try scratch.operations.backUp(toFolder: folder, keep: nil)
    let file = folder + "/" + (try #require(kept.record.access?.file))
    switch damage {
    case "missing":
      try FileManager.default.removeItem(atPath: file)
      #expect(try check() == [[.accountsMissing]])
    case "bytes":
      try Data("no accounts".utf8).write(to: URL(filePath: file))
      #expect(try check() == [[.otherAccounts]])
    case "other":
      // Accounts of a later time tell of an entry that this ledger lacks.
      try edit("后来")
      let entry = try scratch.operations.standing().revision
      try Self.accounts(of: scratch.operations) {
        try $0.record(AuditLine(.entry, by: Self.terminal, on: "", entry: entry))
      }
      try FileManager.default.removeItem(atPath: file)
      try scratch.operations.backUp(to: backup)
      try FileManager.default.copyItem(atPath: AccessFile.path(beside: backup), toPath: file)
      #expect(try check() == [[.otherAccounts, .unfittingAudit]])
    default:
      // An entry between two that are told of has no line: that is not one that came too late.
      try edit("没有审计")
      try edit("有审计")
      let entry = try scratch.operations.standing().revision
      try Self.accounts(of: scratch.operations) {
        try $0.record(AuditLine(.entry, by: Self.terminal, on: "", entry: entry))
      }
      try edit("比审计晚")
      _ = try scratch.operations.backUp(toFolder: folder, keep: 1)
      #expect(try check() == [[.unfittingAudit]])
    }
  }

  @Test func `几个进程同时备份，各有各的名字，都核验通过`() async throws {
    let operations = LedgerOperations(
      path: scratch.operations.path, actor: "测试",
      now: { Date(timeIntervalSince1970: 1_900_000_000) })
    let folder = folder
    let names = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<6 {
        group.addTask { try? operations.backUp(toFolder: folder, keep: nil).record.file }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(names.compactMap { $0 }).count == 6)
    #expect(try check() == Array(repeating: [], count: 6))
  }
}
