import Spreadsheet
import Testing

@testable import Intake

/// What columns mean beside each other. All names are invented.
@Suite struct ColumnLayoutTests {
  @Test func `日期格写的月份也是表头`() throws {
    var sheet = DrawnSheet.sheet(
      """
      序号 | 项目名称 | 各月完成投资（万元） | <
      ^ | ^ | 46023 | 46054
      1 | 甲示例项目 | 10 | 20
      """)
    for column in 2...3 {
      guard case .number(let serial)? = sheet.rows[1][column: column] else { continue }
      let date = try #require(CellDate(serial: serial, parts: [.year, .month], system: .from1900))
      sheet.rows[1][column: column] = .date(date)
    }
    let reading = try DrawnReading([sheet])
    #expect(reading.columns == "A=seq B=name C=done.2026-01 D=done.2026-02")
  }

  @Test func `合并的单位格下面各列照旧`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资 | 今年计划投资 | 备注
      ^ | ^ | 万元 | < | ^
      1 | 甲示例项目 | 500 | 200 |
      """)
    #expect(reading.columns == "A=seq B=name C=total_investment D=plan.2026 E=remark")
    #expect(reading.rows("plan.2026") == "3 甲示例项目 plan.2026=200")
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

  @Test func `编号列数着行数，就是序号`() throws {
    let reading = try DrawnReading(
      """
      编号 | 项目名称 | 县区
      1 | 甲示例项目 | 柳南区
      2 | 乙示例项目 | 柳北区
      """)
    #expect(reading.columns == "A=seq B=name C=district")
  }

  @Test func `编号列是库内的号，就留下`() throws {
    let reading = try DrawnReading(
      """
      序号 | 编号 | 项目名称 | 县区
      1 | LZ-0012 | 甲示例项目 | 柳南区
      2 | LZ-0047 | 乙示例项目 | 柳北区
      """)
    #expect(reading.columns == "A=seq B=local_number C=name D=district")
  }

  @Test func `两列争一项，认得全的那个算，不认得的词留着的那个不算；都认得全，左边的算`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 甲乙丙总投资（万元） | 总投资（万元） | 丁戊联系人 | 联系人
      澄澜预制菜项目 | 500 | 200 | 甲某 | 乙某
      """)
    #expect(reading.columns == "A=name C=total_investment E=contact")
    let equal = try DrawnReading(
      """
      项目名称 | 建设单位名称 | 项目业主 | 总投资（万元）
      澄澜预制菜项目 | 测试甲公司 | 测试乙公司 | 500
      """)
    #expect(equal.columns == "A=name B=owner D=total_investment")
  }

  @Test func `表头里的单位，写法再怪也是它的；说明的单位不再算`() throws {
    for unit in [
      "（亿元人民币）", "（人民币：亿元）", "（折合亿元）", "（单位为亿元）", "〈亿元〉", "《亿元》", "{亿元}", "「亿元」", "（RMB亿元）",
      "（以亿元为单位）", "（亿人民币）", "亿元人民币",
    ] {
      let reading = try DrawnReading(
        """
        单位：万元 | < | <
        项目名称 | 总投资\(unit) | 2026年计划投资
        澄澜预制菜项目 | 1.2 | 200
        """)
      #expect(
        reading.rows("total_investment", "plan.2026")
          == "3 澄澜预制菜项目 total_investment=12000 plan.2026=200", "\(unit)")
    }
  }

  @Test func `产业项目名称、名称及地点也是名称列；一期加二期不是一个数`() throws {
    for name in ["产业项目名称", "项目名称及地点", "工程名", "项目名称："] {
      let reading = try DrawnReading(
        """
        序号 | \(name) | 总投资（万元）
        1 | 澄澜预制菜项目 | 500
        2 | 朔川竹浆纸项目 | 12000+5000
        3 | 云岫示例项目 | 3000（一期）+2000（二期）
        """)
      #expect(reading.columns == "A=seq B=name C=total_investment", "\(name)")
      let amounts = reading.rows("total_investment").split(separator: "\n").map { $0.contains("=") }
      #expect(amounts.first == true && !amounts.dropFirst().contains(true), "\(name)")
    }
  }
}
