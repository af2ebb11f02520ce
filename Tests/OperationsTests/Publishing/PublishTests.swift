import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

/// Sending books out, looking at one that lies on a operations, and acts that name a document.
@Suite struct PublishTests {
  private func publish(
    _ scratch: ScratchLedger, _ books: [Book], since: ExportOptions.Beginning? = nil,
    month: String? = nil
  ) throws -> Operations.Issue {
    let filter = month.map { ["month": [$0]] } ?? [:]
    return try scratch.operations.publish(
      books, ExportOptions(question: QuestionOptions(filter: filter), since: since),
      to: scratch.folder.appending(path: "out").path)
  }

  @Test func `发一期登记在册，不改变台账版次；下一期的变化简报从上一期算起`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let revision = try scratch.operations.reading { store, _ in try store.revision }
    let first = try publish(scratch, Book.allCases, since: .last)
    #expect(first.leftOut == [.changes])
    #expect(first.publications.count == Book.allCases.count - 1)
    #expect(try scratch.operations.reading { store, _ in try store.revision } == revision)
    #expect(try scratch.operations.verify() == [])
    _ = try scratch.operations.edit("1", [Assignment(field: "总投资", text: "7亿元")], reason: "测试")
    let second = try publish(scratch, [.changes], since: .last)
    #expect(second.leftOut.isEmpty)
    #expect(try scratch.operations.publications(limit: 100).count == Book.allCases.count)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: scratch.folder.appending(path: "out").path)
    #expect(names.contains("说明.md") && names.contains("说明.txt"))
    let name = try #require(second.publications.first?.file)
    #expect(name.hasPrefix("重大项目变化简报_全部项目_") && name.hasSuffix("_第\(revision + 1)版.xlsx"))
  }

  @Test func `逐月发的也接着上一期；同一版再发一次不与自己比；几个月的文件不同名`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let first = try publish(scratch, [.leaders], month: "2026-02")
    _ = try scratch.operations.edit("1", [Assignment(field: "总投资", text: "7亿元")], reason: "测试")
    for _ in 1...2 {
      let next = try publish(scratch, [.leaders, .changes], since: .last, month: "2026-03")
      #expect(next.leftOut.isEmpty)
      #expect(next.publications.map(\.file) != first.publications.map(\.file))
      #expect(next.publications.allSatisfy { $0.file.contains("_截至2026年3月_") })
      let path = scratch.folder.appending(path: "out/\(next.publications[1].file)").path
      let brief = try Python.output([Python.script("dump.py"), path, "/dev/null"])
      #expect(brief.contains("数据调整1项"))
    }
  }

  @Test func `登记不了的不写出：时钟远远超前没人认可，或别人正在写`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let out = scratch.folder.appending(path: "out").path
    func publish(_ operations: LedgerOperations) throws -> Int {
      let options = ExportOptions(question: QuestionOptions(filter: [:]))
      let issue = try operations.publish([Book.leaders], options, to: out)
      return issue.publications.count
    }
    var ahead = LedgerOperations(path: scratch.operations.path, actor: "测试") {
      [clock = scratch.clock] in
      clock.tick() + 700 * 86_400
    }
    do {
      _ = try publish(ahead)
      Testing.Issue.record("published")
    } catch StorageError.clockAhead {}
    var other = scratch.operations
    other.patience = .milliseconds(10)
    try scratch.operations.writing { _, _ in
      do {
        _ = try publish(other)
        Testing.Issue.record("published")
      } catch StorageError.busy {}
    }
    #expect(!FileManager.default.fileExists(atPath: out))
    ahead.watch = LedgerWatch(confirms: { _ in true }, tells: { _ in })
    #expect(try publish(ahead) == 1)
  }

  @Test(arguments: Book.allCases.filter { $0 != .changes })
  func `桌上的报表能核对：没改过、之后变了几个项目`(book: Book) throws {
    let scratch = try ScratchLedger()
    try scratch.commit("08-large-1200.xlsx")
    let path = scratch.folder.appending(path: "book.xlsx").path
    let options = ExportOptions(question: QuestionOptions(filter: [:]))
    try scratch.operations.export(book, options, to: path)
    let fresh = try scratch.operations.verify(book: FilePath(path))
    #expect(fresh.isOurs && fresh.isIdentical && fresh.isCurrent)
    _ = try scratch.operations.edit("2", [Assignment(field: "总投资", text: "7.5亿元")], reason: "测试")
    let later = try scratch.operations.verify(book: FilePath(path))
    #expect(later.touched == 1 && later.entries.count == 1 && !later.isCurrent)
    let other = try ScratchLedger()
    try other.commit("list-march.xlsx")
    #expect(try other.operations.verify(book: FilePath(path)).isOurs == false)
  }

  @Test func `不是台账导出的工作簿，说明白`() throws {
    let scratch = try ScratchLedger()
    let path = Fixtures.lists.appending(path: "list-march.xlsx").path
    #expect(throws: OperationError.notABook(file: "list-march.xlsx")) {
      try scratch.operations.verify(book: FilePath(path))
    }
  }

  @Test func `认定双百要有文件，写入凭证，可以撤销`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    #expect(throws: OperationError.documentMissing) {
      try scratch.operations.confirm("1", isConfirmed: true, year: 2026, document: "", reason: nil)
    }
    let key = FieldKey(register: "shuangbai", year: 2026)
    let before = try scratch.snapshot()[1]?[key]
    let outcome = try scratch.operations.confirm(
      "1", isConfirmed: true, year: 2026, document: "测试纪要1号", reason: nil)
    let entry = try #require(outcome.entry)
    #expect(entry.kind == .confirm && entry.particulars.evidence == "测试纪要1号")
    guard case .membership(let membership) = try scratch.snapshot()[1]?[key] else {
      Testing.Issue.record("not on the register")
      return
    }
    #expect(membership.state == "已认定")
    _ = try scratch.operations.undo(try scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try scratch.snapshot()[1]?[key] == before)
  }

  @Test(arguments: ["招商落地项目", "landed-attraction"])
  func `清单里不认的项目库，手工可以列入`(register: String) throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    _ = try scratch.operations.edit(
      "1", [Assignment(field: "registers:\(register)", text: "是")], reason: "测试")
    #expect(try scratch.snapshot()[1]?[FieldKey(register: "landed-attraction", year: 2026)] != nil)
  }

  @Test func `上报数和任务环节是凭证，记下依据`() throws {
    let scratch = try ScratchLedger()
    let report = try scratch.operations.report(
      "汽车产值", value: "460亿元", period: "2026-01..03", basis: "测试快报")
    #expect(report.kind == .report && report.particulars.evidence == "测试快报")
    let catalogue = try scratch.operations.catalogue()
    #expect(catalogue.figures(of: "output-auto").map(\.value) == ["460"])
    #expect(throws: OperationError.malformedFigure("460吨", unit: "亿元")) {
      try scratch.operations.report("汽车产值", value: "460吨", period: "2026-03", basis: "测试")
    }
    #expect(throws: OperationError.malformedPeriod("三月")) {
      try scratch.operations.report("汽车产值", value: "460", period: "三月", basis: "测试")
    }
    let task = try scratch.operations.advance(
      task: "2.6", to: "督办", note: "测试", document: "测试函1号")
    #expect(task.kind == .task)
    #expect(
      try scratch.operations.catalogue().tasks(of: 2026).first { $0.code == "2.6" }?.state?.step
        == .supervised)
    #expect(throws: OperationError.unknownStep("完事")) {
      try scratch.operations.advance(task: "2.6", to: "完事", note: nil, document: nil)
    }
    #expect(try scratch.operations.verify() == [])
  }
}
