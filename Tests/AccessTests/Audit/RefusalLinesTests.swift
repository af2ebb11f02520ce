import Foundation
import Testing

@testable import Access

/// Whoever is not let in does not fill the audit (测试数据).
@Suite struct StrangerLinesTests {
  private func refuse(_ fixture: Fixture, _ address: String, _ count: Int, on: String = "GET /")
    throws
  {
    for _ in 1...count {
      try fixture.file.record(
        stranger: AuditLine(
          .refused, by: AuditActor(login: nil, name: "?", address: address), on: on,
          result: "session"))
    }
  }

  private func lines(_ fixture: Fixture) throws -> [AuditLine] {
    var question = AuditQuestion(limit: 100_000)
    question.act = .refused
    return try fixture.file.lines(question).map(\.line)
  }

  @Test func `一个地址一分钟里的拒绝只写三十行，其余一行写明多少次，链还是对的`() throws {
    let fixture = try Fixture()
    try refuse(fixture, "10.9.9.9", 2_000)
    #expect(try lines(fixture).count == 30)
    fixture.wait(61)
    // Whoever comes next has them told.
    try refuse(fixture, "10.9.9.8", 1)
    let lines = try lines(fixture)
    #expect(lines.count == 32)
    #expect(lines.compactMap(\.others) == [1_970])
    #expect(lines.first { $0.others != nil }?.address == "10.9.9.9")
    #expect(try fixture.file.auditFaults().isEmpty)
  }

  @Test func `别的地址照写；六十四位以内换着用的算一个；停下时也写`() throws {
    let fixture = try Fixture()
    for last in 1...100 {
      try refuse(fixture, "2001:db8:1:2::\(String(last, radix: 16))", 1)
      try refuse(fixture, "10.1.0.\(last)", 1)
    }
    let lines = try lines(fixture)
    #expect(lines.count { $0.address.contains(":") } == 30)
    #expect(lines.count { $0.address.hasPrefix("10.1.0.") } == 100)
    try fixture.file.close()
    let again = try AccessFile.open(beside: fixture.folder.appending(path: "ledger.sqlite").path)
    let last = try #require(try again.lines(AuditQuestion(limit: 1)).first).line
    #expect((last.others, last.address) == (70, "2001:db8:1:2::/64"))
    #expect(try again.auditFaults().isEmpty)
    try again.close()
  }

  @Test func `猜密码的也一样：每一次都算到`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    for _ in 1...500 { _ = try? fixture.signIn("wei", "不对", from: "10.9.9.9") }
    fixture.wait(61)
    _ = try? fixture.signIn("wei", "不对", from: "10.9.9.9")
    let failed = try fixture.file.lines(AuditQuestion(limit: 10_000)).map(\.line).filter {
      $0.address == "10.9.9.9"
    }
    #expect(failed.count == 32)
    #expect(failed.compactMap(\.others) == [470])
  }

  @Test func `外人写的话至多六十个字`() throws {
    let fixture = try Fixture()
    try refuse(
      fixture, String(repeating: "9", count: 500), 1, on: String(repeating: "长", count: 500))
    let line = try #require(try lines(fixture).first)
    #expect(line.subject.count == 60 && line.address.count == 60)
  }

  @Test(arguments: [
    ("10.0.0.7", "10.0.0.7", "10.0.0.0/24"), ("::ffff:10.0.0.7", "10.0.0.7", "10.0.0.0/24"),
    ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"),
    ("fe80::1%eth0", "fe80:0:0:0::/64", "fe80:0:0::/48"), ("local", "local", "local"),
  ])
  func `地址归到不由人挑的那一段`(address: String, place: String, network: String) {
    #expect(Network.place(of: address) == place)
    #expect(Network.around(address) == network)
  }
}
