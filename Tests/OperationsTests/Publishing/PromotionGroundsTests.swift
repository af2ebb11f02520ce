import Foundation
import Intake
import Ledger
import Storage
import Testing
import Wording

@testable import Operations
@testable import Reports

/// What a place on the register of 双百项目 rests on, as the book of attraction tells it (测试数据).
@Suite struct PromotionGroundsTests {
  private let scratch: ScratchLedger
  private var operations: LedgerOperations { scratch.operations }

  init() throws {
    scratch = try ScratchLedger()
    let file = scratch.folder.appending(path: "双百清单.csv")
    let text = """
      项目名称,总投资（万元）,合同投资额（万元）,是否双百项目
      甲测试厂,5000,,是
      乙测试厂,6000,,是
      丙测试厂,7000,1200000,
      """
    try Data(text.utf8).write(to: file)
    _ = try operations.commit(
      try operations.prepare(
        try ReceivedFile(path: file.path), ImportOptions(year: 2026, sender: "测试局")))
    _ = try operations.confirm(
      "2", isConfirmed: true, year: 2026, document: "测试纪要〔2026〕8号", reason: nil)
  }

  private func rows(_ filter: [String: [String]] = [:]) throws -> [String] {
    try operations.reading { store, catalogue in
      let press = try BookPress(
        [.promotion], ExportOptions(question: QuestionOptions(filter: filter)), store, catalogue)
      let sheet = Book.promotion.sheets(press.source, since: nil)[1]
      return sheet.rows.map { row in
        row.cells.compactMap { cell in
          if case .text(let text) = cell.content { text } else { nil }
        }.joined(separator: "|")
      }
    }
  }

  @Test func `依据写明认定的文件，清单列入的写明是哪份清单`() throws {
    let rows = try rows()
    #expect(rows.contains("乙测试厂|已认定|认定依据：测试纪要〔2026〕8号"))
    #expect(rows.first { $0.hasPrefix("甲测试厂") } == "甲测试厂|候选|清单列入：双百清单.csv")
    #expect(rows.contains("丙测试厂|合同投资额120.00亿元；按规则列为候选"))
  }

  @Test func `口径是现行的规则，改了规则就照改后的写`() throws {
    #expect(try rows().contains { $0.contains("总投资、预计年产值或合同投资额在100亿元以上的列为候选，清单列入的为候选；认定须有文件和经办人") })
  }

  @Test func `认定撤销了，依据又是那份清单`() throws {
    try scratch.undo(try operations.reading { store, _ in try store.entry(store.revision) })
    #expect(try rows().contains { $0.hasPrefix("乙测试厂|候选|清单列入：双百清单.csv") })
  }

  @Test func `旧的报表照那时的依据核对`() throws {
    let path = scratch.folder.appending(path: "招商.xlsx").path
    try operations.export(
      .promotion, ExportOptions(question: QuestionOptions(filter: [:])), to: path)
    _ = try operations.confirm(
      "1", isConfirmed: false, year: 2026, document: "测试纪要〔2026〕9号", reason: nil)
    #expect(try operations.verify(book: FilePath(path)).isUnaltered == true)
  }
}
