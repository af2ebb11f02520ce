import Foundation
import Ledger
import TestSupport
import Testing

@testable import Access
@testable import Operations

/// A ledger that has accounts beside it: what keeps it looks after them as well.
@Suite struct LedgerWithAccountsTests {
  private static let terminal = AuditActor(login: nil, name: "root", address: "terminal")

  private func with(_ body: (URL, LedgerOperations) throws -> Void) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    var operations = LedgerOperations(
      path: folder.appending(path: "ledger.sqlite").path, actor: "测试员")
    operations.beginsLedgers = true
    try operations.beginLedger()
    try operations.accessing(begins: true) { file, _, _ in
      _ = try file.addAccount(
        "robot", name: "接口", unit: nil, kind: .machine, by: Self.terminal)
    }
    try body(folder, operations)
  }

  @Test func `备份带着账户，账户的文件不会被别的输出覆盖`() throws {
    try with { folder, operations in
      let backup = folder.appending(path: "备份.sqlite").path
      try operations.backUp(to: backup)
      let copy = try AccessFile.open(beside: backup)
      #expect(try copy.accounts().map(\.login) == ["robot"])
      #expect(try copy.auditFaults().isEmpty)
      try copy.close()
      for path in AccessFile.files(beside: operations.path) {
        #expect(throws: (any Error).self) { try operations.output(path) }
      }
    }
  }

  @Test func `核验台账也核验审计`() throws {
    try with { _, operations in
      #expect(try operations.verification().passed)
      #expect(try operations.verification().audit?.head?.number == 2)
      let file = try AccessFile.open(beside: operations.path)
      try file.write { rows in
        try rows.run("DROP TRIGGER audit_is_final")
        try rows.run("UPDATE audit SET name = '别人' WHERE number = 2")
      }
      try file.close()
      let verification = try operations.verification()
      #expect(!verification.passed)
      #expect(verification.audit?.faults == [.line(2), .schema(name: "audit_is_final")].reversed())
      #expect(verification.findings.isEmpty)
    }
  }

  @Test(
    arguments: [
      (["市工信局"], [], [], "units"), ([], ["鹿寨县"], [], "areas"), ([], [], ["新能源"], "chains"),
      ([], [], [], "everything"),
    ] as [([String], [String], [String], String)])
  func `范围写名称，存代码`(units: [String], areas: [String], chains: [String], kind: String) throws {
    try with { _, operations in
      let catalogue = try operations.catalogue()
      let grant = try operations.grant(
        role: "查阅", units: units, areas: areas, chains: chains, catalogue)
      #expect(grant.role == "reader")
      #expect(grant.scope.kind == kind)
      #expect(grant.scope.codes.count == units.count + areas.count + chains.count)
      #expect(grant.scope.codes.isDisjoint(with: units + areas + chains))
      #expect(throws: AccessError.severalScopes) {
        try operations.grant(
          role: "查阅", units: ["市工信局"], areas: ["鹿寨县"], chains: [], catalogue)
      }
      #expect(throws: AccessError.scopeMissing(role: "县区")) {
        try operations.grant(role: "县区", units: [], areas: [], chains: [], catalogue)
      }
    }
  }

  @Test func `没有账户的台账坏了，核验说出坏在哪里，不停在半路`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let damage = """
      import sqlite3, sys
      ledger = sqlite3.connect(sys.argv[1])
      ledger.execute("PRAGMA ignore_check_constraints = 1")
      ledger.execute("UPDATE catalogue_item SET body = '{' WHERE id = 3")
      ledger.commit()
      print("{}")
      """
    _ = try Python.run(damage, [scratch.operations.path])
    let verification = try scratch.operations.verification()
    #expect(!verification.findings.isEmpty)
    #expect(verification.audit == nil)
  }
}
