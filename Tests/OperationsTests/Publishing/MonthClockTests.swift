import Foundation
import Ledger
import Storage
import Testing
import Wording

@testable import Operations
@testable import Reports

/// Books of a month do not show what people did later: decisions, steps of tasks, problems, starts (测试数据).
@Suite struct MonthClockTests {
  private let scratch: ScratchLedger
  private var operations: LedgerOperations { scratch.operations }

  init() throws {
    scratch = try ScratchLedger()
    try scratch.add([
      "name": "测试青石电池厂", "total_investment": "120亿元", "stage": "开工", "start_planned": "2026-02",
      "start_actual": "2026-03-10",
    ])
    try scratch.add(["name": "测试松涛模组厂", "total_investment": "6亿元"])
    try advance("交办", on: "2026-02-03")
    try problem(on: "2026-02-20")
    try confirm("1", true, on: "2026-04-10")
    try confirm("2", true, on: "2026-04-11")
    try problem(on: "2026-04-15", isClosed: true)
    try advance("督办", on: "2026-05-06")
    try confirm("2", false, on: "2026-06-08")
  }

  private func confirm(_ project: String, _ isConfirmed: Bool, on day: String) throws {
    _ = try scratch.operations(on: day).confirm(
      project, isConfirmed: isConfirmed, year: 2026, document: "测试纪要\(day)", reason: nil)
  }

  private func advance(_ step: String, on day: String) throws {
    _ = try scratch.operations(on: day).advance(
      task: "2.1", to: step, note: "\(step)单", document: nil)
  }

  private func problem(on day: String, isClosed: Bool = false) throws {
    _ = try scratch.operations(on: day).problem("2", "用电未落实", said { $0.isClosed = isClosed })
  }

  private func asked(_ month: String?, _ more: [String: [String]] = [:]) -> QuestionOptions {
    QuestionOptions(filter: more.merging(month.map { ["month": [$0]] } ?? [:]) { one, _ in one })
  }

  /// The texts of the rows of a book's sheet.
  private func rows(_ book: Book, _ sheet: Int, _ month: String?) throws -> [String] {
    try operations.reading { store, catalogue in
      let press = try BookPress([book], ExportOptions(question: asked(month)), store, catalogue)
      return book.sheets(press.source, since: nil)[sheet].rows.map { row in
        row.cells.compactMap { cell in
          if case .text(let text) = cell.content { text } else { nil }
        }.joined(separator: "|")
      }
    }
  }

  private static let decided: [(String?, String, String?)] = [
    ("2026-03", "|开工|总投资120.00亿元；按规则列为候选", nil),
    ("2026-04", "|已认定|认定依据：测试纪要2026-04-10；总投资120.00亿元", "|已认定|认定依据：测试纪要2026-04-11"),
    ("2026-05", "|已认定|认定依据：测试纪要2026-04-10；总投资120.00亿元", "|已认定|认定依据：测试纪要2026-04-11"),
    (nil, "|已认定|认定依据：测试纪要2026-04-10；总投资120.00亿元", "|不符合|认定依据：测试纪要2026-06-08"),
  ]

  @Test(arguments: decided)
  func `认定算到当月底，依据也是那时的`(month: String?, large: String, small: String?) throws {
    let rows = try rows(.promotion, 1, month)
    #expect(rows.contains { $0.hasPrefix("测试青石电池厂|") && $0.hasSuffix(large) }, "\(rows)")
    #expect(
      rows.first { $0.hasPrefix("测试松涛模组厂|") }.map { $0.hasSuffix(small ?? "") }
        == small.map { _ in true })
  }

  @Test(arguments: [("2026-03", 0.0), ("2026-04", 2), ("2026-05", 2), (nil, 1)])
  func `目标只数当月底已认定的，书里和查询一致`(month: String?, count: Double) throws {
    let code = "shuangbai-count"
    let answer = try operations.targets(asked(month)).targets.first { $0.target.code == code }
    #expect(answer?.value == count)
    let inBook = try operations.reading { store, catalogue in
      let press = try BookPress(
        [.targets], ExportOptions(question: asked(month)), store, catalogue)
      return TargetReader(press.source).progress(of: code)?.value
    }
    #expect(inBook == count)
  }

  @Test func `补记的认定按认定的日期算`() throws {
    _ = try scratch.operations(on: "2026-06-20").confirm(
      "2", isConfirmed: true, year: 2026, document: "测试补记", reason: nil,
      on: PartialDate("2026-03-15"))
    #expect(try !rows(.promotion, 1, "2026-02").contains { $0.hasPrefix("测试松涛模组厂|") })
    for month in ["2026-03", "2026-04", nil] {
      #expect(try rows(.promotion, 1, month).contains { $0.hasSuffix("|已认定|认定依据：测试补记") })
    }
  }

  @Test func `补记的任务环节按那一天算`() throws {
    _ = try scratch.operations(on: "2026-06-20").advance(
      task: "2.2", to: "落实", note: nil, document: nil, on: PartialDate("2026-03-15"))
    func isUnderway(_ month: String) throws -> Bool {
      try rows(.tasks, 0, month).contains { $0.hasPrefix("2.2|") && $0.contains("|落实|") }
    }
    #expect(try isUnderway("2026-03") && !isUnderway("2026-02"))
  }

  @Test func `撤销了的认定不再收回`() throws {
    try scratch.undo(try operations.reading { store, _ in try store.entry(store.revision) })
    for month in ["2026-05", nil] {
      #expect(try rows(.promotion, 1, month).contains { $0.hasSuffix("|已认定|认定依据：测试纪要2026-04-11") })
    }
  }

  private static let steps: [(String?, String?)] = [
    ("2026-01", nil), ("2026-02", "交办"), ("2026-04", "交办"), ("2026-05", "督办"), (nil, "督办"),
  ]

  @Test(arguments: steps)
  func `任务环节算到当月底`(month: String?, step: String?) throws {
    let rows = try rows(.tasks, 0, month)
    let row = try #require(rows.first { $0.hasPrefix("2.1|") })
    #expect(["交办", "督办"].filter { row.contains("|\($0)|") } == [step].compactMap { $0 }, "\(row)")
    let untold = month == "2026-01" ? nil : step.map { "\($0)1项" }
    #expect(untold.map { words in rows.contains { $0.contains(words) } } ?? true)
  }

  @Test(arguments: [
    ("2026-01", false), ("2026-02", true), ("2026-03", true), ("2026-04", false), (nil, false),
  ])
  func `问题算到当月底`(month: String?, isOpen: Bool) throws {
    #expect(try rows(.leaders, 1, month).contains { $0.contains("问题“用电未落实”尚未办结") } == isOpen)
    let lagging = asked(month, ["light": ["滞后"]])
    #expect(try operations.list(lagging).content.projects.map(\.id) == (isOpen ? [2] : []))
    #expect(try operations.overview(asked(month)).openProblems == (isOpen ? 1 : 0))
    let open = try scratch.operations(on: "2026-06-08").matters(
      .problemLog, .open, of: nil, asked(month))
    #expect(open.items.count == (isOpen ? 1 : 0))
  }

  @Test(arguments: [("2026-02", [1]), ("2026-03", []), (nil, [])])
  func `应开工而没有的，后来开工的那时算没有`(month: String?, late: [Int]) throws {
    let due = asked(month, ["due": ["2026-02"]])
    #expect(try operations.list(due).content.projects.map { Int($0.id) } == late)
  }

  @Test func `口径写明哪些算到当月底，旧月份的书以后核对仍一致`() throws {
    let rows = try rows(.leaders, 1, "2026-03")
    #expect(rows.contains { $0.contains("节点、问题清单、双百项目认定、任务环节为3月底的情况") })
    #expect(!rows.contains { $0.contains("问题清单为台账现在的内容") })
    for book in [Book.promotion, .tasks, .leaders] {
      let path = scratch.folder.appending(path: "\(book.rawValue).xlsx").path
      try operations.export(book, ExportOptions(question: asked("2026-05")), to: path)
      try confirm("1", book == .tasks, on: "2026-06-09")
      #expect(try operations.verify(book: FilePath(path)).isUnaltered == true, "\(book)")
    }
  }
}
