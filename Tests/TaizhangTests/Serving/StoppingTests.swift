import Foundation
import TestSupport
import Testing

/// A server that is told to stop, as a service manager does: `SIGTERM`.
@Suite(.serialized) struct StoppingTests {
  private static let lock = "台账.sqlite.lock"

  /// Waits until something holds, at most a minute.
  private static func wait(_ condition: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try !condition() {
      try #require(ContinuousClock.now < deadline)
      usleep(2_000)
    }
  }

  private static func ledger() throws -> Program {
    let program = try Program()
    #expect(try program.run("import", program.writeList(), "--yes", "--sender", "测试局").status == 0)
    return program
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `空闲时马上停，开着的连接关掉，新的不接`(signal: Int32) throws {
    let program = try Self.ledger()
    let server = try ServingProgram(program)
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/python3")
    holder.arguments = [
      "-B",
      URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Support/hold.py").standardized.path, String(server.port),
    ]
    let pipe = Pipe()
    holder.standardOutput = pipe
    try holder.run()
    var said = ""
    while !said.contains("held") {
      let data = pipe.fileHandleForReading.availableData
      try #require(!data.isEmpty)
      said += String(decoding: data, as: UTF8.self)
    }
    let start = ContinuousClock.now
    server.signal(signal)
    #expect(server.end().status == 0)
    #expect(ContinuousClock.now - start < .seconds(10))
    holder.waitUntilExit()
    said += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.hasSuffix("closed\n"))
    #expect(try !server.fetch("GET", "/healthz").error.isEmpty)
  }

  @Test func `等着写的不写了，说明白，什么也不留下`() throws {
    let program = try Self.ledger()
    let before = try program.entries()
    let server = try ServingProgram(program)
    // Another process writes.
    let held = open(program.folder.appending(path: Self.lock).path, O_RDWR)
    #expect(flock(held, LOCK_EX) == 0)
    let pending = try server.begin(
      "POST", "/api/v1/projects", ["Content-Type": "application/json"],
      body: #"{"name":"测试数据停机时的项目"}"#)
    try Self.wait { server.holds(Self.lock) }
    let start = ContinuousClock.now
    server.signal(SIGTERM)
    let refused = try pending.answer()
    #expect(server.end().status == 0)
    #expect(ContinuousClock.now - start < .seconds(10))
    close(held)
    #expect(refused.status == 503)
    #expect(refused.body.contains("台账正在停止"))
    #expect(try program.entries() == before)
    #expect(try program.run("verify").status == 0)
  }

  /// A list of so many invented projects, no two of which are alike.
  private static func list(_ rows: Int) -> String {
    let signs = Array("东南西北金木水火土山河湖海松竹梅兰菊荷桂枫柳杨桃李杏")
    return "项目名称,总投资（万元）\n"
      + (0..<rows).map { row in
        let name = [1, 26, 676].map {
          String(signs[row / $0 % 26]) + String(signs[row * 7 / $0 % 26])
        }
        return "测试数据\(name.joined())基地,\(100 + row)\n"
      }.joined()
  }

  private static func state(_ server: ServingProgram) throws -> String {
    let answer = try server.fetch("GET", "/api/v1/imports/1")
    return answer.body.firstMatch(of: /"state":"(\w+)"/).map { String($0.1) } ?? answer.body
  }

  private static func send(_ server: ServingProgram, rows: Int) throws {
    let name = "%E6%B8%85%E5%8D%95.csv"
    let sender = "%E6%B5%8B%E8%AF%95%E6%95%B0%E6%8D%AE%E5%B1%80"
    let sent = try server.fetch(
      "POST", "/api/v1/imports?name=\(name)&year=2026&sender=\(sender)",
      ["Content-Type": "application/octet-stream"], body: list(rows))
    #expect(sent.status == 202)
  }

  private static func commit(_ server: ServingProgram) throws -> ServingProgram.Pending {
    try wait { try !["received", "reading"].contains(state(server)) }
    let plan = try server.fetch("GET", "/api/v1/imports/1/plan?limit=1")
    #expect(plan.status == 200)
    let tag = try #require(plan.header("ETag"))
    return try server.begin(
      "POST", "/api/v1/imports/1/commit", ["If-Match": tag, "Content-Type": "application/json"],
      body: "{}")
  }

  @Test func `做到一半的清单什么也不留下，重新启动后接着做`() throws {
    let program = try Self.ledger()
    let before = try program.entries()
    let server = try ServingProgram(program)
    try Self.send(server, rows: 30)
    try Self.wait { try !["received", "reading"].contains(Self.state(server)) }
    let held = open(program.folder.appending(path: Self.lock).path, O_RDWR)
    #expect(flock(held, LOCK_EX) == 0)
    let pending = try Self.commit(server)
    try Self.wait { server.holds(Self.lock) }
    let start = ContinuousClock.now
    server.signal(SIGTERM)
    #expect(server.end().status == 0)
    #expect(ContinuousClock.now - start < .seconds(10))
    _ = try pending.answer()
    close(held)
    #expect(try program.entries() == before)
    let again = try ServingProgram(program)
    #expect(try Self.commit(again).answer().status == 201)
    again.signal(SIGTERM)
    #expect(again.end().status == 0)
    #expect(try program.entries() == before + 1)
  }

  @Test func `正在写入的清单写完`() throws {
    let program = try Self.ledger()
    let before = try program.entries()
    let server = try ServingProgram(program)
    try Self.send(server, rows: 800)
    try Self.wait { try !["received", "reading"].contains(Self.state(server)) }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Support/stop_writing.py").standardized.path
    let seen = try Command.output([
      "/usr/bin/python3", "-B", script, String(server.port), String(server.id),
    ])

    #expect(server.end().status == 0)
    #expect(try program.entries() == before + 1, "\(seen)")
    #expect(try program.run("verify").status == 0)
  }
}
