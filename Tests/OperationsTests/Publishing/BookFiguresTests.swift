import Foundation
import Intake
import Ledger
import Testing

@testable import Operations

/// Every figure of every book, worked out apart from it: `Tests/ReadBack/check.py` reads the raw books
/// of the same ledger and compares.
@Suite struct BookFiguresTests {
  @Test func `每本报表的每个数都等于另一个程序从明细算出来的`() throws {
    let ledger = try BookLedger()
    let folder = ledger.scratch.folder
    _ = try ledger.export(to: folder)
    try ledger.scratch.operations.export(
      .raw, ExportOptions(question: QuestionOptions(filter: ["as-of": [BookLedger.listed]])),
      to: folder.appending(path: "before.xlsx").path)
    try FileManager.default.copyItem(at: BookLedger.list, to: folder.appending(path: "list.csv"))
    let facts = folder.appending(path: "facts.json")
    try JSONSerialization.data(withJSONObject: BookLedger.facts).write(to: facts)
    let answer = try Python.json([
      Python.script("check.py"), folder.path, BookLedger.catalogue.path, facts.path,
    ])
    #expect(answer["wrong"] as? [String] == [])
    // A figure nobody compares may be anything, and so may one that can be altered unnoticed.
    #expect(answer["blind"] as? [String] == [])
    #expect(answer["unnoticed"] as? [String] == [])
    let compared = try #require(answer["compared"] as? Int)
    #expect(compared > 900)
  }

  @Test(arguments: [1, 2, 3]) func `问哪个月，每个数都是那个月底的`(month: Int) throws {
    let ledger = try BookLedger()
    let (folder, operations) = (ledger.scratch.folder, ledger.scratch.operations)
    // One signs, starts and is produced later in the year; another was to start in the last days of a month.
    for (project, field, text) in [
      ("11", "签约时间", "2026-03-20"), ("1", "实际开工时间", "2026-03-02"), ("3", "实际开工时间", "2026-08"),
      ("3", "投产时间", "2026-09"), ("2", "计划开工时间", "2026-02-10"), ("12", "计划竣工时间", "2026-01-31"),
    ] {
      _ = try operations.edit(project, [Assignment(field: field, text: text)], reason: "测试")
    }
    let text = "2026-0\(month)"
    for book in [Book.leaders, .chains, .promotion, .targets, .tasks, .gaps] {
      try operations.export(
        book, ExportOptions(question: QuestionOptions(filter: ["month": [text]])),
        to: folder.appending(path: "\(book.rawValue).xlsx").path)
    }
    for name in ["raw", "before"] {
      try operations.export(
        .raw, ExportOptions(question: QuestionOptions(filter: [:])),
        to: folder.appending(path: "\(name).xlsx").path)
    }
    if month > 1 {
      var options = ExportOptions(question: QuestionOptions(filter: [:]))
      options.months = try ExportOptions.months("2026-01,\(text)")
      try operations.export(.changes, options, to: folder.appending(path: "months.xlsx").path)
    }
    try Data("项目名称\n".utf8).write(to: folder.appending(path: "list.csv"))
    var known = BookLedger.facts
    known["month"] = month
    known["asked"] = true
    known["first_month"] = 1
    if month < 3 {
      // People decided and acted in March.
      known["confirmed"] = [String]()
      known["steps"] = [String: String]()
      known["reported"] = [String: Double]()
      known["contracts_of_last_year"] = 0
    }
    let facts = folder.appending(path: "facts.json")
    try JSONSerialization.data(withJSONObject: known).write(to: facts)
    let answer = try Python.json([
      Python.script("check.py"), folder.path, BookLedger.catalogue.path, facts.path,
    ])
    #expect(answer["wrong"] as? [String] == [])
    #expect(answer["blind"] as? [String] == [])
    #expect(answer["unnoticed"] as? [String] == [])
    #expect(try #require(answer["compared"] as? Int) > 500)
  }
}
