import Foundation
import Intake
import Ledger
import Storage
import Testing
import Wording

@testable import Operations
@testable import Reports

/// A heading that names a month means one number: figures of which nobody said up to which month they are count
/// where no month is asked for, and are told. 测试数据
@Suite struct UndatedFiguresTests {
  private let lists: ReportedLists

  init() throws {
    lists = ReportedLists(scratch: try ScratchLedger())
    try lists.take(
      "鹿寨县发改局", 4, "总投资（万元）,2026年计划投资（万元）,2026年1-4月完成投资（万元）",
      ["远岭冷库,8000,1000,300"])
  }

  private func addUndated() throws {
    try lists.take(
      "市商务局", nil, "总投资（万元）,2026年计划投资（万元）,2026年完成投资（万元）", ["白沙渡码头,5000,800,200"])
  }

  /// What a book says of its month, the heading of what is done, and the sentence; the book is what it is verified as.
  private func book(_ filter: [String: [String]]) throws -> [String] {
    let path = try lists.scratch.export(.leaders, "领导汇总.xlsx", filter: filter)
    #expect(try lists.scratch.operations.verify(book: FilePath(path)).isUnaltered == true)
    let overview = try lists.scratch.operations.overview(QuestionOptions(filter: filter))
    let edition = overview.edition
    return [edition.note, edition.basis, edition.doneLabel, overview.sentence]
  }

  @Test func `未注明截至月份的完成数，不问月份时计入并写明几项，问月份时不计入`() throws {
    try addUndated()
    let present = try book([:])
    #expect(present[0].contains("截至2026年4月底，另有1项未注明截至月份"))
    #expect(present[2] == "2026年累计\n完成投资")
    #expect(present[3].contains("本年累计完成0.05亿元（其中1项未注明截至月份）"))
    let asked = try book(["month": ["2026-04"]])
    #expect(asked[0].contains("截至2026年4月底") && !asked[0].contains("未注明"))
    #expect(asked[2] == "2026年1-4月\n完成投资" && asked[3].contains("本年累计完成0.03亿元；"))
  }

  @Test func `都注明了月份的，问不问这个月是一个数`() throws {
    let (present, asked) = try (book([:]), book(["month": ["2026-04"]]))
    #expect(present[2] == asked[2] && present[3] == asked[3])
  }

  @Test func `清单都写了截至月份而没有完成数的，不说未注明`() throws {
    let fresh = ReportedLists(scratch: try ScratchLedger())
    try fresh.take("鹿寨县发改局", 3, "总投资（万元）", ["远岭冷库,8000"])
    let note = try fresh.scratch.operations.overview(QuestionOptions(filter: [:])).edition.note
    #expect(note.contains("2026年，清单最新截至3月，没有能按月计的完成投资"))
    try fresh.take("市商务局", nil, "总投资（万元）", ["白沙渡码头,5000"])
    let path = try fresh.scratch.export(.leaders, "领导汇总.xlsx")
    #expect(try fresh.scratch.operations.verify(book: FilePath(path)).isUnaltered == true)
  }
}
