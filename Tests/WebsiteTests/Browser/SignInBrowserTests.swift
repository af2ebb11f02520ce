import Foundation
import Ledger
import Operations
import Testing

@testable import Access
@testable import Website

/// Signing in with a real browser (`signin.py`), where chromium and selenium are there.
@Suite(.serialized) struct SignInBrowserTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "signin.py").path

  @Test func `从一次性代码到退出，没有脚本、只用键盘也走得通`() async throws {
    let site = try TestSite()
    let access = try AccessFile.open(
      beside: site.operations.path,
      hasher: PasswordHasher(cost: PasswordHasher.Cost(rounds: 4, block: 8, lanes: 1)),
      beginning: { 0 })
    let code = try #require(
      try access.addAccount(
        "wei", name: "韦某", unit: nil, kind: .person, by: AccountSite.terminal))
    try access.grant(
      Grant(role: "promotion", scope: .everything), to: "wei",
      rules: AccessRules(try site.operations.catalogue()), by: AccountSite.terminal)
    try access.close()
    let operations = LedgerOperations(path: site.operations.path, actor: "测试员")
    try await RunningServer.with(operations) { port in
      let seen = try ServerScript.seen(
        Self.script, [String(port), "wei", code, AccountSite.password])
      if let absent = seen["absent"] {
        print("SignInBrowserTests did not run: \(absent) is not installed")
        return
      }
      for (step, expected) in [
        "door": "/sign-in", "first": "/account/password", "account": "我的账户",
        "out": "/sign-in", "back": "登录台账", "next": "/projects", "focus": "login",
      ] {
        #expect(seen[step] as? String == expected, "\(step)")
      }
      #expect((seen["wrong"] as? String)?.contains("不对") == true)
      #expect((seen["faults"] as? [String] ?? ["?"]).isEmpty, "\(seen["faults"] ?? "")")
      let cookie = (seen["cookie"] as? [[String: Any]])?.first ?? [:]
      #expect(cookie["name"] as? String == "taizhang")
      #expect(cookie["httpOnly"] as? Bool == true)
      #expect(cookie["sameSite"] as? String == "Lax")
    }
  }
}
