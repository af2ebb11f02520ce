import Foundation
import Ledger
import Storage
import Testing
import Wording

@testable import Operations

/// The books that were sent out go with the ledger: into its backup, and back. 测试数据
@Suite struct IssuesBackupTests {
  private let scratch: ScratchLedger
  private let folder: String

  init() throws {
    scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    folder = scratch.folder.appending(path: "备份").path
  }

  private var issues: String { IssuesFolder(beside: scratch.operations.path).path }

  @discardableResult
  private func publish(_ remark: String? = nil) throws -> Publication {
    let issue = try scratch.operations.publish(
      [.leaders], ExportOptions(question: QuestionOptions(filter: [:])))
    let publication = try #require(issue.publications.first)
    let number = try #require(publication.number)
    if let remark {
      try scratch.operations.note(
        try scratch.operations.issued(number), number: "第1期", remark: remark)
    }
    return publication
  }

  private func check() throws -> [[BackupCheck.Problem]] {
    try scratch.operations.checkBackups(in: folder, newest: false).map(\.problems)
  }

  /// Every file of a folder with its bytes.
  private func content(of folder: String) throws -> [String: Data] {
    var content: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if !isFolder.boolValue { content[name] = try Data(contentsOf: URL(filePath: path)) }
    }
    return content
  }

  @Test func `备份带上发出的报表，核验通过，丢了能放回来`() throws {
    let publication = try publish("发至各县区")
    let before = try content(of: issues)
    let kept = try scratch.operations.backUp(toFolder: folder, keep: nil)
    #expect(kept.record.issues?.files == before.count)
    #expect(try check() == [[]])
    try FileManager.default.removeItem(atPath: issues)
    #expect(try scratch.operations.issued(1).files == [])
    let restored = try scratch.operations.restore(
      from: folder + "/" + kept.record.file, losing: true
    ) { _ in }
    #expect(restored.issues == 1)
    #expect(try content(of: issues) == before)
    let issued = try scratch.operations.issued(1)
    #expect(issued.files.contains(publication.file) && issued.note?.remark == "发至各县区")
    // A second time nothing is missing.
    #expect(
      try scratch.operations.restore(from: folder + "/" + kept.record.file, losing: true) { _ in }
        .issues == 0)
    #expect(try content(of: issues) == before)
  }

  @Test func `现在的不动：同一号已是别的，放到下一号，登记的照样找得到`() throws {
    let publication = try publish()
    let copy = scratch.folder.appending(path: "copy.sqlite").path
    try scratch.operations.backUp(to: copy)
    let own = issues + "/1/" + publication.file
    try Data("改过的".utf8).write(to: URL(filePath: own))
    #expect(try scratch.operations.issued(1).files == [])
    #expect(try scratch.operations.restore(from: copy, losing: true) { _ in }.issues == 1)
    #expect(try scratch.operations.issued(1).files.contains(publication.file))
    #expect(try Data(contentsOf: URL(filePath: own)) == Data("改过的".utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: issues).sorted() == ["1", "2"])
  }

  @Test(arguments: ["gone", "altered", "more"])
  func `备份里的报表不在了、改过、多了，核验都说`(damage: String) throws {
    let publication = try publish()
    let kept = try scratch.operations.backUp(toFolder: folder, keep: nil)
    let copy = folder + "/" + (try #require(kept.record.issues?.folder))
    switch damage {
    case "gone": try FileManager.default.removeItem(atPath: copy)
    case "altered":
      try Data("改".utf8).write(to: URL(filePath: copy + "/1/" + publication.file))
    default: try Data("多".utf8).write(to: URL(filePath: copy + "/1/多.txt"))
    }
    #expect(try check() == [[.otherIssues]])
  }

  @Test func `没有发过就什么都不多；旧备份清除时一起清除`() throws {
    let first = try scratch.operations.backUp(toFolder: folder, keep: nil)
    #expect(first.record.issues == nil)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy {
        !$0.hasSuffix(".issues")
      })
    try publish()
    for _ in 0..<3 { _ = try scratch.operations.backUp(toFolder: folder, keep: 1) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".issues") }.count == 1)
    #expect(try check() == [[]])
  }

  @Test func `恢复没有办成，不留半套`() throws {
    try publish()
    let copy = scratch.folder.appending(path: "copy.sqlite").path
    try scratch.operations.backUp(to: copy)
    try FileManager.default.removeItem(atPath: issues)
    #expect(throws: OperationError.notConfirmed) {
      try scratch.operations.restore(from: copy, losing: true) { _ in
        throw OperationError.notConfirmed
      }
    }
    let left = (try? FileManager.default.contentsOfDirectory(atPath: issues)) ?? []
    #expect(left == [])
  }
}
