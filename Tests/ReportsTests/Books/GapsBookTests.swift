import Ledger
import Testing

@testable import Reports
@testable import Storage

/// 催报清单: who is to report each month is one rule, here and wherever else it is asked. 测试数据
@Suite struct GapsBookTests {
  @Test func `催报清单里每月应报的项目，按目录里“每月应报”的规则`() throws {
    // 建设 and 签约 with plans and no report: only the first is asked each month.
    let projects = ["build", "sign"].enumerated().map { index, stage in
      project(
        Int64(index + 1),
        [
          "name": "测试\(stage)项目", "stage": stage, "lead_units": "drc", "plan.2026": wan(100),
          "total_investment": wan(1_000),
        ])
    }
    func overview(_ change: [String: Attribute]) throws -> String {
      let plain = try source(projects: projects)
      let items = plain.catalogue.items.map { item in
        item.kind == .setting && item.code == "reporting"
          ? CatalogueItem(
            kind: item.kind, code: item.code, name: item.name, position: item.position,
            attributes: .map(item.attributes.members.merging(change) { $1 })) : item
      }
      let edition = BookEdition(
        catalogue: Catalogue(items: items), filter: ProjectFilter(), revision: 7,
        recordedAt: plain.edition.recordedAt, entryHash: "", holdsSamples: true, year: 2026,
        month: 3)
      return drawn(GapsBook(BookSource(edition, projects: projects)).sheets[0])
    }
    #expect(try overview([:]).contains("1|市发展改革委|2|2|11|1|"))
    #expect(try overview([:]).contains("每月应报投资数据的是处于开工、建设阶段并有年度计划的项目"))
    let signed: Attribute = .list([.text("sign"), .text("build")])
    #expect(try overview(["stages": signed]).contains("1|市发展改革委|2|2|11|2|"))
    #expect(
      try overview(["stages": .list([.text("full")]), "needs_plan": .text("false")])
        .contains("处于达产阶段的项目"))
  }
}
