import Foundation
import Intake
import Ledger
import Matching
import Testing
import Wording

@testable import Operations

/// The words of headers as part of a ledger's catalogue; invented lists (测试数据).
@Suite struct HeaderWordTests {
  let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  private static let list = """
    项目名称,投资盘子（万元）,抓总单位
    甲溪轴瓦厂（测试数据）,5000,市财政局
    """

  private func meanings() throws -> [String] {
    let prepared = try scratch.operations.prepare(
      ReceivedFile(name: "清单.csv", bytes: Array(Self.list.utf8)), ImportOptions(year: 2026))
    return prepared.plan.list.tables[0].layout.columns.map {
      $0.meaning.text(prepared.catalogue)
    }
  }

  @Test func `台账里加一个用语，清单就读得出；撤销了又读不出，历史都在`() throws {
    #expect(try meanings() == ["name", "", ""])
    let label = try scratch.operations.setItem(
      .header, code: "total_investment", isNew: false, [(path: "alias", text: "投资盘子")],
      reason: "县里的叫法")
    let role = try scratch.operations.setItem(
      .header, code: "role.lead", isNew: false, [(path: "alias", text: "抓总")], reason: nil)
    #expect(try meanings() == ["name", "total_investment", "lead_units"])
    _ = try scratch.operations.undo(
      scratch.operations.undoPlan(of: label.entry.number), reason: nil)
    #expect(try meanings() == ["name", "", "lead_units"])
    // What came with the program is as it was, not gone with the undone word.
    let words = try HeaderWords(scratch.operations.catalogue())
    #expect(words.labels(of: "total_investment").contains("总投资额"))
    _ = try scratch.operations.undo(scratch.operations.undoPlan(of: role.entry.number), reason: nil)
    #expect(try meanings() == ["name", "", ""])
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `去掉一个用语，清单就不再这样读`() throws {
    let words = try HeaderWords(scratch.operations.catalogue()).labels(of: "segment")
    #expect(words.contains("环节"))
    _ = try scratch.operations.setItem(
      .header, code: "segment", isNew: false, [(path: "-alias", text: "环节")], reason: nil)
    #expect(
      try HeaderWords(scratch.operations.catalogue()).labels(of: "segment")
        == words.filter { $0 != "环节" })
  }

  @Test func `手工修改、清除也认台账的用语`() throws {
    _ = try scratch.operations.setItem(
      .header, code: "total_investment", isNew: false, [(path: "alias", text: "投资盘子")], reason: nil)
    let operations = scratch.operations
    let catalogue = try operations.catalogue()
    let reading = try operations.read([Assignment(field: "投资盘子", text: "5亿元")], catalogue)
    #expect(reading.values.map(\.key) == [FieldKey(.totalInvestment)])
  }

  @Test func `目录列得出全部用语；没有规则去读的不能新增`() throws {
    let items = try scratch.operations.catalogueWithHeaders().items(of: .header)
    #expect(items.count == (try Catalogue.shipped().headerItems().count))
    #expect(throws: OperationError.self) {
      try scratch.operations.setItem(
        .header, code: "role.unheard", isNew: false, [(path: "alias", text: "抓总")], reason: nil)
    }
  }
}
