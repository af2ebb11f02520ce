import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// Values that a recipe gives a list; invented lists (测试数据).
@Suite struct ConstantTests {
  let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  private static let sender = "鹿寨县重点项目办"

  private static let march = """
    序号,项目名称,总投资（万元）,1-3月完成投资（万元）
    1,甲溪轴瓦厂（测试数据）,5000,300
    2,乙溪轴瓦厂（测试数据）,6000,400
    """

  private static let recipe = """
    sender: 鹿寨县重点项目办
    tables:
    - constants: {district: 鹿寨县, 建设性质: 新建}
    """

  private func prepare(_ text: String, recipe: String? = nil) throws -> PreparedImport {
    let file = try recipe.map { try RecipeFile(yaml: $0.utf8, scratch.operations.catalogue()) }
    return try scratch.operations.prepare(
      ReceivedFile(name: "清单.csv", bytes: Array(text.utf8)),
      ImportOptions(year: 2026, sender: Self.sender, recipe: file))
  }

  private func districts(_ prepared: PreparedImport) -> [String?] {
    prepared.plan.rows.map { row in
      if case .reference(let code) = row.row[.district] {
        prepared.catalogue.name(of: .district, code)
      } else {
        nil
      }
    }
  }

  @Test func `县里的清单没有县区列，版式给它一个，来源写明是版式，不指假的单元格`() throws {
    let prepared = try prepare(Self.march, recipe: Self.recipe)
    #expect(districts(prepared) == ["鹿寨县", "鹿寨县"])
    #expect(prepared.plan.list.findings.isEmpty)
    _ = try #require(try scratch.operations.commit(prepared))
    let view = try scratch.operations.show("甲溪轴瓦厂（测试数据）")
    let origin = try #require(view.origins[FieldKey(.district)])
    #expect(origin.isConstant && origin.cell == nil && origin.raw == "鹿寨县")
    #expect(view.origins[FieldKey(.nature)]?.isConstant == true)
    #expect(view.origins[FieldKey(.totalInvestment)]?.cell == "C2")
    #expect(view.json(withHistory: true).text.contains(#""constant":true"#))
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `下个月不用再给版式；写出来的版式交回去一样`() throws {
    _ = try scratch.operations.commit(prepare(Self.march, recipe: Self.recipe))
    let april = Self.march.replacing("1-3月", with: "1-4月").replacing("300", with: "350")
    let again = try prepare(april)
    #expect(districts(again) == ["鹿寨县", "鹿寨县"])
    #expect(again.plan.rows[0].changes.map(\.key.text) == ["done.2026-01..04"])
    _ = try scratch.operations.commit(again)
    let text = RecipeText(try scratch.operations.recipe(of: Self.sender)).text { _ in nil }
    #expect(text.contains(#"constants: {district: "鹿寨县", nature: "新建"}"#), "\(text)")
    let told = try prepare(april, recipe: text)
    #expect(districts(told) == ["鹿寨县", "鹿寨县"])
    #expect(!told.hasEffect)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `行里写了的优先，其次是分组，都没写才用版式的`() throws {
    let list = """
      序号,项目名称,县区,总投资（万元）
      1,甲溪轴瓦厂（测试数据）,柳城县,5000
      2,乙溪轴瓦厂（测试数据）,,6000
      二、融安县,,,
      3,丙溪轴瓦厂（测试数据）,,7000
      4,丁溪轴瓦厂（测试数据）,三江县,8000
      """
    let prepared = try prepare(list, recipe: Self.recipe)
    #expect(
      districts(prepared) == ["柳城县", "鹿寨县", "融安县", "三江侗族自治县"])
    _ = try scratch.operations.commit(prepared)
    let own = try scratch.operations.show("甲溪轴瓦厂（测试数据）").origins[FieldKey(.district)]
    #expect(own?.cell == "C2" && own?.isConstant == false)
    let given = try scratch.operations.show("乙溪轴瓦厂（测试数据）").origins[FieldKey(.district)]
    #expect(given?.cell == nil && given?.isConstant == true)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `方案、回执、退回的原表、凭证文件都认得没有单元格的值`() throws {
    let prepared = try prepare(Self.march, recipe: Self.recipe)
    #expect(prepared.json.text.contains(#""constants":{"#), "\(prepared.json.text.prefix(400))")
    let entry = try #require(try scratch.operations.commit(prepared))
    let receipt = try scratch.operations.receipt(of: entry.number, withNewValues: true)
    #expect(receipt.rows.map(\.outcome) == [.created, .created])
    _ = try scratch.operations.undo(scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test(arguments: [
    ("tables:\n- constants: {district: 没有的县}", DecisionFault.Fact.unreadableValue("没有的县"), 2),
    ("tables:\n- constants: {name: 甲}", .unknownField("name"), 2),
    ("tables:\n- constants: {plan: 5}", .unknownField("plan"), 2),
    ("tables:\n- constants: {start_planned: 再说吧}", .unreadableValue("再说吧"), 2),
  ])
  func `写错了的固定值不采用，说明哪一行`(yaml: String, fact: DecisionFault.Fact, line: Int) throws {
    #expect(throws: DecisionFaults([DecisionFault(line: line, fact)])) {
      try prepare(Self.march, recipe: yaml)
    }
  }
}
