import Foundation
import Testing

/// The server's log: a line for each request, and never what was asked.
@Suite struct AccessLogTests {
  @Test func `每个请求一行：编号、账户、路径、状态、用时；没有查询，没有路径里的名字`() throws {
    let program = try Program()
    #expect(try program.run("import", program.writeList(), "--yes", "--sender", "测试局").status == 0)
    let server = try ServingProgram(program, log: "info")
    for target in [
      "/projects?q=secret", "/projects/secret-name", "/nowhere/secret?x=secret", "/healthz",
      "/api/v1/projects?limit=1",
    ] { _ = try server.fetch("GET", target) }
    _ = try server.fetch("GET", "/projects?q=secret", ["Host": "evil.example"])
    server.signal(SIGTERM)
    let (status, notes) = server.end()
    #expect(status == 0)
    let lines = notes.compactMap { $0.firstMatch(of: /#(\d+) (\S+) (\S+) (\S+) (\d+) \d+ ms$/) }
    #expect(
      lines.map { "\($0.1) \($0.2) \($0.3) \($0.4) \($0.5)" } == [
        "1 - GET /projects 200", "2 - GET /projects/{project} 404", "3 - GET - 404",
        "4 - GET /healthz 200", "5 - GET /api/v1/projects 200", "6 - GET /projects 421",
      ])
    #expect(!notes.joined().contains("secret"))
  }

  @Test func `登录的人记账户，门口答的也记`() throws {
    let program = try Program()
    #expect(try program.run("import", program.writeList(), "--yes", "--sender", "测试局").status == 0)
    let code = try program.run("user", "add", "wei", "--name", "韦某").lines[0]
    let server = try ServingProgram(program, log: "info")
    let form = [
      "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin",
    ]
    let signedIn = try server.fetch(
      "POST", "/sign-in", form, body: "login=wei&password=\(code)")
    #expect(signedIn.status == 303)
    let cookie = try #require(
      signedIn.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
    // A password is owed: whatever else is asked the door answers.
    #expect(try server.fetch("GET", "/projects", ["Cookie": cookie]).status == 303)
    #expect(try server.fetch("GET", "/projects").status == 303)
    #expect(try server.fetch("POST", "/sign-out", ["Cookie": cookie]).status == 403)
    server.signal(SIGTERM)
    let lines = server.end().notes.compactMap {
      $0.firstMatch(of: /#\d+ (\S+ \S+ \S+ \d+) \d+ ms$/).map { String($0.1) }
    }
    #expect(
      lines == [
        "- POST /sign-in 303", "wei GET /projects 303", "- GET /projects 303",
        "wei POST /sign-out 403",
      ])
  }
}
