package import Foundation
import Glibc

/// A PostgreSQL server of the tests' own, in a temporary folder, on a socket there; it ends with the test program,
/// however that ends.
package final class PostgreSQLCluster: Sendable {
  /// Where its socket and its data are.
  package let folder: String
  /// Where its programs are.
  private let programs: String

  /// The one of this program; nil where no PostgreSQL is installed, which is said once.
  package static let shared: PostgreSQLCluster? = {
    do { return try PostgreSQLCluster() } catch {
      print("PostgreSQL: \(error). Nothing is tried on it.")
      return nil
    }
  }()

  /// Why there is none.
  package struct Unavailable: Error, CustomStringConvertible {
    package let description: String
  }

  /// Another one, for a test that ends it.
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

  /// Starts the server, where it was stopped.
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

  /// Ends the server at once, as a power cut would: nothing is put in order.
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

  /// What a statement answers, a line a row.
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

  /// A server refuses to run as root: then everything of it is done as the user that its package made.
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

  /// Ends the server and removes its folder when this program is gone.
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
