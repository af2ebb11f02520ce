import Testing

@testable import Intake

/// 申报表、基本情况表: what is a label and what a value is told by where it stands. All names are invented.
@Suite struct FormLayoutTests {
  private func read(_ drawing: String) throws -> (form: Bool, rows: String) {
    let reading = try DrawnReading(drawing)
    return (
      reading.list.tables.allSatisfy { $0.layout.form != nil },
      reading.rows("owner", "total_investment", "district", "content")
    )
  }

  @Test(arguments: [
    "甲示例产业园区", "甲示例总投资大厦", "数字化示例形象进度", "甲示例路建设项目名称", "乙示例牵头单位",
  ])
  func `标签右边的是它的值，不论以什么词结尾`(name: String) throws {
    let reading = try read(
      """
      项目基本情况表
      项目名称 | \(name)
      项目业主 | 示例公司
      总投资（万元） | 8000
      建设内容 | 新建桥梁一座，年产值约2亿元，计划开工时间另定
      县区 | 柳北区
      """)
    #expect(reading.form)
    #expect(
      reading.rows
        == "2 \(name) owner=示例公司 total_investment=8000 district=柳北区 "
        + "content=新建桥梁一座，年产值约2亿元，计划开工时间另定")
  }

  @Test func `标签在上、值在下，台账不收的标签也是标签`() throws {
    let reading = try read(
      """
      项目基本情况表
      项目名称 | 施工单位 | 建设地点
      甲示例水厂 | 示例建工集团 | 示例路1号
      项目业主 | 监理单位 | 县区
      示例水务公司 | 示例监理公司 | 鹿寨县
      备案证号 | 总投资（万元） | 建设内容
      鹿发改〔2026〕1号 | 3600 | 新建水厂
      """)
    #expect(reading.form)
    #expect(
      reading.rows
        == "2 甲示例水厂 owner=示例水务公司 total_investment=3600 district=鹿寨县 content=新建水厂")
  }

  @Test func `其中的一项是标签，不是左边标签的值；值像县区的仍是值`() throws {
    let reading = try read(
      """
      项目基本情况表
      项目名称 | 项目业主 | 其中：固定资产投资（万元）
      甲示例水厂 | 示例水务公司 | 2900
      是否央企 | 总投资（万元） | 建设内容
      否 | 3600 | 新建水厂
      """)
    #expect(reading.form)
    #expect(
      reading.rows == "2 甲示例水厂 owner=示例水务公司 total_investment=3600 content=新建水厂")
    let places = try DrawnReading(
      """
      项目基本情况表
      项目名称 | 项目业主 | 功能区
      甲示例水厂 | 示例水务公司 | 柳东新区
      联系人 | 总投资（万元） | 建设内容
      韦某 | 3600 | 新建水厂
      """)
    #expect(places.list.tables.allSatisfy { $0.layout.form != nil })
    #expect(places.rows("zone", "owner") == "2 甲示例水厂 zone=柳东新区 owner=示例水务公司")
    #expect(places.findings == "")
  }

  @Test func `小标题一行把表分开，还是一个项目的表`() throws {
    let reading = try read(
      """
      项目基本情况表
      项目名称 | 甲示例大桥 | 项目业主 | 示例公司
      投资情况
      总投资（万元） | 8000 | 建设内容 | 新建桥梁
      进度情况
      县区 | 柳北区
      """)
    #expect(reading.form)
    #expect(
      reading.rows
        == "2 甲示例大桥 owner=示例公司 total_investment=8000 district=柳北区 content=新建桥梁")
  }

  @Test func `一行标签、一行值，再一行标签、一行值`() throws {
    let reading = try read(
      """
      项目基本情况表
      项目名称 | 项目业主
      甲示例大桥 | 示例公司
      总投资（万元） | 县区
      8000 | 柳北区
      """)
    #expect(reading.form)
    #expect(reading.rows == "2 甲示例大桥 owner=示例公司 total_investment=8000 district=柳北区")
  }

  @Test func `标签后面的冒号不算`() throws {
    let reading = try read(
      """
      项目名称： | 甲示例大桥 | 项目业主: | 示例公司
      总投资（万元）： | 8000 | 县区： | 柳北区
      """)
    #expect(reading.form)
    #expect(reading.rows == "1 甲示例大桥 owner=示例公司 total_investment=8000 district=柳北区")
  }

  @Test func `几个项目并排的，多出来的不悄悄丢掉`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 甲示例大桥 | 乙示例大桥
      项目业主 | 示例公司 | 另一公司
      总投资（万元） | 8000 | 4000
      """)
    #expect(reading.list.tables.first?.layout.form?.unmapped == ["C1", "C2", "C3"])
  }

  @Test func `状态与阶段各有一格时，状态是项目状态`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 甲示例大桥
      项目阶段 | 建设
      状态 | 暂停
      总投资（万元） | 8000
      """)
    #expect(
      reading.rows("stage", "condition") == "1 甲示例大桥 stage=建设 condition=暂停")
  }

  @Test func `标签和值写在一格里也读`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 甲示例大桥 | 项目业主：示例公司
      总投资（万元）：8000 | 县区：柳北区
      建设内容 | 新建桥梁，建设地点：城北
      审批文号：某字1号 | 牵头单位 | 市商务局
      """)
    #expect(
      reading.rows("owner", "total_investment", "district", "content", "lead_units")
        == "1 甲示例大桥 owner=示例公司 total_investment=8000 district=柳北区 "
        + "content=新建桥梁，建设地点：城北 lead_units=市商务局")
  }

  @Test func `表头下面有名字的是清单，不是一个项目的表`() throws {
    let reading = try read(
      """
      项目名称 | 项目业主 | 总投资（万元）
      甲示例大桥 | 示例公司 | 8000
      乙示例大桥 | 示例公司 | 4000
      """)
    #expect(!reading.form)
  }
}
