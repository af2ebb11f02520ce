import Foundation
import Ledger
import Testing

@testable import Access

/// The second factor.
@Suite struct FactorTests {
  /// RFC 6238, appendix B, cut to six digits.
  @Test(
    arguments: [
      (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
      (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ] as [(Int64, String)])
  func `验证码合乎 RFC 6238`(seconds: Int64, code: String) {
    let key = Array("12345678901234567890".utf8)
    #expect(TOTP.code(key, step: seconds / 30) == code)
  }

  @Test func `密钥每四个字母一组`() {
    #expect(
      TOTP.text(Array("12345678901234567890".utf8)) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
  }

  @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)])
  func `前后一步的验证码也认`(offset: Int64, works: Bool) {
    let key = Array("测试数据密钥".utf8)
    let now = Date(timeIntervalSince1970: 1_774_000_000)
    let present = TOTP.step(at: now)
    let code = TOTP.code(key, step: present + offset)
    #expect((TOTP.step(of: code, key, at: now, after: 0) != nil) == works)
    #expect(TOTP.step(of: code, key, at: now, after: present + offset) == nil)
  }

  private func setUp(_ fixture: Fixture) throws -> (key: [UInt8], codes: [String]) {
    let session = try fixture.session(try fixture.signIn("wei", Fixture.password))
    _ = try fixture.file.offerFactor(
      to: session, password: Fixture.password, from: "10.0.0.7")
    let key = try #require(
      try fixture.file.read { try FactorTable.stored(session.account.id, $0).offered })
    let codes = try fixture.file.confirmFactor(
      of: session, code: TOTP.code(key, step: TOTP.step(at: fixture.now)), from: "10.0.0.7")
    return (key, codes)
  }

  @Test func `恢复码有一百一十二位以上的随机`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    for code in try setUp(fixture).codes {
      let signs = OneTimeCode.normal(code)
      #expect(Double(signs.count) * log2(31) >= 112, "\(code)")
      #expect(code == code.uppercased() && signs.count == code.count { $0 != "-" })
    }
  }

  @Test func `开通后没有验证码进不来，验证码和恢复码都只能用一次`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    let (key, codes) = try setUp(fixture)
    #expect(codes.count == 10)
    #expect(throws: AccessError.signInFailed) { try fixture.signIn("wei", Fixture.password) }
    let used = TOTP.code(key, step: TOTP.step(at: fixture.now))
    #expect(throws: AccessError.signInFailed) {
      try fixture.signIn("wei", Fixture.password, code: used)
    }
    fixture.wait(30)
    let fresh = TOTP.code(key, step: TOTP.step(at: fixture.now))
    _ = try fixture.signIn("wei", Fixture.password, code: fresh)
    #expect(throws: AccessError.signInFailed) {
      try fixture.signIn("wei", Fixture.password, code: fresh)
    }
    _ = try fixture.signIn("wei", Fixture.password, code: codes[3].lowercased())
    #expect(throws: AccessError.signInFailed) {
      try fixture.signIn("wei", Fixture.password, code: codes[3])
    }
  }

  @Test func `密码错的时候验证码和恢复码用不掉`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    let (_, codes) = try setUp(fixture)
    #expect(throws: AccessError.signInFailed) {
      try fixture.signIn("wei", "Falsch-1", code: codes[0])
    }
    _ = try fixture.signIn("wei", Fixture.password, code: codes[0])
  }

  @Test(
    arguments: [
      ("administrators", true, false), ("everyone", true, true), ("nobody", false, false),
    ])
  func `设置说谁要第二重验证`(setting: String, administrator: Bool, other: Bool) throws {
    let fixture = try Fixture(factor: setting)
    let root = try fixture.person("root")
    let wei = try fixture.person("wei")
    try fixture.file.grant(
      .init(role: "system", scope: .everything), to: "root", rules: fixture.rules,
      by: Fixture.terminal)
    try fixture.file.grant(
      .init(role: "reader", scope: .everything), to: "wei", rules: fixture.rules,
      by: Fixture.terminal)
    #expect(try fixture.session(root).owes.contains(.factor) == administrator)
    #expect(try fixture.session(wei).owes.contains(.factor) == other)
  }

  @Test func `应急：去掉第二重验证，给一次性代码，直到有人记下`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    _ = try setUp(fixture)
    let code = try fixture.file.rescue("wei", reason: "手机丢了", by: Fixture.terminal)
    #expect(try fixture.session(fixture.signIn("wei", code)).owes == [.firstPassword])
    let rescue = try #require(try fixture.file.rescues().first)
    #expect((rescue.login, rescue.actor, rescue.reason) == ("wei", "root", "手机丢了"))
    try fixture.file.note(rescue: rescue.id, by: Fixture.terminal)
    #expect(try fixture.file.rescues().isEmpty)
    #expect(throws: AccessError.reasonMissing) {
      try fixture.file.rescue("wei", reason: " ", by: Fixture.terminal)
    }
  }
}
