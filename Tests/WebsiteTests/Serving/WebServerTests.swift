import Foundation
import Testing

@testable import Operations
@testable import Website

/// The server over a socket.
@Suite(.serialized) struct WebServerTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Support/exchange.py").standardized.path

  /// What comes back for bytes that are sent.
  private struct Exchange: Decodable, Sendable {
    let answer: String
    let sent: Int
    let closed: Bool

    var status: Int { Int(answer.split(separator: " ").dropFirst().first ?? "") ?? 0 }

    func header(_ name: String) -> String? {
      let head = answer.prefix(while: { _ in true }).components(separatedBy: "\r\n\r\n").first ?? ""
      return head.components(separatedBy: "\r\n").first {
        $0.lowercased().hasPrefix(name.lowercased() + ":")
      }?.split(separator: ":", maxSplits: 1).last.map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  private static func send(
    _ port: Int, _ head: String, body: Int = 0, dripping: String = "", seconds: Int = 20
  ) throws -> Exchange {
    let head = head.replacing("PORT", with: String(port))
    return try JSONDecoder().decode(
      Exchange.self,
      from: ServerScript.answer(
        script, [String(port), String(seconds), head, String(body), dripping]))
  }

  private static let host = #"Host: 127.0.0.1:PORT\r\n"#

  @Test func `Pages, refusals and faults come with the headers of all`() async throws {
    try await RunningServer.with(try TestSite()) { port in
      for (head, status) in [
        (#"GET /projects HTTP/1.1\r\n"# + Self.host + #"\r\n"#, 200),
        (#"HEAD /projects HTTP/1.1\r\n"# + Self.host + #"\r\n"#, 200),
        (#"GET /nowhere HTTP/1.1\r\n"# + Self.host + #"\r\n"#, 404),
        (#"TRACE /projects HTTP/1.1\r\n"# + Self.host + #"\r\n"#, 405),
        (#"PUT /projects HTTP/1.1\r\n"# + Self.host + #"Content-Length: 0\r\n\r\n"#, 405),
        (#"GET /projects HTTP/1.1\r\nHost: evil.example\r\n\r\n"#, 421),
        (#"GET /projects HTTP/1.1\r\n\r\n"#, 421),
        (#"POST /samples HTTP/1.1\r\n"# + Self.host + #"Content-Length: 0\r\n\r\n"#, 403),
        (#"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n"# + Self.host + #"\r\n"#, 404),
      ] {
        let exchange = try Self.send(port, head)
        #expect(exchange.status == status, "\(head)")
        #expect(exchange.header("Content-Security-Policy") == SecurityHeaders.policy, "\(head)")
        #expect(exchange.header("X-Content-Type-Options") == "nosniff", "\(head)")
        #expect(!exchange.answer.contains(".swift"), "\(head)")
        if status == 405 { #expect(exchange.header("Allow") == "GET, HEAD") }
        if head.hasPrefix("HEAD") { #expect(exchange.answer.hasSuffix("\r\n\r\n")) }
      }
    }
  }

  @Test(arguments: [
    #"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"#,
    #"Content-Length: 0\r\nContent-Length: 5\r\n\r\n"#, #"Content-Length: 0, 5\r\n\r\n"#,
    #"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"#,
    #"Content-Length : 5\r\n\r\n12345"#,
  ])
  func `A request whose end two headers say is refused and hung up on`(ending: String) async throws
  {
    try await RunningServer.with(try TestSite()) { port in
      let next = #"GET /projects HTTP/1.1\r\n"# + Self.host + #"\r\n"#
      let exchange = try Self.send(
        port, #"POST /samples HTTP/1.1\r\n"# + Self.host + ending + next, body: 1)
      #expect(exchange.status == 400)
      #expect(exchange.closed)
      // What follows is no request of its own.
      #expect(exchange.answer.components(separatedBy: "HTTP/1.1 ").count == 2)
    }
  }

  @Test func `A body beyond the limit is refused, and hardly read`() async throws {
    try await RunningServer.with(try TestSite()) { port in
      let form =
        #"POST /samples HTTP/1.1\r\n"# + Self.host
        + #"Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"#
      let size = 1_000_000_000
      let announced = try Self.send(port, form + "Content-Length: \(size)\\r\\n\\r\\n", body: size)
      #expect(announced.status == 413)
      #expect(announced.closed)
      // What the kernel's buffers hold was sent, not read.
      #expect(announced.sent < 8_000_000)
      let page = try Self.send(port, #"GET /projects HTTP/1.1\r\n"# + Self.host + #"\r\n"#)
      #expect(page.status == 200)
    }
  }

  @Test func `A list that a program sends is taken as it comes, and one too large is hardly read`()
    async throws
  {
    try await RunningServer.with(try TestSite()) { port in
      let head =
        #"POST /api/v1/imports?name=x.csv HTTP/1.1\r\n"# + Self.host
        + #"Connection: close\r\nContent-Type: application/octet-stream\r\n"#
      let size = 1_000_000_000
      let large = try Self.send(port, head + "Content-Length: \(size)\\r\\n\\r\\n", body: size)
      #expect(large.status == 413)
      #expect(large.closed)
      #expect(large.sent < 8_000_000)
      #expect(large.header("Content-Type") == Problem.type)
      let list = try Self.send(port, head + "Content-Length: 300000\\r\\n\\r\\n", body: 300_000)
      #expect(list.status == 202)
      #expect(list.header("Location") == "/api/v1/imports/1")
      let document = try Self.send(
        port,
        #"POST /api/v1/projects HTTP/1.1\r\n"# + Self.host
          + #"Content-Type: application/json\r\nContent-Length: 300000\r\n\r\n"#, body: 300_000)
      #expect(document.status == 413)
    }
  }

  @Test(arguments: ["drip-head", "drip-body"])
  func `Who sends a request byte by byte is hung up on, and keeps nobody waiting`(
    dripping: String
  ) async throws {
    var patience = Patience()
    (patience.silence, patience.form) = (.milliseconds(600), .milliseconds(600))
    try await RunningServer.with(try TestSite(), patience: patience) { port in
      let head =
        #"POST /samples HTTP/1.1\r\n"# + Self.host
        + #"Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"#
        + #"Content-Length: 2000\r\n\r\n"#
      let slow = try Self.send(port, head, body: 2_000, dripping: dripping)
      #expect(slow.closed)
      #expect(slow.answer.isEmpty)
      #expect(slow.sent < (dripping == "drip-head" ? head.utf8.count : 2_000))
      let page = try Self.send(port, #"GET /projects HTTP/1.1\r\n"# + Self.host + #"\r\n"#)
      #expect(page.status == 200)
    }
  }

  @Test func `Who takes nothing of a file is hung up on, who takes it slowly has all of it`()
    async throws
  {
    let site = try TestSite()
    #expect(site.post("/books/publish", ["book": "leaders"]).status == 303)
    // 20 MB beside the books of the issue: long beyond what the buffers of two sockets hold.
    let size = 20_000_000
    let folder = IssuesFolder(beside: site.operations.path).path + "/1"
    try Data(repeating: UInt8(ascii: "a"), count: size).write(
      to: URL(filePath: folder + "/large.txt"))
    var patience = Patience()
    patience.silence = .seconds(2)
    try await RunningServer.with(site, patience: patience) { port in
      let script = URL(filePath: Self.script).deletingLastPathComponent()
        .appending(path: "stalled.py").path
      let seen = try ServerScript.seen(
        script, [String(port), "/books/issued/1/large.txt", "2500000", "6"])
      #expect(seen["status"] as? Int == 200 && seen["length"] as? Int == size, "\(seen)")
      #expect(seen["slow"] as? Int == size, "\(seen)")
      #expect(seen["seconds"] as? Double ?? 0 > 6, "\(seen)")
      #expect(seen["stalled"] as? Int ?? size < size, "\(seen)")
      let page = try Self.send(port, #"GET /projects HTTP/1.1\r\n"# + Self.host + #"\r\n"#)
      #expect(page.status == 200)
    }
  }

  @Test func `Only this machine is served`() throws {
    let site = try TestSite(isEmpty: true)
    for host in ["0.0.0.0", "10.0.0.1", "::", "example.org"] {
      #expect(throws: WebServer.Refusal.notLoopback(host)) {
        _ = try WebServer(operations: site.operations, caller: site.caller, host: host, port: 0)
      }
    }
  }
}
