import Testing

@testable import Intake

/// Layouts that offices send, each drawn for one lesson. All names are invented.
@Suite struct LayoutTests {
  @Test func `标题、单位行、一行表头`() throws {
    let reading = try DrawnReading(
      """
      2026年项目清单 | < | <
      填报单位：某局 | | 单位：亿元
      序号 | 项目名称 | 总投资
      1 | 云岫关节模组项目 | 1.5
      合计 | | 1.5
      """)
    #expect(reading.columns == "A=seq B=name C=total_investment")
    #expect(reading.rows("total_investment") == "4 云岫关节模组项目 total_investment=15000")
    #expect(reading.ignored == "1=title 2=note 5=total")
    #expect(reading.findings == "")
  }

  @Test func `三级合并表头，年份在中间一级`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 投资情况（万元） | < | < | <
      ^ | ^ | 总投资 | 2025年 | 2026年 | <
      ^ | ^ | ^ | 完成投资 | 计划投资 | 1-3月完成投资
      1 | 霁川力矩传感器项目 | 100 | 10 | 50 | 12
      """)
    #expect(reading.headerRows == [[1, 2, 3]])
    #expect(
      reading.columns
        == "A=seq B=name C=total_investment D=done.2025 E=plan.2026 F=done.2026-01..03")
  }

  @Test func `没有合并的两行表头，组名向右延伸`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 投资（万元） | | 责任分工 | | 备注
       | | 总投资 | 2026年计划投资 | 牵头单位 | 配合单位 |
      1 | 湛野储能项目 | 100 | 20 | 市发改委 | 市财政局 |
      """)
    #expect(reading.headerRows == [[1, 2]])
    #expect(
      reading.columns
        == "A=seq B=name C=total_investment D=plan.2026 E=lead_units F=cooperating_units G=remark")
  }

  @Test func `单位自成一行，在表头之内`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资 | 用地面积
       | | 亿元 | 亩
      1 | 昀拓压铸模具项目 | 2 | 30
      """)
    #expect(reading.headerRows == [[1, 2]])
    #expect(
      reading.rows("total_investment", "land_area")
        == "3 昀拓压铸模具项目 total_investment=20000 land_area=30")
  }

  @Test func `合计在各组之下，靠路径区分`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 总投资（万元） | < | 2026年到位资金（万元） | <
      ^ | 合计 | 设备购置 | 合计 | 银行贷款
      澄澜预制菜项目 | 500 | 200 | 60 | 10
      """)
    #expect(reading.columns == "A=name B=total_investment D=funds.2026")
  }

  @Test func `按月各列拆成各月完成`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 2026年各月完成投资（万元） | < | < | 本年累计完成投资（万元）
      ^ | 1月 | 2月 | 3月 | ^
      朔川竹浆纸项目 | 1 | 2 | 3 | 6
      """)
    #expect(
      reading.columns == "A=name B=done.2026-01 C=done.2026-02 D=done.2026-03 E=done.2026")
  }

  @Test func `本月是标题写明的月份`() throws {
    let reading = try DrawnReading(
      """
      项目月报（截至2026年5月底）| <
      项目名称 | 本月完成投资（万元） | 自年初累计完成投资（万元） | 5月形象进度 | 上月形象进度
      珂野无人机项目 | 3 | 9 | 封顶 | 基础
      """)
    #expect(reading.columns == "A=name B=done.2026-05 C=done.2026 D=progress")
  }

  @Test func `每页重复的表头不是项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      序号 | 项目名称 | 总投资（万元）
      2 | 乙示例项目 | 20
      """)
    #expect(reading.ignored == "3=repeated_header")
    #expect(reading.rows() == "2 甲示例项目\n4 乙示例项目")
  }

  @Test func `列号行和填写示例不是项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 县区 | 备注
      1 | 2 | 3 | 4 | 5
      例： | 某某项目 | 100 | 柳南区 |
      1 | 丙示例项目 | 10 | 柳南 |
      """)
    #expect(reading.ignored == "2=column_numbers 3=example")
    #expect(reading.rows("district") == "4 丙示例项目 district=柳南区")
  }

  @Test func `一张表上下两个清单，各有各的单位`() throws {
    let reading = try DrawnReading(
      """
      表一 续建项目
       | 单位：万元
      项目名称 | 总投资
      甲示例项目 | 100
      合计 | 100

      表二 新开工项目
       | 单位：亿元
      项目名称 | 业主 | 总投资
      乙示例项目 | 示例公司 | 2
      """)
    #expect(reading.headerRows == [[3], [9]])
    #expect(
      reading.rows("total_investment")
        == "4 甲示例项目 total_investment=100\n10 乙示例项目 total_investment=20000")
  }

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

  @Test func `小计只加到上一个小计，总计加全部`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      小计 | | 10
      2 | 乙示例项目 | 20
      3 | 丙示例项目 | 30
      柳城县小计 | | 51
      总  计（共3个） | | 60
      """)
    #expect(reading.ignored == "3=subtotal 6=subtotal 7=total")
    #expect(reading.findings == "C6 total.mismatch")
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

  @Test func `竖着合并的单元格管它盖住的每一行，空白不往下填`() throws {
    let reading = try DrawnReading(
      """
      包联领导 | 项目名称 | 牵头单位
      韦某 | 甲示例项目 | 市商务局
      ^ | 乙示例项目 |
      李某 | 丙示例项目 |
      """)
    #expect(
      reading.rows("leader", "lead_units") == """
        2 甲示例项目 leader=韦某 lead_units=市商务局
        3 乙示例项目 leader=韦某
        4 丙示例项目 leader=李某
        """)
  }

  @Test func `同上取上一行的同一列`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 牵头单位 | 县区
      甲示例项目 | 市商务局 | 柳南区
      乙示例项目 | 同上 | 〃
      """)
    #expect(
      reading.rows("lead_units", "district") == """
        2 甲示例项目 lead_units=市商务局 district=柳南区
        3 乙示例项目 lead_units=市商务局 district=柳南区
        """)
  }

  @Test func `隐藏的行不导入，合计仍按导入的算`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      ~2 | 乙示例项目 | 20
      合计 | | 30
      """)
    #expect(reading.ignored == "3=hidden 4=total")
    #expect(reading.findings == "3:3 hidden.rows\nC4 total.mismatch")
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

  @Test func `责任单位不是牵头单位，主管和施工单位没有字段`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 行业牵头部门 | 责任单位 | 主管部门 | 施工单位 | 投资主体 | 项目负责人 | 责任人
      甲示例项目 | 工信局 | 鹿寨县发改局 | 某局 | 某公司 | 示例公司 | 赵工 | 钱主任
      """)
    #expect(
      reading.columns
        == "A=name B=lead_units C=responsible_units F=owner G=contact H=responsible_person")
    #expect(
      reading.rows("lead_units", "responsible_units")
        == "2 甲示例项目 lead_units=市工业和信息化局 responsible_units=鹿寨县人民政府")
  }

  @Test func `是否双百是一列，是就上清单；别的是否没有字段`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 是否双百项目 | 是否产业项目 | 是否上市
      甲示例项目 | √ | 是 | 否
      乙示例项目 | 否 | 否 | 是
      """)
    #expect(reading.columns == "A=name B=registers:双百项目 C=is_industrial")
    #expect(
      reading.rows("registers.shuangbai@2026", "is_industrial") == """
        2 甲示例项目 registers.shuangbai@2026=候选,, is_industrial=1
        3 乙示例项目 is_industrial=0
        """)
  }

  @Test func `两列同一个意思，左边的算`() throws {
    let reading = try DrawnReading(
      "项目名称 | 总投资（万元） | 总投资额（万元）\n甲示例项目 | 10 | 11")
    #expect(reading.columns == "A=name B=total_investment")
  }

  @Test func `起止年限让位于专门的日期列，逐格让`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 建设起止年限 | 计划开工时间 | 计划竣工时间
      甲示例项目 | 2025-2027 | 2025年6月 |
      乙示例项目 | 2026年3-10月 | / | 2026年底
      """)
    #expect(
      reading.rows("start_planned", "finish_planned") == """
        2 甲示例项目 start_planned=2025-06 finish_planned=2027
        3 乙示例项目 start_planned=2026-03 finish_planned=2026-12
        """)
  }

  @Test func `错误值只挡它自己那一格`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 总投资（万元） | 完成率
      甲示例项目 | #REF! | #DIV/0!
      合计 | #REF! |
      """)
    #expect(reading.rows("total_investment") == "2 甲示例项目")
    #expect(reading.findings == "B2 cell.error\nB3 cell.error")
  }

  @Test func `没有名称的项目行留下并指出`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 县区
      1 | 甲示例项目 | 10 | 柳南区
      2 | | 20 | 柳北区
      """)
    #expect(reading.rows() == "2 甲示例项目\n3 ?")
    #expect(reading.findings == "B3 required.missing")
  }

  @Test func `表头里写外币，数字一律不折算`() throws {
    let reading = try DrawnReading(
      """
      单位：万元
      项目名称 | 合同投资额（万美元）
      甲示例项目 | 500
      """)
    #expect(reading.rows("contract_investment") == "3 甲示例项目")
    #expect(reading.findings == "B3 currency.foreign")
  }
}
