import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// A folder of backups: named by time, proved by their records, the old ones cleared. 测试数据
@Suite struct BackupsFolderTests {
  private let scratch: ScratchLedger
  private let folder: String

  init() throws {
    scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    folder = scratch.folder.appending(path: "备份").path
  }

  private func at(_ moment: String) throws -> LedgerOperations {
    let date = try #require(ISO8601DateFormatter().date(from: moment))
    return LedgerOperations(path: scratch.operations.path, actor: "测试", now: { date })
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `按时间命名，旁边写明内容，核验通过，能恢复`() throws {
    let kept = try at("2030-04-01T02:00:00+08:00").backUp(toFolder: folder, keep: nil)
    #expect(
      try names() == ["ledger-2030-04-01T0200.json", "ledger-2030-04-01T0200.sqlite"])
    let projects = try scratch.snapshot().count
    #expect(kept.record.entries == 2 && kept.record.projects == projects)
    let checks = try scratch.operations.checkBackups(in: folder, newest: false)
    #expect(checks.map(\.problems) == [[]])
    #expect(checks[0].record == kept.record)
    let other = try ScratchLedger()
    _ = try other.operations.restore(
      from: folder + "/" + kept.record.file, losing: true, confirms: { _ in })
    let (restored, own) = (try other.snapshot(), try scratch.snapshot())
    #expect(restored == own)
  }

  @Test func `只留最近几份，别的文件不动；同一分钟的另起名`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("甲".utf8).write(to: URL(filePath: folder + "/ledger-说明.txt"))
    for day in 1...4 {
      _ = try at("2030-04-0\(day)T02:00:00+08:00").backUp(toFolder: folder, keep: 3)
    }
    let last = try at("2030-04-04T02:00:30+08:00").backUp(toFolder: folder, keep: 3)
    #expect(last.record.file == "ledger-2030-04-04T0200-2.sqlite")
    #expect(last.removed == ["ledger-2030-04-02T0200"])
    #expect(
      try names() == [
        "ledger-2030-04-03T0200.json", "ledger-2030-04-03T0200.sqlite",
        "ledger-2030-04-04T0200-2.json", "ledger-2030-04-04T0200-2.sqlite",
        "ledger-2030-04-04T0200.json", "ledger-2030-04-04T0200.sqlite", "ledger-说明.txt",
      ])
    #expect(
      try scratch.operations.checkBackups(in: folder, newest: true).map(\.name) == [
        "ledger-2030-04-04T0200-2"
      ])
  }

  @Test(arguments: ["bytes", "record", "other", "cut", "none"])
  func `改过的、换过的、截断的、没有清单的，都点名`(damage: String) throws {
    let kept = try at("2030-04-01T02:00:00+08:00").backUp(toFolder: folder, keep: nil)
    let copy = URL(filePath: folder + "/" + kept.record.file)
    let record = folder + "/ledger-2030-04-01T0200.json"
    switch damage {
    case "bytes":
      var bytes = try Data(contentsOf: copy)
      bytes[bytes.count - 100] ^= 1
      try bytes.write(to: copy)
    case "record": try Data("{".utf8).write(to: URL(filePath: record))
    case "other":
      _ = try scratch.operations.edit(
        "1", [.init(field: "remark", text: "测试数据")], reason: nil)
      try FileManager.default.removeItem(at: copy)
      try scratch.operations.backUp(to: copy.path)
    case "cut":
      let bytes = try Data(contentsOf: copy)
      try bytes.prefix(bytes.count / 2).write(to: copy)
    default: try FileManager.default.removeItem(atPath: record)
    }
    let problems = try scratch.operations.checkBackups(in: folder, newest: false)[0].problems
    switch damage {
    case "bytes", "cut": #expect(problems.contains(.otherBytes))
    case "other": #expect(problems == [.otherBytes, .otherLedger])
    default: #expect(problems == [.withoutRecord])
    }
  }
}
