import Foundation
import Testing

@testable import Access

/// The door: what is let in, how it is slowed down, and that it tells nothing.
@Suite struct SignInTests {
  @Test func `没有的登录名、错的密码、停用的账户，回答一样，散列的次数也一样`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    try fixture.person("off")
    try fixture.file.disable("off", by: Fixture.terminal)
    _ = try fixture.file.addAccount(
      "robot", name: "接口", unit: nil, kind: .machine, by: Fixture.terminal)
    for (login, password) in [
      ("wei", "Falsch-1"), ("niemand", "Falsch-1"), ("off", Fixture.password), ("robot", ""),
      ("robot", "Falsch-1"), ("", ""), ("wei", String(repeating: "x", count: 100_000)),
    ] {
      let before = fixture.file.hasher.count
      #expect(throws: AccessError.signInFailed) { try fixture.signIn(login, password) }
      #expect(fixture.file.hasher.count == before + 1, "\(login)")
    }
  }

  @Test func `登录名不分大小写，密码分`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    _ = try fixture.signIn(" WEI ", Fixture.password)
    #expect(throws: AccessError.signInFailed) {
      try fixture.signIn("wei", Fixture.password.lowercased())
    }
  }

  @Test func `同一名字同一地址错五次等一分钟，再错加倍，至多三十分钟；别处不等`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    for _ in 1...5 {
      #expect(throws: AccessError.signInFailed) { try fixture.signIn("wei", "Falsch-1") }
    }
    for minutes in [1.0, 2, 4, 8, 16, 30, 30] {
      let until = fixture.now + minutes * 60
      let hashes = fixture.file.hasher.count
      #expect(throws: AccessError.tooManyFailures(until: until)) {
        try fixture.signIn("wei", Fixture.password)
      }
      #expect(fixture.file.hasher.count == hashes)
      _ = try fixture.signIn("wei", Fixture.password, from: "10.0.0.8")
      fixture.wait(minutes * 60 - 1)
      #expect(throws: AccessError.self) { try fixture.signIn("wei", "Falsch-1") }
      fixture.wait(1)
      #expect(throws: AccessError.signInFailed) { try fixture.signIn("wei", "Falsch-1") }
    }
    fixture.wait(30 * 60)
    _ = try fixture.signIn("wei", Fixture.password)
    #expect(throws: AccessError.signInFailed) { try fixture.signIn("wei", "Falsch-1") }
  }

  @Test func `每分钟一千次错误密码，一个名字一个地址至多散列十次`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    let before = fixture.file.hasher.count
    for _ in 1...1_000 {
      #expect(throws: AccessError.self) { try fixture.signIn("wei", "Falsch-1") }
      fixture.wait(0.06)
    }
    #expect(fixture.file.hasher.count - before <= 10)
  }

  @Test func `同时来的许多次不多过先后来的`() async throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    let before = fixture.file.hasher.count
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...40 { group.addTask { _ = try? fixture.signIn("wei", "Falsch-1") } }
    }
    #expect(fixture.file.hasher.count - before == 5)
  }

  @Test func `每次尝试都有一行审计，不写密码，也不写没有的登录名`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    let count = try fixture.audit().count
    #expect(throws: AccessError.self) { try fixture.signIn("wei", "Falsch-1") }
    #expect(throws: AccessError.self) { try fixture.signIn("mein-passwort-1", "Falsch-1") }
    _ = try fixture.signIn("wei", Fixture.password)
    #expect(
      try fixture.audit().dropFirst(count) == ["sign-in failed", "sign-in failed", "sign-in done"])
    let lines = try fixture.file.lines(AuditQuestion(limit: 1_000))
    #expect(!lines.contains { "\($0)".contains("Falsch") || "\($0)".contains("mein-passwort") })
    #expect(!lines.contains { "\($0)".contains(Fixture.password) })
  }

  @Test func `一段地址里换着地址猜，猜到二十五次也等；别的段不等；重新打开也还等`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    for last in 1...25 {
      #expect(throws: AccessError.signInFailed) {
        try fixture.signIn("wei", "不对", from: "10.7.7.\(last)")
      }
      fixture.wait(70)
    }
    for last in 1...25 {
      #expect(throws: AccessError.signInFailed) {
        try fixture.signIn("wei", "不对", from: "2001:db8:7:\(last)::1")
      }
      fixture.wait(1)
    }
    for address in ["10.7.7.200", "2001:db8:7:99::1"] {
      _ = try? fixture.signIn("wei", "不对", from: address)
    }
    for address in ["10.7.7.201", "2001:db8:7:98::1"] {
      #expect {
        try fixture.signIn("wei", Fixture.password, from: address)
      } throws: { if case AccessError.tooManyFailures = $0 { true } else { false } }
    }
    #expect(throws: Never.self) { try fixture.signIn("wei", Fixture.password, from: "10.7.8.1") }
    let now = fixture.now
    let again = try AccessFile.open(
      beside: fixture.folder.appending(path: "ledger.sqlite").path, hasher: fixture.file.hasher,
      now: { now })
    #expect {
      try again.signIn(
        Credentials(login: "wei", password: Fixture.password, code: ""), rules: fixture.rules,
        from: SessionPlace(address: "10.7.7.202", browser: ""))
    } throws: { if case AccessError.tooManyFailures = $0 { true } else { false } }
    try again.close()
  }

  @Test func `一个地址换着名字猜，猜到二十个就等；在那里登录过的人不受影响`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    try fixture.person("li")
    _ = try fixture.signIn("wei", Fixture.password)
    fixture.wait(120)
    for number in 1...20 {
      #expect(throws: AccessError.signInFailed) { try fixture.signIn("guess\(number)", "x") }
      // Somebody who gets in over and over makes no room for more guesses.
      _ = try fixture.signIn("wei", Fixture.password)
    }
    for name in ["guess21", "nobody"] {
      #expect {
        try fixture.signIn(name, "x")
      } throws: { if case AccessError.tooManyFailures = $0 { true } else { false } }
    }
    _ = try fixture.signIn("wei", Fixture.password)
    fixture.wait(61)
    _ = try fixture.signIn("li", Fixture.password)
  }
}
