import Foundation
import Ledger
import Testing

@testable import Reports

/// How the leaders' pages fall: no page with a total alone, no table torn that a page holds. 测试数据
@Suite struct PagingTests {
  private static func book(chains: Int, problems: Int) throws -> LeadersBook {
    let catalogue = try Catalogue.shipped()
    let more = (0..<chains).map { index in
      CatalogueItem(
        kind: .chain, code: "test-\(index)", name: "测试产业链第\(index + 1)条", position: 1_000 + index,
        attributes: .map([:]))
    }
    let stages = catalogue.stages.map(\.code)
    let projects = (0..<max(chains, problems)).map { index in
      project(
        Int64(index + 1),
        [
          "name": "测试项目\(index)名称长到在表格的一格里要分成两行才写得下", "chain": "test-\(index % max(1, chains))",
          "stage": stages[index % stages.count], "lead_units": "iit",
          "total_investment": wan(1_000 + index), "plan.2026": wan(100),
          "done.2026-01..03": wan(30),
        ].merging(index < problems ? ["problems": "用地手续未办结，\(index)户未签约"] : [:]) { $1 })
    }
    let plain = try source(projects: projects)
    let edition = BookEdition(
      catalogue: Catalogue(items: catalogue.items + more), filter: ProjectFilter(), revision: 7,
      recordedAt: plain.edition.recordedAt, entryHash: "", holdsSamples: true, year: 2026, month: 3)
    return LeadersBook(BookSource(edition, projects: projects))
  }

  /// The rows of each page, where a page holds `factor` times what is reckoned: programs differ.
  private static func pages(of sheet: ReportSheet, _ factor: Double) -> [Range<Int>] {
    let breaks = Set(sheet.breaks)
    let repeated = sheet.repeatedRows.map { $0.reduce(0.0) { $0 + (sheet.rows[$1].height ?? 0) } }
    var (pages, first, used) = ([Range<Int>](), 0, 0.0)
    for index in sheet.rows.indices {
      let height = sheet.rows[index].height ?? sheet.bodyHeight(sheet.rows[index])
      if index > first, breaks.contains(index) || used + height > sheet.pageHeight * factor {
        pages.append(first..<index)
        (first, used) = (index, repeated ?? 0)
      }
      used += height
    }
    return pages + [first..<sheet.rows.count]
  }

  @Test(arguments: [0, 1, 2, 5, 14, 20, 33, 60], [0, 1, 4, 40])
  func `任意条产业链、任意多问题，没有一页只有合计或几行`(chains: Int, problems: Int) throws {
    var sheet = try Self.book(chains: chains, problems: problems).overview
    for paper in ReportSheet.Paper.allCases {
      sheet.paper = paper
      for factor in sheet.fitsOnePage ? [] : [0.97, 1.0, 1.1] {
        let pages = Self.pages(of: sheet, factor)
        for table in sheet.wholeTables {
          let heights = table.map { sheet.rows[$0].height ?? 0 }.reduce(0, +)
          let parts = pages.map { $0.clamped(to: Range(table)) }.filter { !$0.isEmpty }
          if heights < sheet.pageHeight * 0.9 { #expect(parts.count == 1, "\(table) \(pages)") }
          #expect(
            parts.allSatisfy { $0.count >= 4 || parts.count == 1 },
            "\(parts) \(sheet.breaks) \(paper) \(factor) \(sheet.pageHeight)")
        }
        for page in pages {
          let isCaptions = page.allSatisfy { sheet.rows[$0].cells.first?.style == .caption }
          #expect(!isCaptions, "\(page) of \(pages)")
        }
      }
    }
  }

  @Test(arguments: [37, 154, 400])
  func `长表的每一页在各种软件里从同一行开始，没有一页只有几行或只有口径`(count: Int) throws {
    var sheet = try Self.book(chains: 5, problems: count).ledger
    for paper in ReportSheet.Paper.allCases {
      sheet.paper = paper
      if sheet.fitsOnePage { continue }
      let pages = Self.pages(of: sheet, 0.96)
      for factor in [1.0, 1.03, 1.1] { #expect(Self.pages(of: sheet, factor) == pages) }
      for page in pages {
        let projects = page.count { sheet.rows[$0].cells.first?.style == .serial }
        #expect(projects >= 4, "\(page) of \(pages)")
      }
    }
  }

  @Test(arguments: [1, 5, 6, 16, 17, 18, 19, 20, 35, 126])
  func `核对表签字的那一页有项目`(count: Int) throws {
    let projects = (0..<count).map { index in
      project(
        Int64(index + 1),
        ["name": "测试项目\(index)名称长到在一格里要分成两行才写得下", "lead_units": "iit", "stage": "build"])
    }
    var sheet = UnitBook(try source(projects: projects), unit: "测试局", seal: 0).table
    for paper in ReportSheet.Paper.allCases {
      sheet.paper = paper
      let last = try #require(Self.pages(of: sheet, 1.0).last)
      let signed = last.count { sheet.rows[$0].cells.first?.style == .lockedSerial } - 15
      #expect(signed >= min(6, count) || sheet.fitsOnePage, "\(signed) \(paper)")
    }
  }

  @Test(arguments: [0, 1, 4, 9, 40])
  func `第一页放得下一句话、需要研究的项目和图`(problems: Int) throws {
    let sheet = try Self.book(chains: 14, problems: problems).overview
    let chart = try #require(sheet.charts.first)
    let end = chart.row + (chart.height + 19) / 20
    #expect(try #require(Self.pages(of: sheet, 1.0).first).upperBound >= end)
    let shown = sheet.rows.filter { $0.cells.count > 5 && $0.cells[4].style == .centred }.count
    #expect(shown >= min(3, problems) && shown <= 10)
  }

  @Test func `需要研究的项目按总投资从大到小，写明原因和牵头单位`() throws {
    let projects = [
      project(
        1,
        [
          "name": "落后的", "lead_units": "iit", "total_investment": wan(10_000),
          "plan.2026": wan(4_000), "done.2026-01..03": wan(100),
        ]),
      project(
        2,
        ["name": "有问题的", "lead_units": "drc", "total_investment": wan(50_000), "problems": "用地未批"]),
      project(3, ["name": "都好的", "plan.2026": wan(100), "done.2026-01..03": wan(90)]),
    ]
    let sheet = drawn(LeadersBook(try source(projects: projects)).overview)
    #expect(sheet.contains("需要研究的项目：严重滞后1项，其他报有问题或有未办结问题的1项"))
    let large = try #require(sheet.range(of: "有问题的||5||市发展改革委|用地未批"))
    let late = try #require(
      sheet.range(of: "落后的||1|● 严重滞后|市工业和信息化局|完成率2.5%，落后序时进度22.5个百分点"))
    #expect(large.lowerBound < late.lowerBound)
    #expect(!sheet.contains("都好的"))
    #expect(!drawn(LeadersBook(try source(projects: [projects[2]])).overview).contains("需要研究"))
  }

  @Test func `只有一条产业链的汇总有自己的标题，没有一根柱子的图`() throws {
    let chain = Array(inventedProjects.prefix(2))
    let book = LeadersBook(try source(projects: chain) { $0.chains = ["ai-robot"] })
    #expect(drawn(book.sheets[0]).hasPrefix("2026年人工智能终端及机器人产业链项目推进情况汇总"))
    #expect(drawn(book.sheets[1]).hasPrefix("2026年人工智能终端及机器人产业链项目台账"))
    #expect(book.sheets[0].charts.map(\.title) == ["各阶段项目数"])
    #expect(!drawn(book.sheets[0]).contains("产业链|项数"))
  }

  @Test func `计划、完成、阶段在每张图里各是一色`() throws {
    let projects = [
      project(
        1,
        [
          "name": "甲", "plan.2026": wan(12_000), "done.2026-01": wan(500),
          "done.2026-02": wan(700), "chain": "ai-robot",
        ]),
      project(2, ["name": "乙", "chain": "new-energy", "plan.2026": wan(1_000)]),
    ]
    let sheets = LeadersBook(try source(projects: projects)).sheets
    for chart in sheets.flatMap({ sheet in sheet.charts.map { (sheet, $0) } }) {
      for series in chart.1.series {
        let cell = chart.0.rows[series.nameRow].cells[series.nameColumn].text
        let role: ReportChart.Series.Role =
          cell.contains("完成") && !cell.contains("应") ? .done : cell == "项数" ? .stages : .plan
        #expect(series.role == role, "\(cell)")
      }
    }
  }

  @Test func `没有一个项目注明环节的产业链不设环节一列，顺序与领导汇总一样`() throws {
    let chain = try #require(try Catalogue.shipped().chains.first { $0.code == "ai-robot" })
    func lines(_ projects: [(String, String)]) throws -> String {
      drawn(
        ChainsBook(
          try source(
            projects: projects.enumerated().map { index, words in
              project(
                Int64(index + 1),
                ["name": words.0, "chain": "ai-robot", "stage": words.1]
                  .merging(words.0 == "芯片甲" ? ["segment": "芯片"] : [:]) { $1 })
            })
        ).sheet(chain))
    }
    let plain = try lines([("在谋划", "plan"), ("已投产", "produce"), ("在建", "build")])
    #expect(!plain.contains("|环节|"))
    #expect(plain.contains("1|已投产|") && plain.contains("2|在建|") && plain.contains("3|在谋划|"))
    #expect(try lines([("芯片甲", "plan")]).contains("|环节|"))
  }

  @Test func `任务表里没有人登记过的列不列`() throws {
    let sheet = drawn(TasksBook(try source()).sheets[0])
    for label in ["|环节", "|登记时间", "|进展说明", "|文件"] { #expect(!sheet.contains(label)) }
  }
}
