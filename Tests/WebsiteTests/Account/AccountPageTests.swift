import Foundation
import Ledger
import Testing

@testable import Access
@testable import Website

/// 我的账户.
@Suite struct AccountPageTests {
  @Test func `自己的会话看得到，能结束一个或其他全部`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let cookies = try (1...3).map { _ in try site.signIn("wei") }
    let page = site.get("/account", cookie: cookies[0])
    #expect(page.text.components(separatedBy: "10.0.0.7").count >= 4)
    let ends = page.text.matches(of: /\/account\/sessions\/(\d+)\/end/).map { String($0.output.0) }
    _ = site.post(ends[0], cookie: cookies[0])
    #expect(site.get("/account", cookie: cookies[2]).status == 303)
    #expect(site.get("/account", cookie: cookies[1]).status == 200)
    _ = site.post("/account/sessions/end", cookie: cookies[0])
    #expect(site.get("/account", cookie: cookies[1]).status == 303)
    #expect(site.get("/account", cookie: cookies[0]).status == 200)
  }

  @Test func `开通第二重验证：密钥四个一组，恢复码只显示一次`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let cookie = try site.signIn("wei")
    let wrong = site.post(
      "/account/factor", ["act": "offer", "password": "Falsch-1"], cookie: cookie)
    #expect(wrong.status == 422)
    _ = site.post(
      "/account/factor", ["act": "offer", "password": AccountSite.password], cookie: cookie)
    let page = site.get("/account/factor", cookie: cookie).text
    let text = try #require(page.firstMatch(of: /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/)).output
    let account = try site.access.account("wei")
    let key = try #require(
      try site.access.read { try FactorTable.stored(account.id, $0).offered })
    #expect(TOTP.text(key) == text)
    let refused = site.post("/account/factor", ["act": "confirm", "code": "000"], cookie: cookie)
    #expect(refused.status == 422)
    let code = TOTP.code(key, step: TOTP.step(at: site.clock.now))
    let done = site.post("/account/factor", ["act": "confirm", "code": code], cookie: cookie)
    #expect(done.text.matches(of: /([A-Z2-9]{4}-){5}[A-Z2-9]{4}/).count == 10)
    #expect(!site.get("/account/factor", cookie: cookie).text.contains(text))
    #expect(site.post("/sign-in", site.signInForm("wei")).status == 422)
    site.clock.wait(30)
    let next = TOTP.code(key, step: TOTP.step(at: site.clock.now))
    let form = site.signInForm("wei").setting("code", to: next)
    #expect(site.post("/sign-in", form).status == 303)
  }

  @Test func `退出后旧页面不再显示，浏览器的缓存也清掉`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let cookie = try site.signIn("wei")
    #expect(site.get("/projects", cookie: cookie)["Cache-Control"] == "no-store")
    let out = site.post("/sign-out", cookie: cookie)
    #expect(out["Location"] == "/sign-in")
    #expect(out["Set-Cookie"]?.contains("Max-Age=0") == true)
    // What was typed and not saved is kept by the browser as well.
    #expect(out["Clear-Site-Data"] == "\"cache\", \"storage\"")
    #expect(site.get("/projects", cookie: cookie).status == 303)
  }
}
