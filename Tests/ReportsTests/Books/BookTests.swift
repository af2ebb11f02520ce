import Ledger
import Testing

@testable import Reports

/// Books of a fixed ledger, cell by cell.
@Suite struct BookTests {
  @Test func `领导汇总的台账按产业链分组，小计是带值的公式`() throws {
    let ledger = LeadersBook(try source()).sheets[1]
    #expect(
      drawn(ledger).split(separator: "\n", omittingEmptySubsequences: false).prefix(11)
        .joined(separator: "\n") == """
          2026年重大项目台账（按产业链）|||||||||||||
          截至2026年3月底  · 含示例数据||||||单位：万元|||||||
          序号|编号|项目名称|县区（园区）|牵头单位|阶段|总投资|2026年⏎计划投资|2026年1-3月⏎完成投资|完成率|进度灯|形象进度|存在问题|评灯依据
          一、人工智能终端及机器人（共2项）||||||=SUBTOTAL(9,G5:G6)→70000|=SUBTOTAL(9,H5:H6)→14000|=SUBTOTAL(9,I5:I6)→2600|=IFERROR(SUMPRODUCT(SUBTOTAL(3,OFFSET(J5,ROW(J5:J6)-ROW(J5),0))*ISNUMBER(A5:A6),I5:I6)/SUMPRODUCT(SUBTOTAL(3,OFFSET(J5,ROW(J5:J6)-ROW(J5),0))*ISNUMBER(A5:A6),H5:H6),"")→0.1857||||
          1|1|云岫关节模组生产基地|柳东新区|市工业和信息化局|建设|50000|10000|2500|0.25|● 正常|主体封顶||
          2|2|霁川力矩传感器项目|柳南区|市工业和信息化局|签约|20000|4000|100|0.025|● 严重滞后|||
          二、新能源（共1项）||||||=SUBTOTAL(9,G8:G8)→123.4568|||||||
          3|3|湛野储能系统集成|鹿寨县|市发展改革委|谋划|123.4568|||||||
          三、未列入产业链（共1项）||||||=SUBTOTAL(9,G10:G10)→100|||||||
          4|4|未归链项目||||100|||||||
          合计（共4项）||||||=SUBTOTAL(9,G4:G10)→70223.4568|=SUBTOTAL(9,H4:H10)→14000|=SUBTOTAL(9,I4:I10)→2600|=IFERROR(SUMPRODUCT(SUBTOTAL(3,OFFSET(J4,ROW(J4:J10)-ROW(J4),0))*ISNUMBER(A4:A10),I4:I10)/SUMPRODUCT(SUBTOTAL(3,OFFSET(J4,ROW(J4:J10)-ROW(J4),0))*ISNUMBER(A4:A10),H4:H10),"")→0.1857||||
          """)
  }

  @Test func `图表的数就是旁边表里的数`() throws {
    let overview = LeadersBook(try source()).sheets[0]
    let stages = try Catalogue.shipped().stages.map(\.name)
    let funnel = try #require(overview.charts.first)
    let rows = try #require(funnel.series.first).rows
    let names = rows.map { row -> String in
      if case .text(let text) = overview.rows[row].cells[0].content { text } else { "" }
    }
    #expect(names == stages + ["未填阶段"])
    #expect(overview.charts.count == 2)
    for chart in overview.charts {
      for series in chart.series {
        for row in series.rows {
          guard case .text = overview.rows[row].cells[series.categoryColumn].content else {
            Issue.record("row \(row) of \(chart.title) has no label")
            continue
          }
        }
      }
    }
  }

  @Test func `产业链分册一链一张，矩阵合计等于全部`() throws {
    let book = ChainsBook(try source())
    let catalogue = try Catalogue.shipped()
    #expect(book.sheets.map(\.name) == ["产业链×阶段"] + catalogue.chains.map(\.name) + ["未列入产业链"])
    let matrix = drawn(book.sheets[0]).split(separator: "\n")
    let total = try #require(matrix.first { $0.hasPrefix("合计|") })
    #expect(total.hasSuffix("|=SUBTOTAL(9,S5:S18)→4|=SUBTOTAL(9,T5:T18)→7.0223"))
    #expect(drawn(book.sheets[1]).contains("牵头单位：市工业和信息化局  ·  2026年产值目标：力争达250亿元"))
    #expect(drawn(book.sheets[3]).contains("没有符合条件的项目"))
  }

  @Test func `未知的数是空白，不是零`() throws {
    let ledger = LeadersBook(try source()).sheets[1]
    let row = try #require(ledger.rows.first { $0.cells.contains(.text("湛野储能系统集成", .text)) })
    #expect(row.cells[7].content == .blank)
    #expect(row.cells[8].content == .blank)
  }

  @Test func `有计划而没报完成数，完成率是空白，亮未报的灯`() throws {
    let silent = project(
      5,
      ["name": "未报数项目", "chain": "ai-robot", "plan.2026": wan(600), "total_investment": wan(900)])
    let source = try source(projects: [silent])
    let ledger = LeadersBook(source).sheets[1]
    #expect(
      ledger.rows[4].cells[7...10].map(\.content) == [
        .number(600), .blank, .blank, .text("● 未报"),
      ])
    let overview = drawn(LeadersBook(source).sheets[0])
    #expect(overview.contains("有年度计划而未报完成投资的1项不计入完成率"))
  }

  @Test func `没有计划而报了完成数，写明也计入本年累计完成`() throws {
    let unplanned = project(5, ["name": "未列计划项目", "done.2026-01..03": wan(600)])
    let overview = drawn(
      LeadersBook(try source(projects: inventedProjects + [unplanned])).sheets[0])
    #expect(overview.contains("没有年度计划而报了完成投资的1项，也计入本年累计完成"))
    #expect(!drawn(LeadersBook(try source()).sheets[0]).contains("没有年度计划而报了"))
  }

  @Test func `没有清单注明月份，报表不说截至几月，也不比序时进度`() throws {
    let source = try source(month: nil)
    let book = LeadersBook(source).sheets
    #expect(drawn(book[0]).contains("2026年，各清单未注明截至月份  · 含示例数据"))
    #expect(!drawn(book[0]).contains("截至3月"))
    #expect(!drawn(book[1]).contains("●"))
    #expect(drawn(book[1]).contains("|2026年累计⏎完成投资|"))
  }

  @Test func `没有符合条件的项目，报表写明，不画空图`() throws {
    let source = try source(projects: []) { $0.chains = ["quantum"] }
    let leaders = LeadersBook(source).sheets
    #expect(leaders[0].charts.isEmpty)
    #expect(drawn(leaders[0]).contains("截至3月，没有符合条件的项目。"))
    #expect(drawn(leaders[1]).contains("没有符合条件的项目"))
    #expect(ChainsBook(source).sheets.map(\.name) == ["产业链×阶段", "量子科技应用"])
  }

  @Test func `口径说明逐条编号，写明截至日期、口径和进度灯规则`() throws {
    let captions = LeadersBook(try source()).sheets[1].rows.suffix(4).map { row -> String in
      if case .text(let text) = row.cells[0].content { text } else { "" }
    }
    #expect(
      captions == [
        "口径说明：1．全部项目；不含终止、退库；打包项目按1项计；数据截至2026年3月底；台账第7版。",
        "2．每个项目只列入主产业链；编号为台账里的项目编号，可据以查询；"
          + "“评灯依据”由台账按计划时间、节点和问题清单得出，“存在问题”为单位所报。",
        "3．合计的完成率为有年度计划并已报完成投资的2项的完成投资与其年度计划之比。",
        "4．进度灯：完成率落后序时进度不超过5个百分点为正常，落后序时进度不超过15个百分点为滞后，"
          + "落后超过15个百分点，或节点、计划开竣工逾期，为严重滞后；登记有未办结问题的最高评为滞后；"
          + "完成投资只报到较早月份的，与所报月份的序时进度比；有年度计划而未报完成投资的为未报；没有年度计划的不评灯"
          + "（节点、计划开竣工逾期、问题清单里有未办结问题的除外）；节点和问题情况截至2026年4月1日。",
      ])
  }

  @Test func `列宽随内容，长文字全部显示，不截断`() throws {
    let long = project(
      6,
      [
        "name": String(repeating: "超长名称", count: 20),
        "progress": String(repeating: "主体施工", count: 30),
      ])
    let ledger = LeadersBook(try source(projects: [long])).sheets[1]
    let short = LeadersBook(try source()).sheets[1]
    #expect(ledger.widths[2] > short.widths[2])
    // 120 characters in a column of 26 digits, 12 a line.
    #expect(ledger.bodyHeight(ledger.rows[4]) == 10 * 15 + 5)
  }

  @Test func `作为附件发出时，标题上方写附件号`() throws {
    var source = try source()
    #expect(!drawn(LeadersBook(source).sheets[0]).contains("附件"))
    var edition = source.edition
    edition.making.annex = "附件1"
    source = BookSource(edition, projects: source.projects)
    for book in [LeadersBook(source).sheets, ChainsBook(source).sheets] {
      #expect(book[0].rows[0].cells[0] == .text("附件1", .annex))
      #expect(!drawn(book[1]).contains("附件1"))
    }
  }

  @Test func `只问一条产业链，第一句说的是这条链`() throws {
    let first = try source { $0.chains = ["ai-robot"] }
    #expect(drawn(LeadersBook(first).sheets[0]).contains("截至3月，人工智能终端及机器人产业链项目4项"))
    let dated = try source { $0.month = Period("2026-03") }
    #expect(drawn(LeadersBook(dated).sheets[0]).contains("截至3月，全市重大项目4项"))
    let stage = try source { $0.stages = ["build"] }
    #expect(drawn(LeadersBook(stage).sheets[0]).contains("截至3月，所选项目4项"))
  }
}
