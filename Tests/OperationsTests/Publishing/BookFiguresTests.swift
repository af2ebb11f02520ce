import Foundation
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
    try ledger.scratch.desk.export(
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
}
