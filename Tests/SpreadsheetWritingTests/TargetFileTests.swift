import Foundation
import Glibc
import Testing

@testable import Spreadsheet
@testable import SpreadsheetWriting

@Suite struct TargetFileTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "target-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func write(_ text: String, to name: String) throws {
    let writer = try TextWriter(path: path(name))
    try writer.write(text)
    try writer.finish()
  }

  @Test func `what a killed program left is cleared by the next for the same file alone`() throws {
    for name in [
      ".a.csv.1abc.part", ".a.csv.1abc.part-journal", ".b.csv.2abc.part", "a.csv.part", ".a.csv",
    ] {
      try Data().write(to: URL(filePath: path(name)))
    }
    try write("a", to: "a.csv")
    #expect(try names() == [".a.csv", ".b.csv.2abc.part", "a.csv", "a.csv.part"])
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `what another program is writing is left alone`() throws {
    let one = try TextWriter(path: path("a.csv"))
    try one.write("one")
    try write("two", to: "a.csv")
    try one.finish()
    #expect(try String(contentsOfFile: path("a.csv"), encoding: .utf8) == "one")
    #expect(try names() == ["a.csv"])
    try FileManager.default.removeItem(at: folder)
  }

  @Test(arguments: [ENOLCK, ENOSYS, EOPNOTSUPP])
  func `a file is begun also where files cannot be locked`(code: Int32) throws {
    var leftovers = Leftovers(of: path("a.csv"), in: folder.path)
    leftovers.lock = { _ in
      errno = code
      return -1
    }
    let begun = try leftovers.begin()
    close(begun.hold)
    #expect(try names().count == 1 && names()[0].hasSuffix(".part"))
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `a pipe is handed the file and stays a pipe`() throws {
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    // Both ends, so that opening does not wait.
    let pipe = open(path("pipe"), O_RDWR | O_NONBLOCK)
    try write("行", to: "pipe")
    var buffer = [UInt8](repeating: 0, count: 10)
    #expect(read(pipe, &buffer, 10) == 3)
    var facts = stat()
    #expect(stat(path("pipe"), &facts) == 0 && facts.st_mode & S_IFMT == S_IFIFO)
    #expect(try names() == ["pipe"])
    close(pipe)
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `a device is written to and stays one`() throws {
    let writer = try TextWriter(path: "/dev/null")
    try writer.write("x")
    try writer.finish()
    var facts = stat()
    #expect(stat("/dev/null", &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `a socket is no file`() throws {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = "/tmp/target-\(getpid()).socket"
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name.utf8) }
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    #expect(isBound)
    #expect(throws: WriteError.notAFile(name)) { try TextWriter(path: name) }
    unlink(name)
  }

  @Test func `a name as long as names can be is written`() throws {
    let name = String(repeating: "表", count: 83) + ".csv"
    try write("a", to: name)
    #expect(try names() == [name])
    try FileManager.default.removeItem(at: folder)
  }
}
