import Foundation
import Glibc
import Matching
import Testing
import Wording

@testable import Operations

/// Only files of bytes are read, none beyond its limit, and reading stops when somebody asks.
@Suite struct SpecialFileTests {
  private let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  private func path(_ name: String) -> String { scratch.folder.appending(path: name).path }

  private func refusal(_ path: String) throws -> ErrorWording {
    let error = #expect(throws: (any Error).self) { _ = try ReceivedFile(path: path) }
    #expect(throws: (any Error).self) {
      _ = try ReceivedFile.text(of: FilePath(path), Interruption())
    }
    return ErrorWording(try #require(error))
  }

  @Test func `管道不等人来写，说明白`() throws {
    try #require(mkfifo(path("清单.xlsx"), 0o600) == 0)
    let words = try refusal(path("清单.xlsx"))
    #expect(words.sentence.contains("管道") && words.kind == .noInput)
  }

  @Test func `管道也不能当备份来恢复`() throws {
    try #require(mkfifo(path("备份.sqlite"), 0o600) == 0)
    #expect(throws: OperationError.notAFile(path: path("备份.sqlite"), .pipe)) {
      _ = try scratch.operations.restore(from: path("备份.sqlite"), losing: true) { _ in }
    }
  }

  @Test func `套接字不读`() throws {
    let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // A path that a socket's address has room for.
    let short = "/tmp/\(UUID().uuidString.prefix(8)).sock"
    defer { unlink(short) }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: short.utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    #expect(try refusal(short).sentence.contains("套接字"))
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/dev/random"])
  func `设备不读`(device: String) throws {
    #expect(try refusal(device).sentence.contains("设备"))
  }

  @Test(arguments: ["/proc/self/mem", "/proc/self/clear_refs", "/proc/kcore", "/proc/kmsg"])
  func `内核的文件给一句话，不死等`(file: String) throws {
    guard FileManager.default.fileExists(atPath: file) else { return }
    let error = #expect(throws: (any Error).self) {
      _ = try scratch.operations.prepare(try ReceivedFile(path: file), ImportOptions())
    }
    #expect(!ErrorWording(try #require(error)).sentence.contains("未预料"))
  }

  @Test func `超过上限的先看大小就拒绝；不写明大小的读到上限为止`() throws {
    try Data(count: 3_000).write(to: URL(filePath: path("大.csv")))
    #expect(throws: OperationError.fileTooLarge(path: path("大.csv"), bytes: 3_000, limit: 2_999)) {
      _ = try ReceivedFile(path: FilePath(path("大.csv")), limit: 2_999)
    }
    _ = try ReceivedFile(path: FilePath(path("大.csv")), limit: 3_000)
    #expect(throws: OperationError.self) {
      _ = try ReceivedFile(path: FilePath("/proc/self/maps"), limit: 10)
    }
  }

  @Test func `读文件、读表时听到中断就停，什么都不写`() throws {
    let interruption = Interruption()
    let list = Fixtures.lists.appending(path: "08-large-1200.xlsx").path
    let file = try ReceivedFile(path: list)
    interruption.request()
    #expect(throws: OperationError.interrupted) {
      _ = try ReceivedFile(path: FilePath(list), interruption: interruption)
    }
    #expect(throws: OperationError.interrupted) {
      var operations = scratch.operations
      operations.interruption = interruption
      _ = try operations.prepare(file, ImportOptions())
    }
    #expect(throws: OperationError.interrupted) {
      _ = try ReceivedFile.text(of: FilePath(list), interruption)
    }
    #expect(try scratch.operations.entries(limit: 9).count == 1)
  }

  @Test func `写报表时听到中断就停，不当作写不出的报表`() throws {
    try scratch.commit("list-march.xlsx")
    var operations = scratch.operations
    operations.interruption = Interruption()
    operations.interruption.request()
    #expect(throws: OperationError.interrupted) {
      _ = try operations.writeBooks(to: path("Exports"))
    }
    #expect(throws: OperationError.interrupted) {
      _ = try operations.exportUnits(QuestionOptions(filter: [:]), to: path("Units"))
    }
  }

  @Test func `Imports 里的管道、断了的链接和进不去的文件夹逐个说明，清单照读`() throws {
    let imports = scratch.folder.appending(path: "Imports")
    let manager = FileManager.default
    try manager.createDirectory(
      at: imports.appending(path: "深/更深"), withIntermediateDirectories: true)
    try manager.copyItem(
      at: Fixtures.lists.appending(path: "list-march.xlsx"),
      to: imports.appending(path: "深/更深/三月.xlsx"))
    try #require(mkfifo(imports.appending(path: "深/管道.xlsx").path, 0o600) == 0)
    try manager.createSymbolicLink(
      atPath: imports.appending(path: "断.xlsx").path, withDestinationPath: "没有.xlsx")
    try manager.createSymbolicLink(
      atPath: imports.appending(path: "绕圈").path, withDestinationPath: "深")
    for name in [".隐藏.xlsx", "~$三月.xlsx", "README.md"] {
      try Data("x".utf8).write(to: imports.appending(path: name))
    }
    var steps: [String: String] = [:]
    try scratch.operations.takeIn(
      RefreshOptions(imports: imports.path, exports: "", readsSamples: true)
    ) { step in
      steps[step.name] =
        switch step.outcome {
        case .refused(let words): words.sentence
        case .imported: "imported"
        case .known, .withoutEffect: "nothing"
        }
    }
    #expect(steps.keys.sorted() == ["断.xlsx", "深/更深/三月.xlsx", "深/管道.xlsx"].sorted())
    #expect(steps["深/更深/三月.xlsx"] == "imported")
    #expect(steps["深/管道.xlsx"]?.contains("管道") == true)
    #expect(steps["断.xlsx"]?.contains("找不到文件") == true)
  }
}
