import Foundation
import Glibc
import Ledger
import Matching
import Storage
import TestSupport
import Testing

@testable import Operations

/// The command is killed, starved of disk and raced against itself: all of an import or none of it.
@Suite(.serialized) struct FaultTests {
  /// How often the command is killed; more with TAIZHANG_KILLS.
  private static let kills =
    ProcessInfo.processInfo.environment["TAIZHANG_KILLS"].flatMap { Int($0) } ?? 12

  @Test func `写入途中被杀掉，账是整的，接着还能导`() throws {
    var random = SeededNumbers(7)
    let base = try ScratchLedger()
    try base.commit("list-march.xlsx")
    let entries = try base.operations.entries(limit: 99).count
    var whole = 0
    for _ in 0..<Self.kills {
      let scratch = try ScratchLedger()
      try base.operations.backUp(to: scratch.operations.path)
      let process = try Command.start(["import", Command.large, "--yes"], scratch)
      Command.waitForWriting(scratch, process)
      usleep(UInt32.random(in: 0...120_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try scratch.operations.verify().isEmpty)
      let after = try scratch.operations.entries(limit: 99).count
      #expect(after == entries || after == entries + 1)
      whole += after - entries
      if after == entries { #expect(try scratch.commit("08-large-1200.xlsx") != nil) }
    }
    #expect(whole < Self.kills, "every kill came too late to say anything")
  }

  @Test(.enabled(if: Strace.isPossible, "needs strace: apt-get install strace"))
  func `在各个系统调用处被杀掉、出错、磁盘满，都是全有或者全无，话也说得对`() throws {
    let run = Fixtures.lists.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Faults/run")
    let words = ["-B", run.path, "--points", "2", "--binary", Command.binary.path]
    let outcome = try Command.outcome(URL(filePath: "/usr/bin/python3"), words)
    #expect(outcome.code == 0, "\(outcome.words)")
  }

  @Test(.enabled(if: Strace.isPossible, "needs strace: apt-get install strace"))
  func `写入之后收尾时磁盘满了，说已写入，也说没做完的`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("21-packages.xlsx")
    var unsettled = 0
    for call in 1...60 {
      let before = try scratch.operations.entries(limit: 200).count
      let words = ["edit", "1", "remark=第\(call)次", "--database", scratch.operations.path]
      let outcome = try Strace.run(words, failing: "pwrite64:error=ENOSPC:when=\(call)+")
      let isWritten = try scratch.operations.entries(limit: 200).count == before + 1
      #expect(isWritten == outcome.words.contains("凭证第"), "\(call) \(outcome.words)")
      let isProven = !["收尾", "未必已落盘"].contains(where: outcome.words.contains)
      #expect(outcome.code == (isWritten ? isProven ? 0 : 1 : 74), "\(call) \(outcome.words)")
      if outcome.words.contains("收尾") { unsettled += 1 }
      #expect(outcome.words.components(separatedBy: "提醒：").count <= 2, "\(outcome.words)")
      if outcome.code == 0 { break }
    }
    #expect(unsettled > 0)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test(
    .enabled(if: Strace.isPossible, "needs strace: apt-get install strace"),
    arguments: ["EIO", "ENOSPC"], ["", "+"])
  func `磁盘在提交时报错，凭证留下了就说留下了，没有就不说`(fault: String, rest: String) throws {
    let scratch = try ScratchLedger()
    try scratch.commit("21-packages.xlsx")
    for call in 1...9 {
      let before = try scratch.operations.entries(limit: 200).count
      let words = ["edit", "1", "remark=第\(call)次", "--database", scratch.operations.path]
      let outcome = try Strace.run(words, failing: "fdatasync:error=\(fault):when=\(call)\(rest)")
      let isWritten = try scratch.operations.entries(limit: 200).count == before + 1
      #expect(isWritten == outcome.words.contains("凭证第 \(before + 1) 号"), "\(outcome.words)")
      #expect([0, 1].contains(outcome.code) == isWritten, "\(outcome.code) \(outcome.words)")
      if outcome.code == 0 { break }
    }
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test(.enabled(if: Strace.isPossible, "needs strace: apt-get install strace"))
  func `读的时候磁盘满了，说的也是磁盘满了`() throws {
    let scratch = try ScratchLedger()
    try scratch.operations.beginLedger()
    let outcome = try Strace.run(
      ["list", "--database", scratch.operations.path], failing: "pwrite64:error=ENOSPC")
    #expect(outcome.code == 74)
    #expect(outcome.words.contains("磁盘已满"))
  }

  @Test(.enabled(if: Command.runsForOthers, "needs setpriv and a binary that anybody may run"))
  func `只能读的文件夹里的台账也读得出，写不了就说写不了`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("21-packages.xlsx")
    let (folder, ledger) = (scratch.folder.path, scratch.operations.path)
    for suffix in ["-wal", "-shm"] { unlink(ledger + suffix) }
    chmod(ledger, 0o444)
    chmod(folder, 0o555)
    defer { chmod(folder, 0o755) }
    let asked = try Command.outcomeForOthers(["list", "--database", ledger])
    #expect(asked.code == 0, "\(asked.words)")
    let proved = try Command.outcomeForOthers(["verify", "--database", ledger])
    #expect(proved.code == 0, "\(proved.words)")
    let edited = try Command.outcomeForOthers(["edit", "1", "remark=x", "--database", ledger])
    #expect(edited.code == 73 && edited.words.contains("没有权限写入"))
    try Data([1]).write(to: URL(filePath: ledger + "-wal"))
    let partly = try Command.outcomeForOthers(["list", "--database", ledger])
    #expect(partly.code == 66 && partly.words.contains("日志"))
    unlink(ledger + "-wal")
    chmod(ledger, 0o600)
    let hidden = try Command.outcomeForOthers(["list", "--database", ledger])
    #expect(geteuid() != 0 || hidden.code == 66 && hidden.words.contains("没有权限读取"))
  }

  @Test(.enabled(if: Command.runsForOthers && geteuid() == 0, "needs setpriv and the superuser"))
  func `进不去的文件夹里的台账，说的是没有权限读取`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("21-packages.xlsx")
    chmod(scratch.operations.path, 0o666)
    chmod(scratch.folder.path, 0o600)
    for words in [["list"], ["verify"], ["entries"], ["backup", "x"], ["edit", "1", "remark=x"]] {
      let refused = try Command.outcomeForOthers(words + ["--database", scratch.operations.path])
      #expect(refused.code == 66 && refused.words.contains("没有权限读取"), "\(refused.words)")
    }
  }

  @Test func `方案因别人先写而重做，也要全部写入或什么都不写`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("21-packages.xlsx")
    let list = scratch.folder.appending(path: "清单.csv")
    try Data("项目名称,总投资（万元）\n停车场项目,1000\n测试数据乙机器人厂,2000\n".utf8).write(to: list)
    let before = try scratch.operations.entries(limit: 9).count
    let process = Process()
    let (answer, notes) = (Pipe(), Pipe())
    try scratch.operations.writing { store, _ in
      process.executableURL = Command.binary
      process.arguments = [
        "import", list.path, "--yes", "--all-or-nothing", "--database", scratch.operations.path,
      ]
      process.standardOutput = answer
      process.standardError = notes
      try process.run()
      // The plan is shown before the command waits for this writer.
      #expect(!answer.fileHandleForReading.availableData.isEmpty)
      try store.commit(
        EntryDraft(
          at: scratch.operations.now(), actor: "别人", kind: .edit,
          changes: [
            DraftChange(
              project: nil, kind: .create,
              fields: [FieldChange(key: FieldKey(.name), before: nil, after: .text("停车场项目"))])
          ]), expecting: nil)
    }
    _ = answer.fileHandleForReading.readDataToEndOfFile()
    let said = String(decoding: notes.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 65 && said.contains("什么都没有写入"), "\(said)")
    #expect(try scratch.operations.entries(limit: 9).count == before + 1)
  }

  @Test func `第一次导入失败，不留下空账`() throws {
    let scratch = try ScratchLedger()
    let prepared = try scratch.prepare("list-march.xlsx")
    var operations = scratch.operations
    operations.interruption = Interruption()
    operations.interruption.request()
    #expect(throws: (any Error).self) { try operations.commit(prepared) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        .allSatisfy { $0.hasSuffix(".lock") })
    #expect(try scratch.operations.commit(prepared) != nil)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `还没有账时两个导入同时来，后来的接着前一个的账`() throws {
    let scratch = try ScratchLedger()
    let one = try Command.start(["import", Command.fixture("list-march.xlsx"), "--yes"], scratch)
    let other = try Command.start(["import", Command.large, "--yes"], scratch)
    one.waitUntilExit()
    other.waitUntilExit()
    #expect([0, 1].contains(one.terminationStatus))
    #expect([0, 1].contains(other.terminationStatus))
    #expect(try scratch.operations.entries(limit: 9).map(\.kind).count == 3)
    #expect(try scratch.operations.verify().isEmpty)
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
    #expect(try scratch.operations.entries(limit: 9).filter { $0.kind == .import }.count == 3)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small tmpfs"))
  func `磁盘满了，账保持原样`() throws {
    let disk = try SmallDisk(kilobytes: 65_536)
    defer { disk.remove() }
    var operations = LedgerOperations(path: disk.path + "/ledger.sqlite", actor: "测试")
    operations.beginsLedgers = true
    try operations.beginLedger()
    try disk.resize(kilobytes: disk.used + 400)
    let file = try ReceivedFile(path: Command.large)
    let prepared = try operations.prepare(file, ImportOptions(year: 2026))
    #expect(throws: (any Error).self) { try operations.commit(prepared) }
    #expect(try operations.verify().isEmpty)
    #expect(try operations.entries(limit: 9).count == 1)
    try disk.resize(kilobytes: 65_536)
    #expect(try operations.commit(try operations.prepare(file, ImportOptions(year: 2026))) != nil)
    #expect(try operations.verify().isEmpty)
  }
}

/// The command as a process of its own.
enum Command {
  static let large = fixture("08-large-1200.xlsx")

  static func fixture(_ name: String) -> String { Fixtures.lists.appending(path: name).path }

  static func start(_ arguments: [String], _ scratch: ScratchLedger) throws -> Process {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments + ["--database", scratch.operations.path, "--actor", "测试"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  static let binary = products.appending(path: "taizhang")

  /// Runs a program to its end: its exit code, and what it wrote to either output.
  static func outcome(_ program: URL, _ words: [String]) throws -> (code: Int32, words: String) {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  /// Runs the command as somebody who is not the superuser.
  static func outcomeForOthers(_ words: [String]) throws -> (code: Int32, words: String) {
    if geteuid() != 0 { return try outcome(binary, words) }
    let person = ["--reuid=65534", "--regid=65534", "--clear-groups", binary.path]
    return try outcome(URL(filePath: "/usr/bin/setpriv"), person + words)
  }

  static let runsForOthers = (try? outcomeForOthers(["--version"]))?.code == 0

  /// Waits until the ledger's log grows or the process ends: a transaction is under way.
  static func waitForWriting(_ scratch: ScratchLedger, _ process: Process) {
    let log = scratch.operations.path + "-wal"
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

/// The command while system calls of it fail.
enum Strace {
  private static let program = URL(filePath: "/usr/bin/strace")

  static let isPossible = (try? Command.outcome(program, ["-o", "/dev/null", "true"]))?.code == 0

  static func run(
    _ words: [String], failing fault: String
  ) throws -> (code: Int32, words: String) {
    let call = fault.prefix { $0 != ":" }
    return try Command.outcome(
      program,
      ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(fault)"]
        + [Command.binary.path] + words)
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
