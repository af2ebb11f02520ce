import Foundation
import Testing

@testable import Access

/// Passwords as accounts have them.
@Suite struct PasswordTests {
  @Test func `第一次登录用一次性代码，只能用一次，然后先设密码`() throws {
    let fixture = try Fixture()
    let code = try #require(
      try fixture.file.addAccount(
        "wei", name: "韦某", unit: nil, kind: .person, by: Fixture.terminal))
    let cookie = try fixture.signIn("wei", code.lowercased().replacing("-", with: " "))
    #expect(try fixture.session(cookie).owes == [.firstPassword])
    #expect(throws: AccessError.signInFailed) { try fixture.signIn("wei", code) }
    let next = try fixture.file.setPassword(
      of: try fixture.session(cookie), old: "", new: Fixture.password, rules: fixture.rules,
      from: Fixture.place)
    #expect(try fixture.session(next).owes.isEmpty)
    #expect(next != cookie)
    #expect(try !fixture.hasSession(cookie))
  }

  @Test func `一次性代码三十分钟后作废`() throws {
    let fixture = try Fixture()
    for (seconds, works) in [(29.0 * 60, true), (30.0 * 60, false)] {
      let login = "wei\(Int(seconds))"
      let code = try #require(
        try fixture.file.addAccount(
          login, name: "韦某", unit: nil, kind: .person, by: Fixture.terminal))
      fixture.wait(seconds)
      if works {
        _ = try fixture.signIn(login, code)
      } else {
        #expect(throws: AccessError.signInFailed) { try fixture.signIn(login, code) }
      }
    }
  }

  @Test func `重设后原来的密码和会话都作废，谁也不知道新密码`() throws {
    let fixture = try Fixture()
    let cookie = try fixture.person("wei")
    let code = try fixture.file.reset("wei", by: Fixture.terminal)
    #expect(try !fixture.hasSession(cookie))
    #expect(throws: AccessError.signInFailed) { try fixture.signIn("wei", Fixture.password) }
    _ = try fixture.signIn("wei", code)
  }

  @Test func `等保：最近五个密码不能再用，九十天要换`() throws {
    let fixture = try Fixture()
    var cookie = try fixture.person("wei", password: "Kite0-Blau-Regen")
    for number in 1...5 {
      cookie = try fixture.file.setPassword(
        of: try fixture.session(cookie), old: "Kite\(number - 1)-Blau-Regen",
        new: "Kite\(number)-Blau-Regen", rules: fixture.rules, from: Fixture.place)
    }
    let session = try fixture.session(cookie)
    for number in 1...5 {
      #expect(throws: AccessError.unsuitablePassword([.repeated(of: 5)])) {
        try fixture.file.setPassword(
          of: session, old: "Kite5-Blau-Regen", new: "Kite\(number)-Blau-Regen",
          rules: fixture.rules, from: Fixture.place)
      }
    }
    cookie = try fixture.file.setPassword(
      of: session, old: "Kite5-Blau-Regen", new: "Kite0-Blau-Regen", rules: fixture.rules,
      from: Fixture.place)
    fixture.wait(90 * 86_400 - 1)
    #expect(try fixture.session(fixture.signIn("wei", "Kite0-Blau-Regen")).owes.isEmpty)
    fixture.wait(1)
    let late = try fixture.session(fixture.signIn("wei", "Kite0-Blau-Regen"))
    #expect(late.owes == [.newPassword])
  }

  @Test func `ASVS：密码不过期`() throws {
    let fixture = try Fixture(policy: "asvs")
    try fixture.person("wei")
    fixture.wait(1_000 * 86_400)
    #expect(try fixture.session(fixture.signIn("wei", Fixture.password)).owes.isEmpty)
  }

  @Test func `改密码要先说出现在的密码，说错五次要等`() throws {
    let fixture = try Fixture()
    let cookie = try fixture.person("wei")
    for _ in 1...5 {
      #expect(throws: AccessError.wrongPassword) {
        try fixture.file.setPassword(
          of: try fixture.session(cookie), old: "Falsch-1", new: "Kite8-Blau-Regen",
          rules: fixture.rules, from: Fixture.place)
      }
    }
    #expect(throws: AccessError.tooManyFailures(until: fixture.now + 60)) {
      try fixture.file.setPassword(
        of: try fixture.session(cookie), old: Fixture.password, new: "Kite8-Blau-Regen",
        rules: fixture.rules, from: Fixture.place)
    }
  }

  @Test func `存下来的只有散列，每次不同`() throws {
    let hasher = PasswordHasher(cost: PasswordHasher.Cost(rounds: 4, block: 8, lanes: 1))
    let one = try hasher.hash("Kite7-Blau")
    #expect(try one != hasher.hash("Kite7-Blau"))
    #expect(!one.contains("Kite"))
    #expect(try hasher.fits("Kite7-Blau", one))
    #expect(try !hasher.fits("Kite7-Blaw", one))
    #expect(PasswordHasher.Cost.standard == PasswordHasher.Cost(rounds: 15, block: 8, lanes: 3))
  }
}
