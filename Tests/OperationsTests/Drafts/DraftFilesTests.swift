import Foundation
import Glibc
import Intake
import Ledger
import Matching
import Storage
import TestSupport
import Testing
import Wording

@testable import Operations

/// Drafts on the disk: names, modes, what is left half done, and several people at once. 测试数据
@Suite struct DraftFilesTests {
  let scratch: ScratchLedger

  init() throws {
    scratch = try ScratchLedger()
    try scratch.operations.beginLedger()
  }

  private static let rows = ["示例岭厂房,示例公司,柳南区,1000,谋划"]

  @Test(arguments: [
    ("../../../etc/passwd", "passwd"), ("C:\\临时\\3月.xlsx", "3月.xlsx"), ("..", ".."),
    ("/", ""), ("甲\u{0}乙\n丙.csv", "甲乙丙.csv"), ("表\u{202E}vsc.csv", "表vsc.csv"),
    ("<script>.csv", "<script>.csv"), ("-rf *.csv", "-rf *.csv"),
    ("'; DROP TABLE.csv", "'; DROP TABLE.csv"),
    (
      String(repeating: "长", count: 500) + ".xlsx",
      String(repeating: "长", count: 188) + "…长长长长长长.xlsx"
    ),
  ])
  func `文件名是数据，不是路径`(name: String, kept: String) throws {
    let draft = try scratch.receive(Self.rows, named: name)
    #expect(draft.name == kept)
    #expect(try scratch.draftFiles() == ["1", "1/draft.json", "1/list"])
    #expect(try scratch.operations.draft(1) == draft)
    #expect(try scratch.operations.file(of: draft).name == kept)
    let entry = try scratch.operations.write(draft: 1, seen: try scratch.look(at: draft)).entry
    #expect(entry?.source?.fileName == kept)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).contains("drafts"))
  }

  @Test func `只有台账的主人能看：文件夹 0700，文件 0600`() throws {
    let draft = try scratch.receive(Self.rows)
    try scratch.look(at: draft)
    func mode(_ path: String) throws -> Int {
      let path = scratch.draftsFolder.appending(path: path).path
      return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
    }
    #expect(try mode("") == 0o700 && mode("1") == 0o700)
    for file in ["1/draft.json", "1/list", "1/rows"] { #expect(try mode(file) == 0o600, "\(file)") }
  }

  @Test func `收到一半就断了，什么都不留`() throws {
    do {
      let upload = try scratch.operations.receive("半.csv")
      try upload.append([1, 2, 3])
      #expect(try scratch.draftFiles().count == 2)
      #expect(try scratch.operations.drafts().isEmpty)
    }
    #expect(try scratch.draftFiles().isEmpty)
  }

  @Test func `被杀掉的程序留下的一半由下一个清掉，正在收的不碰`() throws {
    let files = FileManager.default
    let folder = scratch.draftsFolder
    for name in [".receiving-dead", ".leaving-dead"] {
      let left = folder.appending(path: name)
      try files.createDirectory(at: left, withIntermediateDirectories: true)
      try Data("半".utf8).write(to: left.appending(path: "list"))
    }
    let running = try scratch.operations.receive("正在收.csv")
    try running.append(Array("项目名称\n甲".utf8))
    let draft = try scratch.receive(Self.rows)
    #expect(try scratch.draftFiles().filter { $0.contains("dead") }.isEmpty)
    let second = try running.finish(ImportDraft.Options())
    #expect(draft.number == 1 && second.number == 2)
  }

  @Test func `写到一半被杀，台账里有凭证就算写了，没有就接着写`() throws {
    let draft = try scratch.receive(Self.rows)
    let fingerprint = try scratch.look(at: draft)
    let folder = DraftsFolder(beside: scratch.operations.path).folder(1)
    var writing = try folder.read()
    writing.state = .writing(after: 1)
    try folder.write(writing)
    #expect(try scratch.operations.draft(1).state == .received)
    let written = try scratch.operations.write(draft: 1, seen: fingerprint).entry
    #expect(written?.number == 2)
    // Killed between the entry and the note of it.
    try folder.write(writing)
    #expect(try scratch.operations.drafts().map(\.state) == [.written(entry: 2)])
    #expect(throws: OperationError.draftWritten(1, entry: 2)) {
      try scratch.operations.write(draft: 1, seen: fingerprint)
    }
    #expect(try scratch.operations.entries(limit: 9).count == 2)
  }

  @Test func `读不出来的草稿不挡别的`() throws {
    _ = try scratch.receive(Self.rows)
    _ = try scratch.receive(Self.rows)
    for text in ["", "{", "[]", #"{"ledger":1}"#] {
      try Data(text.utf8).write(to: scratch.draftsFolder.appending(path: "1/draft.json"))
      #expect(try scratch.operations.drafts().map(\.number) == [2])
      #expect(throws: OperationError.draftMissing(1)) { try scratch.operations.draft(1) }
    }
  }

  @Test func `清单的字节被换过就不认`() throws {
    let draft = try scratch.receive(Self.rows)
    try Data("项目名称\n换过的".utf8).write(to: scratch.draftsFolder.appending(path: "1/list"))
    #expect(throws: OperationError.draftMissing(1)) {
      try scratch.operations.plan(draft: draft.number)
    }
  }

  @Test func `两个人同时确认，一个得到凭证，另一个听说已是哪张凭证`() async throws {
    for _ in 0..<4 {
      let draft = try scratch.receive(["示例\(UInt32.random(in: 0 ... .max))厂房,示例公司,柳南区,1000,谋划"])
      let fingerprint = try scratch.look(at: draft)
      let results = try concurrently(["甲", "乙", "丙"]) { [scratch] person in
        Result { try scratch.operations(of: person).write(draft: draft.number, seen: fingerprint) }
      }
      let entries = results.compactMap { try? $0.get().entry?.number }
      #expect(entries.count == 1)
      let refused = results.compactMap { result -> OperationError? in
        if case .failure(let error as OperationError) = result { error } else { nil }
      }
      #expect(
        refused
          == [OperationError](
            repeating: .draftWritten(draft.number, entry: entries.first ?? 0), count: 2))
    }
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `几个人同时上传，各得各的号`() throws {
    let numbers = try concurrently(["甲", "乙", "丙", "丁"]) { [scratch] person in
      try scratch.receive(Self.rows, by: person).number
    }
    #expect(numbers.sorted() == [1, 2, 3, 4])
  }

  /// Does something for each person on a thread of its own.
  private func concurrently<Outcome: Sendable>(
    _ people: [String], _ act: @escaping @Sendable (String) throws -> Outcome
  ) throws -> [Outcome] {
    let group = DispatchGroup()
    let outcomes = Outcomes<Outcome>()
    for person in people {
      group.enter()
      Thread.detachNewThread {
        outcomes.add(Result { try act(person) })
        group.leave()
      }
    }
    group.wait()
    return try outcomes.all.map { try $0.get() }
  }

  private final class Outcomes<Outcome: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [Result<Outcome, any Error>] = []
    var all: [Result<Outcome, any Error>] { lock.withLock { results } }
    func add(_ result: Result<Outcome, any Error>) { lock.withLock { results.append(result) } }
  }
}
