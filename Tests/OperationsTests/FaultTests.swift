import Foundation
import Glibc
import Ledger
import Storage
import Testing

@testable import Operations

/// The command is killed, starved of disk and raced against itself: all of an import or none of it.
@Suite(.serialized) struct FaultTests {
  /// How often the command is killed; more with TAIZHANG_KILLS.
  private static let kills =
    ProcessInfo.processInfo.environment["TAIZHANG_KILLS"].flatMap { Int($0) } ?? 12

  @Test func `写入途中被杀掉，账是整的，接着还能导`() throws {
    var random = SeededRandom(7)
    let base = try ScratchLedger()
    try base.commit("list-march.xlsx")
    let entries = try base.desk.entries(limit: 99).count
    var whole = 0
    for _ in 0..<Self.kills {
      let scratch = try ScratchLedger()
      try base.desk.backUp(to: scratch.desk.path)
      let process = try Command.start(["import", Command.large, "--yes"], scratch)
      Command.waitForWriting(scratch, process)
      usleep(UInt32.random(in: 0...120_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try scratch.desk.verify().isEmpty)
      let after = try scratch.desk.entries(limit: 99).count
      #expect(after == entries || after == entries + 1)
      whole += after - entries
      if after == entries { #expect(try scratch.commit("08-large-1200.xlsx") != nil) }
    }
    #expect(whole < Self.kills, "every kill came too late to say anything")
  }

  @Test func `两个导入同时来，两个都完整`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("21-packages.xlsx")
    let one = try Command.start(["import", Command.fixture("list-march.xlsx"), "--yes"], scratch)
    let other = try Command.start(["import", Command.large, "--yes"], scratch)
    one.waitUntilExit()
    other.waitUntilExit()
    #expect([0, 1].contains(one.terminationStatus))
    #expect([0, 1].contains(other.terminationStatus))
    #expect(try scratch.desk.entries(limit: 9).filter { $0.kind == .import }.count == 3)
    #expect(try scratch.desk.verify().isEmpty)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small tmpfs"))
  func `磁盘满了，账保持原样`() throws {
    let disk = try SmallDisk(kilobytes: 65_536)
    defer { disk.remove() }
    let desk = LedgerDesk(path: disk.path + "/ledger.sqlite", actor: "测试")
    _ = try desk.catalogue()
    try disk.resize(kilobytes: disk.used + 400)
    let file = try ReceivedFile(path: Command.large)
    let prepared = try desk.prepare(file, ImportOptions(year: 2026))
    #expect(throws: (any Error).self) { try desk.commit(prepared) }
    #expect(try desk.verify().isEmpty)
    #expect(try desk.entries(limit: 9).count == 1)
    try disk.resize(kilobytes: 65_536)
    #expect(try desk.commit(try desk.prepare(file, ImportOptions(year: 2026))) != nil)
    #expect(try desk.verify().isEmpty)
  }
}

/// The command as a process of its own.
enum Command {
  static let large = fixture("08-large-1200.xlsx")

  static func fixture(_ name: String) -> String { Fixtures.lists.appending(path: name).path }

  static func start(_ arguments: [String], _ scratch: ScratchLedger) throws -> Process {
    let process = Process()
    process.executableURL = products.appending(path: "taizhang")
    process.arguments = arguments + ["--database", scratch.desk.path, "--actor", "测试"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Waits until the ledger's log grows or the process ends: a transaction is under way.
  static func waitForWriting(_ scratch: ScratchLedger, _ process: Process) {
    let log = scratch.desk.path + "-wal"
    while process.isRunning {
      let size = (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0
      if size > 0 { return }
      usleep(1000)
    }
  }

  /// The folder of built products, where this test's bundle stands.
  private static var products: URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    return bundle?.deletingLastPathComponent()
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  }
}

/// A file system of a few megabytes in memory.
struct SmallDisk {
  let path: String

  static let isPossible: Bool = {
    guard geteuid() == 0, let disk = try? SmallDisk(kilobytes: 1024) else { return false }
    disk.remove()
    return true
  }()

  init(kilobytes: Int) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
      try FileManager.default.removeItem(atPath: path)
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  func resize(kilobytes: Int) throws {
    guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT), "size=\(kilobytes)k") == 0 else {
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  /// Kilobytes in use.
  var used: Int {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return 0 }
    return Int((status.f_blocks - status.f_bfree) * status.f_frsize / 1024)
  }

  func remove() {
    umount2(path, Int32(MNT_DETACH))
    try? FileManager.default.removeItem(atPath: path)
  }
}
