import Foundation
import Intake
import Ledger
import Spreadsheet
import Testing
import Wording

@testable import Operations

/// What books leave out because a person has not decided about it stands beneath their tables. 测试数据
@Suite struct HeldSumTests {
  let scratch: ScratchLedger

  init() throws {
    scratch = try ScratchLedger()
    try commit("测试岭标准厂房,测试园区公司,柳北区,8000")
    try commit("测试岭标准厂房二期,测试园区公司,柳北区,9000")
  }

  private func commit(_ row: String) throws {
    let file = HeldRowTests.list(["1," + row])
    _ = try scratch.operations.commit(
      scratch.operations.prepare(file, ImportOptions(year: 2026, sender: HeldRowTests.sender)))
  }

  private static let words = "另有1行待人核定，总投资合计0.9亿元，核定以前不计入本表"

  private func says(_ path: String) throws -> Bool {
    let book = try Workbook.read([UInt8](Data(contentsOf: URL(filePath: path))))
    let sheets = book.sheets.map { sheet in
      sheet.rows.flatMap(\.cells).compactMap { cell -> String? in
        if case .text(let text) = cell.value { text } else { nil }
      }
    }
    // An empty chain's sheet has nothing to say how it counts.
    return sheets.filter { $0.contains { $0.hasPrefix("口径说明") } }
      .allSatisfy { $0.contains { $0.contains(Self.words) } }
  }

  @Test(arguments: [Book.leaders, .chains, .promotion, .targets])
  func `报表在表下写明还有几行、多少投资没有计入，答了就不写；核对旧的一本仍然没有改过`(book: Book) throws {
    let path = try scratch.export(book, "a.xlsx")
    #expect(try says(path))
    let id = try #require(try scratch.operations.queue([.row]).items.first?.id)
    _ = try scratch.operations.settle([PendingAnswer(id, .new)], reason: nil)
    #expect(try !says(scratch.export(book, "b.xlsx")))
    #expect(try scratch.operations.verify(book: FilePath(path)).isUnaltered == true)
  }
}
