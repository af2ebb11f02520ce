import Engine
import Foundation
import Ledger
import SQLiteEngine
import Testing

@testable import Access

/// The audit: only added to, and whoever alters it is found out.
@Suite struct AuditTests {
  private func fill(_ fixture: Fixture, _ count: Int = 20) throws {
    for number in 1...count {
      try fixture.file.record(
        AuditLine(.file, by: Fixture.terminal, on: "\(number).xlsx", entry: nil))
    }
  }

  @Test func `行只能添，不能改不能删`() throws {
    let fixture = try Fixture()
    try fill(fixture)
    for sql in [
      "UPDATE audit SET name = 'x' WHERE number = 3", "DELETE FROM audit WHERE number = 3",
      "DELETE FROM audit",
    ] {
      #expect(throws: (any Error).self) { try fixture.file.write { try $0.run(sql) } }
    }
    #expect(try fixture.file.auditFaults().isEmpty)
  }

  @Test(
    arguments: [
      "UPDATE audit SET name = 'x' WHERE number = 7",
      "UPDATE audit SET at = at + 1 WHERE number = 7",
      "UPDATE audit SET act = 'sign-in' WHERE number = 7",
      "UPDATE audit SET login = '' WHERE number = 7",
      "UPDATE audit SET address = address || 'x' WHERE number = 7",
      "UPDATE audit SET subject = subject || printf('%300s', 'x') WHERE number = 7",
      "UPDATE audit SET entry = 1 WHERE number = 7",
      "UPDATE audit SET result = '' WHERE number = 7",
      "UPDATE audit SET hash = upper(hash) WHERE number = 7", "DELETE FROM audit WHERE number = 7",
      "DELETE FROM audit WHERE number = 1",
      "UPDATE audit SET name = subject, subject = name WHERE number = 7",
    ])
  func `改过的、抽掉的行查得出来`(sql: String) throws {
    let fixture = try Fixture()
    try fill(fixture)
    try fixture.file.write { rows in
      try rows.run("DROP TRIGGER audit_is_kept")
      try rows.run("DROP TRIGGER audit_is_final")
      try rows.run(sql)
    }
    let faults = try fixture.file.auditFaults()
    #expect(faults.first == (sql.contains("number = 1") ? 1 : 7) || faults.first == 8)
  }

  @Test func `截去末尾的行，另记的链头对不上`() throws {
    let fixture = try Fixture()
    try fill(fixture)
    let head = try fixture.file.auditHead()
    try fixture.file.write { rows in
      try rows.run("DROP TRIGGER audit_is_kept")
      try rows.run("DELETE FROM audit WHERE number > 10")
    }
    #expect(try fixture.file.auditFaults().isEmpty)
    #expect(try fixture.file.auditHead() != head)
  }

  @Test(
    arguments: [
      ("UPDATE role_grant SET scope = 'everything', codes = ''", AccessFault.grants(login: "wei")),
      ("DELETE FROM role_grant", .grants(login: "wei")),
      ("UPDATE account SET state = 'disabled' WHERE login = 'wei'", .state(login: "wei")),
      ("UPDATE account SET state = 'active' WHERE login = 'off'", .state(login: "off")),
      ("UPDATE account SET login = 'wang' WHERE login = 'off'", .state(login: "off")),
      ("DROP TRIGGER audit_is_final", .schema(name: "audit_is_final")),
      ("CREATE TRIGGER mine AFTER INSERT ON audit BEGIN SELECT 1; END", .schema(name: "mine")),
      ("DROP TABLE rescue", .schema(name: "rescue")),
    ])
  func `账户文件被人绕过程序改过，核验看得出来`(sql: String, fault: AccessFault) throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    try fixture.person("off")
    try fixture.file.disable("off", by: Fixture.terminal)
    try fixture.file.grant(
      Grant(role: "reader", scope: .areas(["450223"])), to: "wei", rules: fixture.rules,
      by: Fixture.terminal)
    #expect(try fixture.file.proof().isEmpty)
    try fixture.file.write { try $0.run(sql) }
    #expect(try fixture.file.proof().contains(fault))
  }

  @Test func `审计整个删掉，有账户却没有行，也看得出来`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    try fixture.file.write { rows in
      try rows.run("DROP TRIGGER audit_is_kept")
      try rows.run("DELETE FROM audit")
    }
    #expect(try fixture.file.proof().contains(.line(1)))
  }

  @Test func `凭证有了，行没有，说得出是哪几张；记下的那一行还在不在也看得出`() throws {
    let fixture = try Fixture()
    try fixture.file.record(AuditLine(.entry, by: Fixture.terminal, on: "", entry: 6))
    let head = try fixture.file.auditHead()
    #expect(try fixture.file.entriesWithoutLine(upTo: 8) == [7, 8])
    #expect(try fixture.file.has(head))
    #expect(AuditHead("\(head)") == head)
    #expect(try !fixture.file.has(AuditHead(number: head.number + 1, hash: head.hash)))
    #expect(AuditHead("3:xyz") == nil && AuditHead("") == nil)
  }

  @Test func `行里没有换行和控制字符，也不会太长`() throws {
    let line = AuditLine(
      .refused, by: AuditActor(login: "w\ne\ri", name: "a\u{2028}b\u{202E}c", address: "x\0y"),
      on: String(repeating: "长", count: 1_000), result: "1\n2\t3")
    #expect(line.login == "w e i")
    #expect(line.name == "a b c")
    #expect(line.address == "x y")
    #expect(line.subject.count == 200)
    #expect(line.result == "1 2 3")
  }

  @Test func `同时来的行一起落盘，一行不少，链不断`() async throws {
    let fixture = try Fixture()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...200 {
        group.addTask {
          try fixture.file.record(AuditLine(.file, by: Fixture.terminal, on: "\(number)"))
        }
      }
      try await group.waitForAll()
    }
    let subjects = try fixture.file.lines(AuditQuestion(limit: 1_000)).map(\.line.subject)
    #expect(Set(subjects).isSuperset(of: (1...200).map(String.init)))
    #expect(subjects.count == 201)
    #expect(try fixture.file.auditFaults().isEmpty)
  }

  @Test func `两个进程写一条链`() throws {
    let fixture = try Fixture()
    let other = try AccessFile.open(beside: fixture.folder.appending(path: "ledger.sqlite").path)
    for number in 1...20 {
      let file = number.isMultiple(of: 2) ? fixture.file : other
      try file.record(AuditLine(.file, by: Fixture.terminal, on: "\(number)"))
    }
    #expect(try other.auditFaults().isEmpty)
    #expect(try other.auditHead() == fixture.file.auditHead())
    #expect(try other.auditHead().number == 21)
    try other.close()
  }

  @Test func `没有行的凭证补记，开始以前的不补`() throws {
    let fixture = try Fixture()
    try fixture.file.record(AuditLine(.entry, by: Fixture.terminal, on: "", entry: 7))
    #expect(try fixture.file.entriesWithoutLine(upTo: 9) == [6, 8, 9])
    #expect(try fixture.file.addLateLines(upTo: 9) { "第\($0)号的人" } == [6, 8, 9])
    #expect(try fixture.file.entriesWithoutLine(upTo: 9).isEmpty)
    let late = try fixture.file.lines(AuditQuestion(limit: 3)).reversed()
    #expect(late.map(\.line.act) == [.late, .late, .late])
    #expect(late.map(\.line.name) == ["第6号的人", "第8号的人", "第9号的人"])
  }

  @Test func `按行为、词、时间查`() throws {
    let fixture = try Fixture()
    try fill(fixture)
    fixture.wait(100)
    try fixture.file.record(AuditLine(.refused, by: Fixture.terminal, on: "projects/7"))
    var question = AuditQuestion(limit: 5)
    question.words = "7.xlsx"
    #expect(try fixture.file.lines(question).map(\.line.subject) == ["17.xlsx", "7.xlsx"])
    question.words = nil
    question.act = .refused
    #expect(try fixture.file.lines(question).count == 1)
    question.act = nil
    question.from = fixture.now
    #expect(try fixture.file.lines(question).count == 1)
    question.from = nil
    question.until = fixture.now
    question.before = 4
    #expect(try fixture.file.lines(question).map(\.number) == [3, 2, 1])
  }

  @Test func `别的程序的文件、更新版本的文件都不打开`() throws {
    let fixture = try Fixture()
    let ledger = fixture.folder.appending(path: "other.sqlite").path
    #expect(throws: AccessError.noAccounts) { try AccessFile.open(beside: ledger) }
    try Data("kein SQLite, aber lang genug, um eines zu sein".utf8)
      .write(to: URL(filePath: AccessFile.path(beside: ledger)))
    #expect(throws: (any Error).self) { try AccessFile.open(beside: ledger) }
    #expect(AccessFile.path(beside: "/x/台账.sqlite") == "/x/台账.access.sqlite")
    #expect(AccessFile.path(beside: "/x/ledger.db") == "/x/ledger.db.access.sqlite")
  }
}
