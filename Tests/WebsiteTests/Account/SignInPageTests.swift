import Ledger
import Operations
import Testing

@testable import Access
@testable import Website

/// The door in front of the pages.
@Suite struct SignInPageTests {
  @Test func `没有账户时和从前一样，有了第一个账户就要登录`() throws {
    let base = try TestSite()
    #expect(base.site.answer(request(base, "/projects")).status == 200)
    #expect(base.site.answer(request(base, "/sign-in")).status == 303)
    let access = try AccessFile.open(beside: base.operations.path, beginning: { 0 })
    #expect(base.site.answer(request(base, "/projects")).status == 200)
    _ = try access.addAccount(
      "robot", name: "接口", unit: nil, kind: .machine, by: AccountSite.terminal)
    #expect(base.site.answer(request(base, "/projects")).status == 303)
    try access.close()
  }

  private func request(_ site: TestSite, _ target: String) -> WebRequest {
    var request = WebRequest(method: "GET", target: target) ?? WebRequest(path: ["?"])
    request.source.host = "127.0.0.1:\(TestSite.port)"
    return request
  }

  @Test func `没有登录，除了静态文件、登录和帮助，什么也看不到`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    for route in Routes.all where !route.isOpen {
      if route.lane == .watching {
        #expect(site.get(route.pattern).status == 403, "\(route.pattern)")
        continue
      }
      let target = route.pattern.replacing("{", with: "").replacing("}", with: "")
      let answer =
        route.method == .get ? site.get(target) : site.post(target)
      let isPage = route.method == .get && !target.hasPrefix("/api")
      #expect(answer.status == (isPage ? 303 : 401), "\(route.method) \(target)")
      if isPage {
        #expect(answer["Location"]?.hasPrefix("/sign-in") == true, "\(target)")
      }
      #expect(answer["Content-Security-Policy"] == SecurityHeaders.policy)
    }
    for target in ["/sign-in", "/help", site.site.files.styles.text] {
      let answer = site.get(target)
      #expect(answer.status == 200, "\(target)")
      #expect(!answer.text.contains("号凭证"), "\(target)")
    }
  }

  @Test func `登录后回到要去的地方，cookie 只给浏览器自己`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let asked = site.get("/projects?chain=%E6%96%B0%E8%83%BD%E6%BA%90")
    let next = try #require(asked["Location"])
    #expect(site.get(next).text.contains("回到刚才要看的页面"))
    let answer = site.post(
      "/sign-in", site.signInForm("wei", next: "/projects?chain=%E6%96%B0%E8%83%BD%E6%BA%90"))
    #expect(answer.status == 303)
    #expect(answer["Location"] == "/projects?chain=%E6%96%B0%E8%83%BD%E6%BA%90")
    let cookie = try #require(answer["Set-Cookie"])
    #expect(cookie.hasPrefix("taizhang="))
    #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
    #expect(site.get("/projects", cookie: AccountSite.cookie(of: answer)).status == 200)
  }

  @Test func `TLS 下 cookie 用 __Host- 名，另一个名字不认`() throws {
    let site = try AccountSite(isSecure: true)
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let answer = site.post("/sign-in", site.signInForm("wei"))
    let cookie = try #require(answer["Set-Cookie"])
    #expect(cookie.hasPrefix("__Host-taizhang="))
    #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
    let sent = try #require(AccountSite.cookie(of: answer))
    #expect(site.get("/projects", cookie: sent).status == 200)
    let renamed = sent.replacing("__Host-", with: "")
    #expect(site.get("/projects", cookie: renamed).status == 303)
    #expect(site.get("/projects", cookie: sent + "; " + sent).status == 303)
  }

  @Test(
    arguments: [
      "//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil.example",
      "javascript:alert(1)", "/%2F/evil.example", "evil.example", "/nowhere/at/all",
      "/projects\r\nSet-Cookie: x=1", "//evil.example/projects", "/../..//evil.example",
    ])
  func `登录后不去别处，去别处的尝试有记录`(next: String) throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let count = try site.audit().count
    let answer = site.post("/sign-in", site.signInForm("wei", next: next))
    let place = try #require(answer["Location"])
    #expect(place == "/account/home" || place.hasPrefix("/projects"))
    #expect(!place.contains("evil") && !place.contains("\n"))
    #expect(answer["Set-Cookie"]?.contains("\n") == false)
    if place == "/account/home" {
      #expect(try site.audit(after: count).first?.hasPrefix("refused next") == true)
    }
  }

  @Test func `错的密码和没有的名字看到同一页，锁住的说到几时`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let wrong = site.post("/sign-in", site.signInForm("wei", "Falsch-1"))
    let nobody = site.post("/sign-in", site.signInForm("nie", "Falsch-1"))
    #expect(wrong.status == 422)
    // The minute of printing may change between the two.
    let minute = /\d\d:\d\d/
    #expect(
      wrong.text.replacing("wei", with: "nie").replacing(minute, with: "")
        == nobody.text.replacing(minute, with: ""))
    for _ in 1...4 { _ = site.post("/sign-in", site.signInForm("wei", "Falsch-1")) }
    let locked = site.post("/sign-in", site.signInForm("wei"))
    #expect(locked.status == 429)
    #expect(locked["Retry-After"] == "60")
    #expect(locked["Set-Cookie"] == nil)
    let elsewhere = site.post("/sign-in", site.signInForm("wei")) { $0.source.address = "10.0.0.8" }
    #expect(elsewhere.status == 303)
  }

  @Test func `偷来的、过期的、固定的、编的 cookie 都进不来，每次都有记录`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    // A value that somebody sets before signing in is not the session's afterwards.
    let fixed = "taizhang=" + String(repeating: "A", count: 43)
    let answer = site.post("/sign-in", site.signInForm("wei"), cookie: fixed)
    let cookie = try #require(AccountSite.cookie(of: answer))
    #expect(cookie != fixed)
    #expect(site.get("/projects", cookie: cookie).status == 200)
    let count = try site.audit().count
    var tries = 0
    for bad in [
      fixed, cookie + "A", cookie.lowercased(), "taizhang=", "taizhang=' OR 1=1 --",
    ] {
      #expect(site.get("/projects", cookie: bad).status == 303)
      tries += 1
    }
    _ = site.post("/sign-out", cookie: cookie)
    #expect(site.get("/projects", cookie: cookie).status == 303)
    tries += 1
    let late = try site.signIn("wei")
    site.clock.wait(30 * 60)
    #expect(site.get("/projects", cookie: late).status == 303)
    tries += 1
    let lines = try site.audit(after: count).filter { $0.hasPrefix("refused session") }
    #expect(lines.count == tries)
  }

  @Test func `登录了的提交只能从台账的页面来`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let cookie = try site.signIn("wei")
    let count = try site.audit().count
    let foreign: [(String?, String?)] = [
      (nil, nil), (nil, "null"), (nil, "http://evil.example"), ("cross-site", nil),
      ("same-site", nil), ("none", nil), ("cross-site", "http://127.0.0.1:8080"),
    ]
    for (site0, origin) in foreign {
      for target in ["/account/sessions/end", "/projects/1/edit", "/sign-out"] {
        let answer = site.post(target, cookie: cookie) { request in
          (request.source.fetchSite, request.source.origin) = (site0, origin)
        }
        #expect(answer.status == 403, "\(target) \(site0 ?? "-") \(origin ?? "-")")
      }
    }
    #expect(try site.audit(after: count).count { $0.hasPrefix("refused foreignPage") } == 21)
    #expect(site.get("/account", cookie: cookie).status == 200)
  }

  @Test func `自己轮询的页面不让会话活下去`() throws {
    let site = try AccountSite()
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    let cookie = try site.signIn("wei")
    for _ in 1...5 {
      site.clock.wait(6 * 60 - 1)
      _ = site.get("/imports/1/state", cookie: cookie)
    }
    site.clock.wait(5)
    #expect(site.get("/projects", cookie: cookie).status == 303)
  }

  @Test func `第一次登录先设密码，别的页面都转到那里`() throws {
    let site = try AccountSite()
    let code = try #require(
      try site.access.addAccount(
        "wei", name: "韦某", unit: nil, kind: .person, by: AccountSite.terminal))
    let cookie = try #require(
      AccountSite.cookie(of: site.post("/sign-in", site.signInForm("wei", code))))
    for target in ["/", "/projects", "/account", "/account/factor"] {
      #expect(site.get(target, cookie: cookie)["Location"] == "/account/password")
    }
    let weak = site.post(
      "/account/password", ["new": "liuzhou1", "again": "liuzhou1"], cookie: cookie)
    #expect(weak.status == 422)
    #expect(weak.text.contains("至少要有 3 种"))
    #expect(!weak.text.contains("liuzhou1"))
    let done = site.post(
      "/account/password", ["new": "Kite7-Blau", "again": "Kite7-Blau"], cookie: cookie)
    let renewed = try #require(AccountSite.cookie(of: done))
    #expect(renewed != cookie)
    #expect(site.get("/account", cookie: renewed).status == 200)
    #expect(site.get("/account", cookie: cookie).status == 303)
  }

  @Test func `每秒五十次以后令牌要等，错的令牌有记录`() throws {
    let site = try AccountSite()
    let token = try site.machine("robot", Grant(role: "promotion", scope: .everything))
    let count = try site.audit().count
    func ask(_ authorization: String) -> WebResponse {
      site.get("/projects") { $0.source.authorization = authorization }
    }
    #expect(ask("Bearer \(token)").status == 200)
    for bad in ["Bearer x", "Basic \(token)", token, "Bearer \(token)x", "Bearer"] {
      let answer = ask(bad)
      #expect(answer.status == 401, "\(bad)")
      #expect(answer["WWW-Authenticate"] == "Bearer")
    }
    #expect(try site.audit(after: count).count { $0.hasPrefix("refused token") } == 5)
    let pace = TokenPace()
    let now = ContinuousClock.now
    #expect((0..<60).count { _ in pace.allows(1, at: now) } == 50)
    #expect(pace.allows(2, at: now))
    #expect((0..<60).count { _ in pace.allows(1, at: now + .milliseconds(500)) } == 25)
  }

  @Test func `网关说的用户只在本机套接字上信`() throws {
    let site = try AccountSite(userHeader: "X-User")
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    func ask(_ user: String, onSocket: Bool, header: String = "X-User") -> Int {
      site.get("/projects") { request in
        request.source.isOnSocket = onSocket
        request.source.headers[header.lowercased()] = user
      }.status
    }
    #expect(ask("wei", onSocket: true) == 200)
    #expect(ask("WEI", onSocket: true) == 200)
    #expect(ask("wei", onSocket: false) == 303)
    #expect(ask("wei", onSocket: true, header: "X-Other") == 303)
    for user in ["nie", "wei, wei", ""] { #expect(ask(user, onSocket: true) != 200) }
    try site.access.disable("wei", by: AccountSite.terminal)
    #expect(ask("wei", onSocket: true) == 403)
  }
}
