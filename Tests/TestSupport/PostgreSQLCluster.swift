package import Foundation
import Glibc

/// A PostgreSQL server for the tests, in a temporary folder with a Unix socket; it ends with the test
/// process, even when that crashes.
package final class PostgreSQLCluster: Sendable {
  /// The folder of its socket and data.
  package let folder: String
  /// The folder of its programs.
  private let programs: String

  /// The server of this process; nil, with one message, where PostgreSQL is not installed.
  package static let shared: PostgreSQLCluster? = {
    do { return try PostgreSQLCluster() } catch {
      print("PostgreSQL: \(error). Nothing is tried on it.")
      return nil
    }
  }()

  /// The reason why there is no server.
  package struct Unavailable: Error, CustomStringConvertible {
    package let description: String
  }

  /// Starts another server, for a test that stops it. Throws `Unavailable`.
  package init() throws {
    guard let programs = Self.findPrograms() else {
      throw Unavailable(description: "initdb not found")
    }
    self.programs = programs
    folder = "/tmp/taizhang-pg-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    if Self.isRoot { _ = try Command.output("chown", "postgres", folder) }
    _ = try run(
      "initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
      "-D", folder + "/data")
    try watch()
    try start()
  }

  /// Starts the server after it was stopped. Throws `Unavailable`.
  package func start() throws {
    let options = [
      "-D", folder + "/data", "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c",
      "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "max_connections=200", "-c",
      "autovacuum=off",
    ]
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command("postgres", options)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<600 {
      if try run("pg_isready", "-h", folder).contains("accepting") { return }
      usleep(50_000)
    }
    throw Unavailable(description: "no answer")
  }

  /// Stops the server at once, like a power cut, without a checkpoint.
  package func kill() throws {
    _ = try run("pg_ctl", "-D", folder + "/data", "-m", "immediate", "-w", "stop")
  }

  /// Ends every process of the server as if each had been killed: none of them writes anything more.
  package func crash() throws {
    let file = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
    guard let first = file.split(separator: "\n").first, let server = Int32(first) else {
      throw Unavailable(description: "no process")
    }
    let children = try Command.output("/bin/sh", "-c", "pgrep -P \(server) || true")
    let processes = [server] + children.split(separator: "\n").compactMap { Int32($0) }
    for process in processes { Glibc.kill(process, SIGKILL) }
    for process in processes {
      for _ in 0..<400 where Glibc.kill(process, 0) == 0 { usleep(10_000) }
    }
  }

  /// Where a ledger of a name stands, for a login; `folder` is where the server, or who stands before it, listens.
  package func address(
    of ledger: String, login: String = "postgres", through folder: String? = nil
  ) -> String {
    "postgresql://\(login)@/postgres?host=\(folder ?? self.folder)&ledger=\(ledger)"
  }

  /// The result of a statement, one row per line.
  @discardableResult
  package func ask(_ sql: String) throws -> String {
    try run("psql", "-h", folder, "-U", "postgres", "-AtXq", "-c", sql)
  }

  /// What the server says when it refuses a statement of a login; empty when it does not.
  package func refusal(of sql: String, login: String) throws -> String {
    try Command.output(
      "/bin/sh", "-c",
      "\(programs)/psql -h \(folder) -U \(login) -d postgres -AtXq -c \"$0\" 2>&1 >/dev/null || true",
      sql)
  }

  private static let isRoot = getuid() == 0

  private func run(_ program: String, _ arguments: String...) throws -> String {
    try Command.output(command(program, arguments))
  }

  /// A server refuses to run as root: its commands then run as the user that its package created.
  private func command(_ program: String, _ arguments: [String]) -> [String] {
    (Self.isRoot
      ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [])
      + [programs + "/" + program] + arguments
  }

  private static func findPrograms() -> String? {
    let versions = "/usr/lib/postgresql"
    let installed = (try? FileManager.default.contentsOfDirectory(atPath: versions)) ?? []
    let folders = installed.sorted().reversed().map { "\(versions)/\($0)/bin" }
    return (folders + ["/usr/local/bin", "/usr/bin"]).first {
      FileManager.default.isExecutableFile(atPath: $0 + "/initdb")
    }
  }

  /// Starts a process that stops the server and removes its folder when this process has ended.
  private func watch() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c",
      """
      while kill -0 \(ProcessInfo.processInfo.processIdentifier) 2>/dev/null; do sleep 1; done
      kill -QUIT $(head -n 1 \(folder)/data/postmaster.pid) 2>/dev/null
      sleep 1
      rm -rf \(folder)
      """,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }
}
