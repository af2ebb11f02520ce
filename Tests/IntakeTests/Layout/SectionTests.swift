import Ledger
import Testing

@testable import Intake

/// Sections, sheet names and packages. All names are invented.
@Suite struct SectionTests {
  @Test func `分组行定产业链和阶段，里层的优先`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      一、新能源产业（共2项） | | 30
      （一）新开工项目 | | 10
      1 | 甲示例项目 | 10
      （二）续建项目 | | 20
      2 | 乙示例项目 | 20
      二、其他 | |
      3 | 丙示例项目 | 5
      """)
    #expect(
      reading.rows("chain", "stage") == """
        4 甲示例项目 chain=新能源 stage=开工
        6 乙示例项目 chain=新能源 stage=建设
        8 丙示例项目
        """)
    #expect(reading.findings == "")
  }

  @Test func `合计和其中下面，只写项数的县区也是分组`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      合计 | | 60
      其中：续建项目 | | 30
      柳城县（2个） | |
      1 | 甲示例项目 | 10
      2 | 乙示例项目 | 20
      市水利局 | 1项 |
      3 | 丙示例项目 | 30
      """)
    #expect(
      reading.rows("district", "lead_units") == """
        5 甲示例项目 district=柳城县
        6 乙示例项目 district=柳城县
        8 丙示例项目 lead_units=市水利局
        """)
    #expect(reading.findings == "")
  }

  @Test func `其中下面项数对不上的不是分组`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      合计 | | 30
      其中：续建项目 | | 30
      续建二期（7个） | |
      1 | 甲示例项目 | 10
      2 | 乙示例项目 | 20
      """)
    #expect(reading.ignored == "2=total 3=memo 4=memo")
  }

  @Test func `序号列写一、二的分组行`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      一 | 柳南区 | 30
      1 | 甲示例项目 | 30
      """)
    #expect(reading.rows("district") == "3 甲示例项目 district=柳南区")
    #expect(reading.ignored == "2=section")
  }

  @Test func `一县一表，表名定县区`() throws {
    let drawing = "项目名称 | 总投资（万元）\n甲示例项目 | 10"
    let reading = try DrawnReading([
      DrawnSheet.sheet(drawing, name: "鹿寨"), DrawnSheet.sheet(drawing, name: "柳东新区"),
      DrawnSheet.sheet(drawing, name: "附件2"),
    ])
    #expect(
      reading.rows("district", "zone")
        == "2 甲示例项目 district=鹿寨县\n2 甲示例项目 zone=柳东新区\n2 甲示例项目")
  }

  @Test func `打包项目的子项不重复加`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 示例打包项目 | 30
      '1-1 | 一标段 | 10
      '1-2 | 二标段 | 20
      合计（1项） | | 30
      """)
    #expect(
      reading.rows("package")
        == "2 示例打包项目\n3 一标段 package=示例打包项目\n4 二标段 package=示例打包项目")
    #expect(reading.findings == "")
  }

  @Test func `分组行旁边的横线和百分数不是文字`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 2026年计划投资（万元） | 完成率
      一、续建项目 | | 30 | / | '50%
      1 | 甲示例项目 | 30 | 3 | '50%
      """)
    #expect(reading.ignored == "2=section")
    #expect(reading.rows("stage") == "3 甲示例项目 stage=建设")
  }

  @Test func `没有编号的分组在最里层，同级才结束它`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      一、产业项目 | | 15
      （一）新能源（1项） | | 15
      城中区 | | 15
      1 | 甲示例项目 | 15
      二、其他 | |
      2 | 乙示例项目 | 5
      """)
    #expect(
      reading.rows("chain", "district") == """
        5 甲示例项目 chain=新能源 district=城中区
        7 乙示例项目
        """)
    #expect(reading.findings == "")
  }

  @Test func `序号带顿号、括号、点的打包项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      '2、 | 甲打包项目 | 5
      '2-1 | 甲一 | 2
      '（3） | 乙打包项目 | 6
      '3.1 | 乙一 | 3
      合计（2项） | | 11
      """)
    #expect(
      reading.rows("package") == """
        2 甲打包项目
        3 甲一 package=甲打包项目
        4 乙打包项目
        5 乙一 package=乙打包项目
        """)
    #expect(reading.findings == "")
  }

  @Test func `表名说县区，行里说新区，两样都要`() throws {
    let drawing = "序号 | 项目名称 | 园区 | 备注\n1 | 甲示例项目 | 柳东新区\n2 | 乙示例项目 |"
    let reading = try DrawnReading([DrawnSheet.sheet(drawing, name: "鱼峰区")])
    #expect(
      reading.rows("district", "zone")
        == "2 甲示例项目 district=鱼峰区 zone=柳东新区\n3 乙示例项目 district=鱼峰区")
  }

  @Test func `各组序号重新数，子项归本组的打包项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 备注
      一、柳南区 | |
      1 | 甲打包项目 |
      '1-1 | 甲一 |
      二、柳北区 | |
      1 | 乙打包项目 |
      '1-1 | 乙一 |
      """)
    #expect(
      reading.rows("district", "package") == """
        3 甲打包项目 district=柳南区
        4 甲一 district=柳南区 package=甲打包项目
        6 乙打包项目 district=柳北区
        7 乙一 district=柳北区 package=乙打包项目
        """)
  }

  @Test(
    arguments: Example.table(
      """
      一、续建项目（1项，总投资8万元） → stage=建设
      （二）新能源产业链 共1项 → chain=新能源
      （一） 柳江县 1个 → district=柳江区
      1.汽车产业（1个） → chain=智能网联及新能源汽车
      城中区项目 → district=城中区
      柳东新区板块 → zone=柳东新区
      鱼峰区（柳东新区） → district=鱼峰区 zone=柳东新区
      暂停类 → condition=暂停
      双百项目 → registers.shuangbai@2026=候选,,
      三、报告点名项目：1个 → registers.report-named@2026=,,
      四、签约项目 → stage=签约
      五、储备重大项目 → registers.reserve-major@2026=,,
      六、其他 → 无
      """))
  func `分组行的文字定一个字段`(example: Example) throws {
    let reading = try DrawnReading(
      "序号 | 项目名称 | 备注\n\(example.source) | |\n1 | 甲示例项目 | 测试")
    let context = reading.list.tables[0].rows[0].values.filter { $0.column == nil }
    let words = context.map { "\($0.key.text)=\(reading.words($0))" }.sorted()
    #expect(words.joined(separator: " ") == example.meaning)
    #expect(reading.ignored == "2=section")
  }
}
