import Testing

@testable import Intake

/// Forms whose labels are numbered or grouped. All names are invented.
@Suite struct FormNumberingTests {
  private func read(_ drawing: String) throws -> (form: Bool, rows: String) {
    let reading = try DrawnReading(drawing)
    return (
      reading.list.tables.contains { $0.layout.form != nil },
      reading.rows("owner", "total_investment", "district", "content", "progress", "problems")
    )
  }

  @Test(arguments: ["序号 | 指标 | 内容", "序号 | 项目 | 内容", "序号 | 指标名称 | 填报内容", "No. | 栏目 | 情况"])
  func `编了序号的项目表还是一个项目`(_ header: String) throws {
    let reading = try read(
      """
      重点项目情况表
      \(header)
      1 | 项目名称 | 甲示例道路工程
      2 | 建设单位 | 示例公司
      3 | 总投资（万元） | 3200
      4 | 县区 | 融安县
      5 | 项目特点 | 无
      """)
    #expect(reading.form)
    #expect(reading.rows == "3 甲示例道路工程 owner=示例公司 total_investment=3200 district=融安县")
  }

  @Test(arguments: ["填报要求", "填写说明", "指标口径"])
  func `填表说明里没有项目`(_ header: String) throws {
    let reading = try DrawnReading(
      """
      填表说明
      序号 | 指标 | \(header)
      1 | 项目名称 | 填写全称
      2 | 总投资 | 单位为万元
      3 | 县区 | 从下拉框选择
      4 | 牵头单位 | 填写市直单位
      """)
    #expect(reading.list.rows.isEmpty)
  }

  @Test func `名字都是栏目名的表不是项目清单`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 备注
      1 | 总投资 | 必填
      2 | 县区 | 必填
      3 | 示例 |
      """)
    #expect(reading.list.rows.isEmpty)
  }

  @Test(arguments: ["基本情况", "项目基本情况", "进展情况"])
  func `左边合并的分组名不是标签`(_ group: String) throws {
    let reading = try read(
      """
      重点项目情况表
      \(group) | 项目名称 | 甲示例水厂工程
      ^ | 建设单位 | 示例公司
      ^ | 县区 | 融安县
      进展情况 | 形象进度 | 平整场地
      ^ | 存在问题 | 电力未落实
      """)
    #expect(reading.form)
    #expect(
      reading.rows == "2 甲示例水厂工程 owner=示例公司 district=融安县 progress=平整场地 problems=电力未落实")
  }

  @Test func `小标题没有值，不占字段`() throws {
    let reading = try read(
      """
      重点项目申报表
      一、项目基本情况 | < | < | <
      项目名称 | 甲示例学校工程 | 建设性质 | 新建
      建设单位 | 示例公司 | 县区 | 融安县
      三、主要建设内容 | < | < | <
      新建教学楼一栋 | < | < | <
      四、存在问题 | < | < | <
      用地指标不足 | < | < | <
      """)
    #expect(
      reading.rows == "3 甲示例学校工程 owner=示例公司 district=融安县 content=新建教学楼一栋 problems=用地指标不足")
  }

  @Test(arguments: ["填报人：韦某", "注：所填均为示例", "审核人：韦某  2026年3月", "说明：示例"])
  func `最后一个标签的值在它下面，再下面是落款`(_ foot: String) throws {
    let reading = try read(
      """
      重点项目信息表
      项目名称 | 甲示例桥梁工程 | 县区 | 融安县
      建设单位 | 示例公司 | 总投资（万元） | 3200
      主要建设内容 | < | < | <
      新建桥长200米 | < | < | <
      \(foot) | < | < | <
      """)
    #expect(
      reading.rows == "2 甲示例桥梁工程 owner=示例公司 total_investment=3200 district=融安县 content=新建桥长200米")
  }

  @Test func `几个项目并排的，指出没有读的`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 甲示例大桥 | 乙示例大桥 | 丙示例大桥
      项目业主 | 示例公司 | 另一公司 | 第三公司
      总投资（万元） | 8000 | 4000 | 2000
      """)
    #expect(reading.findings == "C1 row.unclear\nD1 row.unclear")
  }
}
