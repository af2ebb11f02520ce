import Foundation
import Ledger
import Reports
import Storage
import Testing

@testable import Operations

/// Books as of a day say what was known by its end: also of figures, tasks, rules and samples.
@Suite struct BookDayTests {
  private let ledger: BookLedger
  private var operations: LedgerOperations { ledger.scratch.operations }

  init() throws { ledger = try BookLedger() }

  /// The texts and numbers of a book's row that begins a cell with a text.
  private func row(_ book: Book, _ name: String, asOf day: String?) throws -> String {
    let path = ledger.scratch.folder.appending(path: "\(book.rawValue).xlsx").path
    let filter = day.map { ["as-of": [$0]] } ?? [:]
    try operations.export(
      book, ExportOptions(question: QuestionOptions(filter: filter)), to: path)
    let text = try Python.output([Python.script("dump.py"), path, "/dev/null"])
    return text.split(separator: "\n").first { $0.contains("|\(name)|") }.map { $0 + "\n" } ?? ""
  }

  @Test(arguments: [
    (Book.targets, "AI机器人产值", "|60|亿元|", "|未报|"), (.tasks, "2.1", "|督办|", "|113000.5\n"),
    (.promotion, "新签项目合同额增速", "|60|%|", "（未报）"),
  ])
  func `上报数、增速基数、任务环节按当天登记的算`(
    book: Book, name: String, now: String, then: String
  ) throws {
    let today = try row(book, name, asOf: nil)
    let before = try row(book, name, asOf: BookLedger.listed)
    #expect(today.contains(now) && !today.contains(then), "\(today)")
    #expect(before.contains(then) && !before.contains(now), "\(before)")
  }

  @Test func `后来改的进度灯规则不改以前的灯`() throws {
    try operations.writing { store, catalogue in
      let item = try #require(catalogue.item(.setting, "light"))
      guard case .map(var attributes) = item.attributes else { return }
      attributes["normal_at_least"] = .text("20")
      let strict = CatalogueItem(
        kind: .setting, code: item.code, name: item.name, position: item.position,
        attributes: .map(attributes))
      try store.commit(
        catalogue: [strict], at: ledger.scratch.clock.tick(), actor: "测试", reason: "测试",
        expecting: nil)
    }
    let name = "测试云岫关节模组生产基地"
    #expect(try row(.leaders, name, asOf: nil).contains("● 滞后"))
    #expect(try row(.leaders, name, asOf: BookLedger.listed).contains("● 正常"))
  }

  @Test func `建账之前的一天没有项目，表照样写得出`() throws {
    for book in Book.allCases where book != .changes {
      #expect(try row(book, "测试云岫关节模组生产基地", asOf: "2026-01-01") == "", "\(book)")
    }
  }

  @Test func `含示例数据按当天的凭证写`() throws {
    let sample = try ReceivedFile(
      path: Fixtures.lists.appending(path: "list-march.xlsx").path, name: "示例/三月.xlsx")
    _ = try operations.commit(try operations.prepare(sample, ImportOptions(year: 2026)))
    func note(_ day: String?) throws -> Bool {
      let filter = day.map { ["as-of": [$0]] } ?? [:]
      return try operations.reading { store, catalogue in
        try BookPress(
          [.leaders], ExportOptions(question: QuestionOptions(filter: filter)), store, catalogue
        ).edition.holdsSamples
      }
    }
    #expect(try note(nil) && !note(BookLedger.listed))
  }

  @Test func `refresh 写出不需要期间的每本报表`() throws {
    let folder = ledger.scratch.folder.appending(path: "Exports").path
    let names = try operations.writeBooks(to: folder).map {
      URL(filePath: $0.path).lastPathComponent
    }
    #expect(names == Book.allCases.filter { $0 != .changes }.map { "\($0.title).xlsx" })
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == names.count)
  }
}
