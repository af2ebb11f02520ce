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
          2026年重大项目台账（按产业链）|||||||||||
          截至2026年3月底  · 含示例数据|||||单位：万元||||||
          序号|项目名称|县区（园区）|牵头单位|阶段|总投资|2026年计划投资|2026年1-3月完成投资|完成率|进度灯|形象进度|存在问题
          一、人工智能终端及机器人（共2项）|||||=SUBTOTAL(9,F5:F6)→70000|=SUBTOTAL(9,G5:G6)→14000|=SUBTOTAL(9,H5:H6)→2600|0.1857|||
          1|云岫关节模组生产基地|柳东新区|市工业和信息化局|建设|50000|10000|2500|0.25|● 正常|主体封顶|
          2|霁川力矩传感器项目|柳南区|市工业和信息化局|签约|20000|4000|100|0.025|● 严重滞后||
          二、新能源（共1项）|||||=SUBTOTAL(9,F8:F8)→123.4568||||||
          3|湛野储能系统集成|鹿寨县|市发展改革委|谋划|123.4568||||||
          三、未归入产业链（共1项）|||||=SUBTOTAL(9,F10:F10)→100||||||
          4|未归链项目||||100||||||
          合计（共4项）|||||=SUBTOTAL(9,F4:F10)→70223.4568|=SUBTOTAL(9,G4:G10)→14000|=SUBTOTAL(9,H4:H10)→2600|0.1857|||
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
    #expect(names == stages)
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
    #expect(book.sheets.count == 1 + catalogue.chains.count + 1)
    let matrix = drawn(book.sheets[0]).split(separator: "\n")
    let total = try #require(matrix.first { $0.hasPrefix("合计|") })
    #expect(total.hasSuffix("|4|7.0223"))
    #expect(drawn(book.sheets[1]).contains("牵头单位：市工业和信息化局  ·  2026年产值目标：力争达250亿元"))
    #expect(drawn(book.sheets[3]).contains("没有符合条件的项目"))
  }

  @Test func `未知的数是空白，不是零`() throws {
    let ledger = LeadersBook(try source()).sheets[1]
    let row = try #require(ledger.rows.first { $0.cells.contains(.text("湛野储能系统集成", .text)) })
    #expect(row.cells[6].content == .blank)
    #expect(row.cells[7].content == .blank)
  }
}
