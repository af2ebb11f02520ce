import Ledger
import SpreadsheetWriting
import Testing

@testable import Reports

/// 一页纸 is one page: of what needs a decision as much as it holds. 测试数据
@Suite struct CoveringBriefTests {
  /// How many projects that need a decision are listed of twelve on some chains, each with its reasons.
  private static func listed(chains: Int, problem: String) throws -> Int {
    let codes = try Catalogue.shipped().chains.map(\.code)
    let projects = (0..<max(12, chains)).map { index in
      project(
        Int64(index + 1),
        [
          "name": "测试项目第\(index)号", "chain": codes[index % chains], "plan.2026": wan(100),
          "total_investment": wan(1_000), "done.2026-01..03": wan(1), "problems": problem,
        ])
    }
    let document = CoveringBrief(LeadersBook(try source(projects: projects))).document
    let tables = document.blocks.compactMap { block -> TextDocument.Table? in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(tables.first).rows.count
  }

  @Test func `金额和报表里一样有千分位`() throws {
    let large = project(
      9,
      ["name": "测试大项目", "chain": "ai-robot", "total_investment": wan(12_345_678), "problems": "用地"])
    let brief = CoveringBrief(LeadersBook(try source(projects: [large] + inventedProjects)))
    let sums = brief.document.blocks.flatMap { block -> [String] in
      if case .table(let table) = block { table.rows.flatMap { $0 } } else { [] }
    }
    #expect(sums.filter { $0 == "1,234.57" }.count == 1)
    #expect(sums.contains("1,241.59"))
  }

  @Test func `产业链多、原因长，就少列几项`() throws {
    #expect(try Self.listed(chains: 2, problem: "用地未批") == 10)
    let many = try Self.listed(chains: 13, problem: "用地未批")
    #expect((3...7).contains(many), "\(many)")
    let long = String(repeating: "征地拆迁还有未签约的住户，", count: 4)
    #expect(try Self.listed(chains: 13, problem: long) == 2)
    #expect(try Self.listed(chains: 2, problem: long) < 10)
  }
}
