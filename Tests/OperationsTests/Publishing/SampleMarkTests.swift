import Foundation
import Intake
import Ledger
import Matching
import Testing
import Wording

@testable import Operations

/// What leaves a ledger with sample data says so, whatever it is written as (测试数据).
@Suite struct SampleMarkTests {
  @Test(arguments: [true, false]) func `明细、表格文件和说明都写明含示例数据`(isSample: Bool) throws {
    let scratch = try ScratchLedger()
    let file = try ReceivedFile(
      path: Fixtures.lists.appending(path: "list-march.xlsx").path,
      name: isSample ? "示例/三月.xlsx" : "三月.xlsx")
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(file, ImportOptions(year: 2026)))
    let csv = scratch.folder.appending(path: "明细.csv").path
    let options = ExportOptions(question: QuestionOptions(filter: [:]))
    try scratch.operations.export(.raw, options, to: csv)
    let head = try String(contentsOfFile: csv, encoding: .utf8).prefix { $0 != "\r\n" }
    #expect(head.hasSuffix(",含示例数据") == isSample)
    // The column is no field: what is read back is the same.
    let again = try scratch.operations.prepare(
      try ReceivedFile(path: csv), ImportOptions(year: 2026))
    #expect(again.plan.list.findings.filter { $0.severity == .error }.isEmpty)
    let folder = scratch.folder.appending(path: "out").path
    let issue = try scratch.operations.publish([.raw, .leaders], options, to: folder)
    for letter in issue.letters where !letter.hasSuffix(".docx") {
      #expect(try String(contentsOfFile: letter, encoding: .utf8).contains("含示例数据") == isSample)
    }
    for book in issue.publications {
      let found = try scratch.operations.verify(book: FilePath(folder + "/" + book.file))
      #expect(found.isUnaltered == true)
    }
  }
}
