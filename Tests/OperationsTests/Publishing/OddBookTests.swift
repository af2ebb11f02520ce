import Foundation
import Intake
import Ledger
import Matching
import Spreadsheet
import Storage
import Testing
import Wording

@testable import Operations

/// One odd value, or one book that cannot be written, never keeps the others back.
@Suite struct OddBookTests {
  private static let odd = "氢能/储能[一]:'二'*？\u{1}\u{FFFF}_x000D_ & <很长的名字很长的名字很长的名字很长的名字>"

  /// A ledger in which every name and text is odd.
  private func oddLedger() throws -> ScratchLedger {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    for field in Field.allCases where field.kind == .text && field != .code {
      _ = try scratch.operations.edit(
        "1", [Assignment(field: field.id, text: Self.odd + field.id)], reason: nil)
    }
    _ = try scratch.operations.edit(
      "1",
      [
        Assignment(field: "chain", text: "新能源"), Assignment(field: "lead_units", text: "市发展改革委"),
        Assignment(field: "content", text: String(repeating: "很长", count: 20_000)),
      ], reason: nil)
    for (kind, code) in [
      (CatalogueKind.chain, "new-energy"), (.unit, "drc"), (.stage, "build"),
      (.register, "shuangbai"),
    ] {
      _ = try scratch.operations.setItem(
        kind, code: code, isNew: false, [(path: "name", text: Self.odd + kind.rawValue)],
        reason: nil)
    }
    return scratch
  }

  @Test func `名称里什么字符都有，每本报表照样写成，每个部分都是 XML`() throws {
    let scratch = try oddLedger()
    let out = scratch.folder.appending(path: "out").path
    var files = try scratch.operations.writeBooks(to: out)
    files += try scratch.operations.exportUnits(QuestionOptions(filter: [:]), to: out)
    let issue = try scratch.operations.publish(
      Book.allCases,
      ExportOptions(
        question: QuestionOptions(filter: ["q": [""], "nature": ["&=%\u{FFFF}" + Self.odd]]),
        since: .day(try #require(PartialDate("2026-01-01"))), annex: Self.odd),
      to: out)
    #expect(files.compactMap(\.failure) == [] && issue.failed.isEmpty)
    #expect(issue.publications.count == Book.allCases.count)
    let paths = files.map(\.path) + issue.publications.map { out + "/" + $0.file }
    let faults = try Python.output(["-c", Self.parts] + paths)
    #expect(faults == "")
  }

  private static let parts = """
    import sys, zipfile
    from xml.parsers import expat
    for path in sys.argv[1:]:
        book = zipfile.ZipFile(path)
        for part in book.namelist():
            try: expat.ParserCreate().Parse(book.read(part), True)
            except expat.ExpatError as error: print(path, part, error)
    """

  @Test func `一格放不下的文字，原样交回的核对表不改它`() throws {
    let scratch = try oddLedger()
    let before = try scratch.snapshot()
    for file in try scratch.operations.exportUnits(
      QuestionOptions(filter: [:]), to: scratch.folder.appending(path: "units").path)
    {
      let prepared = try scratch.operations.prepare(
        try ReceivedFile(path: file.path), ImportOptions())
      #expect(!prepared.hasEffect)
    }
    #expect(try scratch.snapshot() == before)
  }

  @Test func `一格放不下的文字和名称，全字段明细交回来也不改它，另一本台账读得进`() throws {
    let (scratch, other) = (try oddLedger(), try ScratchLedger())
    let name = String(repeating: "很长的名称", count: 8_000)
    // By hand it would be refused; a list's is kept.
    let list = "项目名称,总投资（万元）\n\(name),100\n"
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(
        ReceivedFile(name: "长名称.csv", bytes: Array(list.utf8)),
        ImportOptions(year: 2026, sender: "测试")))
    let before = try scratch.snapshot()
    let units = try scratch.operations.exportUnits(
      QuestionOptions(filter: [:]), to: scratch.folder.appending(path: "units").path)
    let raw = try scratch.operations.export(
      .raw, ExportOptions(question: QuestionOptions(filter: [:])),
      to: scratch.folder.appending(path: "raw.xlsx").path)
    for path in units.map(\.path) + [raw] {
      let prepared = try scratch.operations.prepare(
        try ReceivedFile(path: path), ImportOptions(year: 2026, sender: "测试"))
      #expect(prepared.plan.rows.map(\.action).allSatisfy { $0 == .unchanged }, "\(path)")
      _ = try scratch.operations.commit(prepared)
    }
    #expect(try scratch.snapshot() == before)
    let prepared = try other.operations.prepare(
      try ReceivedFile(path: raw), ImportOptions(year: 2026, sender: "测试"))
    #expect(prepared.plan.count(.new) == before.count)
    #expect(prepared.plan.list.findings.contains { $0.code == .textShortened })
  }

  @Test(arguments: Book.allCases.filter { $0 != .changes })
  func `写不成的一本说明原因，其余照写`(book: Book) throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let out = scratch.folder.appending(path: "out")
    let taken = out.appending(path: book.title + ".xlsx")
    try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: true)
    let files = try scratch.operations.writeBooks(to: out.path)
    #expect(files.filter { $0.failure != nil }.map(\.title) == [book.title])
    let failure = try #require(files.compactMap(\.failure).first)
    #expect(failure.sentence.contains(taken.path) && !failure.sentence.contains("notWritable"))
    for file in files where file.failure == nil {
      #expect(FileManager.default.fileExists(atPath: file.path))
    }
  }

  @Test func `发一期时写不成的一本不登记，其余照发`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let options = ExportOptions(question: QuestionOptions(filter: [:]))
    let out = scratch.folder.appending(path: "out").path
    let books: [Book] = [.leaders, .gaps]
    let first = try scratch.operations.publish(books, options, to: out)
    let file = try #require(first.publications.first { $0.book == "gaps" }?.file)
    try FileManager.default.removeItem(atPath: out + "/" + file)
    try FileManager.default.createDirectory(
      atPath: out + "/" + file, withIntermediateDirectories: true)
    let second = try scratch.operations.publish(books, options, to: out)
    #expect(second.failed.map(\.title) == [Book.gaps.title])
    #expect(second.publications.map(\.book) == ["leaders"])
    #expect(try scratch.operations.publications(limit: 10).count == 3)
  }
}
