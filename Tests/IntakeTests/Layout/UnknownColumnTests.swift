import Ledger
import Testing

@testable import Intake

/// Columns that nothing knows are shown with samples and similar fields.
@Suite struct UnknownColumnTests {
  private func lines(_ drawing: String) throws -> [String] {
    try DrawnReading(drawing).list.tables.flatMap(\.unknownColumns).map { column in
      "\(column.letters) \(column.header.joined(separator: "/")): "
        + column.samples.joined(separator: "、") + " ~ "
        + column.nearest.map(\.id).joined(separator: " ")
    }
  }

  @Test func `三个不同的样例，空白不算`() throws {
    let found = try lines(
      """
      序号 | 项目名称 | 国别 | 总投资（万元）
      1 | 甲示例项目 | 德国 | 10
      2 | 乙示例项目 | / | 10
      3 | 丙示例项目 | 德国 | 10
      4 | 丁示例项目 | 日本 | 10
      5 | 戊示例项目 | 法国 | 10
      6 | 己示例项目 | 美国 | 10
      合计 | | 四国 | 60
      """)
    #expect(found == ["C 国别: 德国、日本、法国 ~ "])
  }

  @Test func `写法相近的字段列出来`() throws {
    let found = try lines(
      """
      序号 | 项目名称 | 项目编码 | 投资额（万元）
      1 | 甲示例项目 | A1 | 10
      """)
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("C 项目编码: A1 ~ "))
    #expect(found[0].contains("local_number") || found[0].contains("code"))
    #expect(found[1].hasPrefix("D 投资额: 10 ~ "))
    #expect(found[1].contains("total_investment") || found[1].contains("contract_investment"))
  }

  @Test func `认得而没有字段的列、隐藏的列不问`() throws {
    let found = try lines(
      """
      序号 | 项目名称 | 施工单位 | 完成率 | 是否上市 | 总投资（万元） | <
      ^ | ^ | ^ | ^ | ^ | 合计 | 建筑安装工程
      1 | 甲示例项目 | 某公司 | 10 | 否 | 10 | 8
      """)
    #expect(found == [])
  }

  @Test func `没有表头的列有内容也指出`() throws {
    let found = try lines(
      """
      序号 | 项目名称 | 总投资（万元） |
      1 | 甲示例项目 | 10 | 另有说明
      """)
    #expect(found == ["D : 另有说明 ~ "])
  }
}
