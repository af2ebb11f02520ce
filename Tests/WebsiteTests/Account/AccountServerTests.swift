import Foundation
import Ledger
import Operations
import TestSupport
import Testing

@testable import Access
@testable import Website

/// The door over a real socket: bytes as an attacker writes them.
@Suite(.serialized) struct AccountServerTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Support/exchange.py").standardized.path

  /// The answer to bytes that are sent.
  private static func send(_ port: Int, _ head: String, body: String = "") throws -> String {
    struct Exchange: Decodable { let answer: String }
    let bytes = (head + #"\r\n"# + body).replacing("PORT", with: String(port))
    return try JSONDecoder().decode(
      Exchange.self, from: ServerScript.answer(script, [String(port), "60", bytes])
    ).answer
  }

  private static let host = #"Host: 127.0.0.1:PORT\r\n"#

  private static func form(_ body: String, _ headers: String = "") -> (head: String, body: String) {
    (
      #"POST /sign-in HTTP/1.1\r\n"# + host + #"Sec-Fetch-Site: same-origin\r\n"#
        + #"Content-Type: application/x-www-form-urlencoded\r\n"# + headers
        + #"Content-Length: \#(body.utf8.count)\r\n"#, body
    )
  }

  @Test func `偷来的、固定的、编的 cookie，伪造的令牌和网关头，别处的提交，塞进来的头，都进不来`() async throws {
    let site = try TestSite()
    let access = try AccessFile.open(
      beside: site.operations.path,
      hasher: PasswordHasher(cost: PasswordHasher.Cost(rounds: 4, block: 8, lanes: 1)),
      beginning: { 0 })
    let rules = AccessRules(try site.operations.catalogue())
    let code = try #require(
      try access.addAccount(
        "wei", name: "韦某", unit: nil, kind: .person, by: AccountSite.terminal))
    let place = SessionPlace(address: "127.0.0.1", browser: "")
    let first = try access.signIn(
      Credentials(login: "wei", password: code, code: ""), rules: rules, from: place)
    let session = try #require(
      try access.session(ofCookie: first, isActivity: true, rules: rules))
    let cookie = try access.setPassword(
      of: session, old: "", new: AccountSite.password, rules: rules, from: place)
    try access.grant(
      Grant(role: "promotion", scope: .everything), to: "wei", rules: rules,
      by: AccountSite.terminal)
    try access.close()
    try await RunningServer.with(LedgerOperations(path: site.operations.path, actor: "测试员")) {
      port in
      func get(_ headers: String) throws -> String {
        try Self.send(port, #"GET /account HTTP/1.1\r\n"# + Self.host + headers)
      }
      #expect(try get(#"Cookie: taizhang=\#(cookie)\r\n"#).contains(" 200 "))
      for headers in [
        "", #"Cookie: taizhang=\#(first)\r\n"#, #"Cookie: __Host-taizhang=\#(cookie)\r\n"#,
        #"Cookie: taizhang=x; taizhang=\#(cookie)\r\n"#,
        #"Cookie: taizhang=\#(cookie)\r\nCookie: taizhang=\#(cookie)\r\n"#,
        #"X-User: wei\r\n"#, #"X-Forwarded-User: wei\r\n"#, #"Remote-User: wei\r\n"#,
      ] {
        let answer = try get(headers)
        #expect(answer.contains(" 303 "), "\(headers)")
        #expect(!answer.contains("韦某"), "\(headers)")
      }
      #expect(try get(#"Authorization: Bearer tz_forged\r\n"#).contains(" 401 "))
      for (origin, status) in [
        (#"Sec-Fetch-Site: cross-site\r\n"#, " 403 "), (#"Origin: null\r\n"#, " 403 "),
        (#"Origin: http://evil.example\r\n"#, " 403 "), ("", " 403 "),
      ] {
        let answer = try Self.send(
          port,
          #"POST /sign-out HTTP/1.1\r\n"# + Self.host + #"Cookie: taizhang=\#(cookie)\r\n"# + origin
            + #"Content-Length: 0\r\n"#)
        #expect(answer.contains(status), "\(origin)")
      }
      #expect(try get(#"Cookie: taizhang=\#(cookie)\r\n"#).contains(" 200 "))
      // What is typed becomes no header and leads nowhere else.
      for next in ["%0d%0aSet-Cookie:%20x=1", "/%0d%0aX-Evil:%201", "//evil.example", "/%5Cevil"] {
        let sent = Self.form("login=wei&password=\(AccountSite.password)&next=\(next)")
        let answer = try Self.send(port, sent.head, body: sent.body)
        #expect(answer.contains(" 303 "), "\(next)")
        let head = answer.components(separatedBy: "\r\n\r\n")[0].lowercased()
        #expect(!head.contains("x-evil") && !head.contains("x=1") && !head.contains("evil.example"))
        #expect(head.contains("location: /account/home"), "\(next)")
      }
      let bad = try Self.send(
        port, #"GET /account HTTP/1.1\r\n"# + Self.host + #"Cookie: a\x00b\r\n"#)
      #expect(!bad.contains(" 200 "))
    }
    let noted = try AccessFile.open(beside: site.operations.path)
    let lines = try noted.lines(AuditQuestion(limit: 1_000)).map {
      "\($0.line.act) \($0.line.result)"
    }
    for line in ["refused session", "refused token", "refused next", "signIn done"] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(lines.contains { $0 == "refused foreign page" || $0 == "refused foreignPage" })
    #expect(try noted.auditFaults().isEmpty)
    try noted.close()
  }
}
