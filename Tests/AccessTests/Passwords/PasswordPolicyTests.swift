import Testing

@testable import Access

/// What a password must be, under either standard.
@Suite struct PasswordPolicyTests {
  private static let words = ["柳州", "liuzhou", "taizhang", "wei", "韦某", "shitouziju"]

  private func faults(_ policy: PasswordPolicy, _ password: String) -> [PasswordFault] {
    policy.faults(of: password, words: Self.words)
  }

  @Test(
    arguments: [
      ("Kite7-Blau", []), ("kite7blau", [.tooFewKinds(3)]), ("Kt7-b", [.tooShort(minimum: 8)]),
      ("kiteblauregen", [.tooFewKinds(3)]), ("KiteBlau77", []), ("雨中蓝风筝Kite7", []),
      ("Password123!", [.common]), ("P@ssw0rd", [.common]), ("Qwer1234", [.common]),
      ("Liuzhou@2026", [.common, .ownWords]), ("Taizhang_88", [.common, .ownWords]),
      ("Wei@19870101", [.ownWords]), ("Shitouziju1!", [.ownWords]), ("柳州Lz2026!", [.ownWords]),
      (String(repeating: "Ab3-xyzw", count: 16), []),
      (String(repeating: "Ab3-xyzw", count: 16) + "q", [.tooLong(maximum: 128)]),
    ] as [(String, [PasswordFault])])
  func `等保：至少八个字符三种，常见的和本地的词不行`(password: String, expected: [PasswordFault]) {
    #expect(faults(.dengbao, password) == expected)
  }

  @Test(
    arguments: [
      ("correct horse battery", []), ("雨中的蓝色风筝飞过了江边的老桥吧", []), ("kite blau regen", []),
      ("Kite7-Blau-1234", []), ("Kite7-Blau-123", [.tooShort(minimum: 15)]),
      ("aaaaaaaaaaaaaaaaa", [.common]), ("liuzhouliuzhouliuzhou", [.ownWords]),
    ] as [(String, [PasswordFault])])
  func `ASVS：至少十五个字符，种类不限`(password: String, expected: [PasswordFault]) {
    #expect(faults(.asvs, password) == expected)
  }

  @Test func `最常见的密码至少有三千个，大小写和前后的数字不算变化`() {
    #expect(CommonPasswords.count >= 3_000)
    for password in ["123456", "Woaini1314", "WOAINI", "!Qaz@Wsx", "Admin@123456", "Dragon!2024"] {
      #expect(CommonPasswords.contain(password), "\(password)")
    }
    for password in ["Kite7-Blau-Regen", "7gL!x9mR", "tz-Nebel-Uhr-41"] {
      #expect(!CommonPasswords.contain(password), "\(password)")
    }
  }
}
