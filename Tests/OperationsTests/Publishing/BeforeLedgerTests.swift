import Foundation
import Ledger
import Spreadsheet
import Testing

@testable import Operations

/// A book of a day before the ledger began is of that day, and says since when there is a ledger. 测试数据
@Suite struct BeforeLedgerTests {
  @Test func `台账还没有时的领导汇总，是那一年的，写明台账从哪天起`() throws {
    let lists = ReportedLists(scratch: try ScratchLedger())
    try lists.take("市发展改革委", 3, "总投资（万元）", ["远岭冷库,8000"])
    let book = try lists.scratch.export(.leaders, "书.xlsx", filter: ["as-of": ["2025-12-31"]])
    let workbook = try Workbook.read(Array(Data(contentsOf: URL(filePath: book))))
    let texts = workbook.sheets.flatMap {
      [$0.name]
        + $0.rows.flatMap(\.cells).compactMap { cell in
          if case .text(let text) = cell.value { text } else { nil }
        }
    }
    #expect(!texts.contains { $0.contains("1970") }, "\(texts)")
    #expect(
      texts.contains { $0.contains("2025年") }
        && texts.contains { $0.contains("台账") && $0.contains("起") })
    #expect(
      try lists.scratch.operations.begun(QuestionOptions(filter: ["as-of": ["2025-12-31"]])) != nil)
  }
}
