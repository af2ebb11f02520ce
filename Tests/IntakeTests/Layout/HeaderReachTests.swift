import Testing

@testable import Intake

/// How far a header reaches, and what of it is known again further down. All names are invented.
@Suite struct HeaderReachTests {
  @Test(arguments: [
    """
    序号 | 项目名称 | 总投资（万元） | 县区 | 备注
    1 | 甲示例项目 | 100 | 柳南区 | ^
    2 | 乙示例项目 | 200 | 柳北区 | ^
    """,
    """
    续建项目 | 序号 | 项目名称 | 总投资（万元） | 县区
    ^ | 1 | 甲示例项目 | 100 | 柳南区
    ^ | 2 | 乙示例项目 | 200 | 柳北区
    """,
    """
    序号 | 项目名称 | 总投资（万元） | 县区
    1 | 甲示例项目 | 100 | ^
    2 | 乙示例项目 | 200 | 柳北区
    """,
  ])
  func `表头格子往下合并，不吞掉项目`(_ drawing: String) throws {
    let reading = try DrawnReading(drawing)
    #expect(reading.headerRows == [[1]])
    #expect(
      reading.rows("total_investment", "remark") == """
        2 甲示例项目 total_investment=100
        3 乙示例项目 total_investment=200
        """)
    #expect(reading.findings == "")
  }

  @Test func `第二页的表头少写单位，还是同一个表头`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 县区
      一、续建项目 | < | < | <
      1 | 甲示例项目 | 100 | 柳南区
      序号 | 项目名称 | 总投资 | 县区
      2 | 乙示例项目 | 200 | 柳北区
      合计 | | 300 |
      """)
    #expect(reading.ignored == "2=section 4=repeated_header 6=total")
    #expect(reading.findings == "")
  }

  @Test func `第二页的表头换了单位，是另一张表`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 县区
      1 | 甲示例项目 | 100 | 柳南区
      序号 | 项目名称 | 总投资（亿元） | 县区
      2 | 乙示例项目 | 2 | 柳北区
      """)
    #expect(
      reading.rows("total_investment")
        == "2 甲示例项目 total_investment=100\n4 乙示例项目 total_investment=20000")
  }

  @Test(
    arguments: [
      ("附表2 民生项目（单位：亿元） | < | < | <", "15000", 2), ("附表2 民生项目 | | | 单位：亿元", "15000", 2),
      ("续表（单位：万元） | < | < | <", "1.5", 1), ("续表 | < | < | <", "1.5", 1),
    ])
  func `同样的表头前写了另一个单位，按它自己的单位读`(_ caption: String, _ sum: String, _ tables: Int) throws {
    let reading = try DrawnReading(
      """
      附表1 工业项目（单位：万元） | < | < | <
      序号 | 项目名称 | 总投资 | 县区
      1 | 甲示例项目 | 10000 | 柳南区
      \(caption)
      序号 | 项目名称 | 总投资 | 县区
      2 | 乙示例项目 | 1.5 | 柳北区
      """)
    #expect(reading.headerRows.count == tables)
    #expect(
      reading.rows("total_investment")
        == "3 甲示例项目 total_investment=10000\n6 乙示例项目 total_investment=\(sum)")
  }

  @Test func `没有表头的一列项目代码，按内容认`() throws {
    let codes = [
      "2601-450201-04-01-303117", "2601-450202-04-01-303123", "2601-450203-04-01-303132",
    ]
    let reading = try DrawnReading(
      "序号 | 项目名称 | 县区 |\n"
        + codes.enumerated().map { "\($0 + 1) | 甲示例项目\($0) | 柳南区 | \($1)" }
        .joined(separator: "\n"))
    #expect(reading.columns == "A=seq B=name C=district D=code")
    #expect(reading.findings.contains("D1 column.by_content"))
  }

  @Test(arguments: ["联系人：韦某 | 电话：0772-2830000 | |", "联系电话：0772-2830000 | 2026年3月 | |"])
  func `落款不是项目`(_ line: String) throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 县区
      1 | 甲示例项目 | 100 | 柳南区
      \(line)
      """)
    #expect(reading.ignored == "3=footnote")
  }

  @Test(arguments: ["约6.5亿元", "6.5亿元左右", "超过6.5"])
  func `合计写的约数也核对`(_ total: String) throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（亿元）
      1 | 甲示例项目 | 1.5
      2 | 乙示例项目 | 2
      合计 | | \(total)
      """)
    #expect(reading.findings == "C4 total.mismatch")
  }

  @Test(
    arguments: [
      ("所在县", "district"), ("县市区", "district"), ("年缴税金", "expected_tax"), ("NO.", "seq"),
      ("No.", "seq"), ("№", "seq"), ("合同>金额", "contract_investment"),
      ("合同金额", "contract_investment"),
      ("总投资>金额", "total_investment"),
    ])
  func `常见的写法`(_ header: String, _ meaning: String) throws {
    #expect(try HeaderMeaning.of(header) == meaning)
  }
}
