import Foundation
import Ledger
import Testing

@testable import Access

/// Sessions: how long they last, how many there are, what ends them.
@Suite struct SessionTests {
  @Test(
    arguments: [
      ([29], true), ([30], false), ([29, 29], true), ([29, 30], false),
      (Array(repeating: 20, count: 35), true), (Array(repeating: 20, count: 36), false),
    ] as [([Int], Bool)])
  func `闲置三十分钟或满十二小时就结束`(minutes: [Int], isAlive: Bool) throws {
    let pauses = minutes.map { TimeInterval($0 * 60) }
    let fixture = try Fixture()
    let cookie = try fixture.person("wei")
    for pause in pauses.dropLast() {
      fixture.wait(pause)
      _ = try fixture.session(cookie)
    }
    fixture.wait(pauses.last ?? 0)
    #expect(try fixture.hasSession(cookie) == isAlive)
  }

  @Test func `自己轮询的页面不算活动`() throws {
    let fixture = try Fixture()
    let cookie = try fixture.person("wei")
    for _ in 1...29 {
      fixture.wait(60)
      #expect(try fixture.hasSession(cookie, isActivity: false))
    }
    fixture.wait(60)
    #expect(try !fixture.hasSession(cookie, isActivity: false))
  }

  @Test func `活动不到一分钟也算，另一个进程至多差一分钟`() throws {
    let fixture = try Fixture()
    let cookie = try fixture.person("wei")
    fixture.wait(30)
    _ = try fixture.session(cookie)
    fixture.wait(30 * 60 - 1)
    #expect(try fixture.hasSession(cookie))
  }

  @Test func `每次登录都是新会话，每个账户至多五个，最早的结束`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    let cookies = try (1...6).map { _ in try fixture.signIn("wei", Fixture.password) }
    #expect(Set(cookies).count == 6)
    #expect(
      try cookies.map { try fixture.hasSession($0) } == [false, true, true, true, true, true])
    #expect(cookies.allSatisfy { $0.count == 43 })
  }

  @Test func `文件里没有能用的会话和令牌，只有散列`() throws {
    let fixture = try Fixture()
    let cookie = try fixture.person("wei")
    _ = try fixture.file.addAccount(
      "robot", name: "接口", unit: nil, kind: .machine, by: Fixture.terminal)
    let token = try fixture.file.addToken(
      of: "robot", purpose: "测试", days: 1, by: Fixture.terminal)
    for path in AccessFile.files(beside: fixture.folder.appending(path: "ledger.sqlite").path) {
      guard let bytes = FileManager.default.contents(atPath: path) else { continue }
      for secret in [cookie, token, String(token.dropFirst(3)), Fixture.password] {
        #expect(bytes.range(of: Data(secret.utf8)) == nil)
      }
    }
  }

  @Test func `退出、停用、管理员都能结束会话；旧的、改过的、编的都不认`() throws {
    let fixture = try Fixture()
    let first = try fixture.person("wei")
    let second = try fixture.signIn("wei", Fixture.password)
    try fixture.file.signOut(try fixture.session(first), from: "10.0.0.7")
    #expect(try !fixture.hasSession(first))
    let session = try fixture.session(second)
    let third = try fixture.signIn("wei", Fixture.password)
    try fixture.file.end(session.id, of: session.account, by: Fixture.terminal)
    #expect(try !fixture.hasSession(second))
    for forged in ["", "x", third.lowercased(), String(third.dropLast()), third + "A"] {
      #expect(try !fixture.hasSession(forged))
    }
    try fixture.file.disable("wei", by: Fixture.terminal)
    #expect(try !fixture.hasSession(third))
    try fixture.file.enable("wei", by: Fixture.terminal)
    #expect(try !fixture.hasSession(third))
  }

  @Test func `别人的会话结束不了`() throws {
    let fixture = try Fixture()
    let wei = try fixture.session(try fixture.person("wei"))
    let li = try fixture.session(try fixture.person("li"))
    #expect(throws: AccessError.unknownSession(li.id)) {
      try fixture.file.end(li.id, of: wei.account, by: Fixture.terminal)
    }
  }

  @Test func `文件只有所有者能读`() throws {
    let fixture = try Fixture()
    for path in AccessFile.files(beside: fixture.folder.appending(path: "ledger.sqlite").path) {
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(path)")
    }
  }

  @Test func `令牌到期、作废、账户停用后不认`() throws {
    let fixture = try Fixture()
    let file = fixture.file
    _ = try file.addAccount("robot", name: "接口", unit: "drc", kind: .machine, by: Fixture.terminal)
    let one = try file.addToken(of: "robot", purpose: "一", days: 1, by: Fixture.terminal)
    let two = try file.addToken(of: "robot", purpose: "二", days: 366, by: Fixture.terminal)
    #expect(try file.person(ofToken: one).person.login == "robot")
    #expect(throws: AccessError.tokenDays(367)) {
      try file.addToken(of: "robot", purpose: "三", days: 367, by: Fixture.terminal)
    }
    fixture.wait(86_400)
    #expect(throws: AccessError.notSignedIn) { try file.person(ofToken: one) }
    try file.disable("robot", by: Fixture.terminal)
    #expect(throws: AccessError.notSignedIn) { try file.person(ofToken: two) }
    try file.enable("robot", by: Fixture.terminal)
    #expect(try file.person(ofToken: two).person.unit == "drc")
    #expect(try file.tokens().last?.seen == fixture.now)
    let last = try #require(try file.tokens().last).id
    try file.revokeToken(last, by: Fixture.terminal)
    // Its number is nobody's again.
    _ = try file.addToken(of: "robot", purpose: "四", days: 1, by: Fixture.terminal)
    #expect(try #require(try file.tokens().last).id > last)
    #expect(throws: AccessError.notSignedIn) { try file.person(ofToken: two) }
    for forged in ["", "tz_", String(two.dropLast()), two.uppercased()] {
      #expect(throws: AccessError.notSignedIn) { try file.person(ofToken: forged) }
    }
  }
}
