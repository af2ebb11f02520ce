import Intake
import Ledger
import Testing

@testable import Operations
@testable import Website

/// The list in time. 测试数据
@Suite struct ProjectTimelineTests {
  @Test func `阶段已过的不算逾期，没有日期的不画，先开工的在前`() throws {
    let site = try TestSite()
    _ = try site.operations.edit(
      "6", [Assignment(field: "计划竣工时间", text: "2025-06")], reason: "测试")
    _ = try site.operations.edit(
      "1", [Assignment(field: "计划竣工时间", text: "2025-12")], reason: "测试")
    let page = site.get("/projects?view=time").text
    func row(_ name: String) throws -> Substring {
      let table = try #require(page.firstRange(of: "时间轴的数据"))
      let start = try #require(page[table.upperBound...].firstRange(of: name))
      let end = try #require(page[start.upperBound...].firstRange(of: "</tr>"))
      return page[start.lowerBound..<end.lowerBound]
    }
    // 投产 lies behind the finish, whatever its date was; 建设 does not.
    #expect(try !row("测试青崖风电装备").contains("逾期"))
    #expect(try row("测试云岫关节模组生产基地").contains("逾期未竣工"))
    #expect(page.contains("没有开竣工日期，没有画"))
    let started = try #require(page.firstRange(of: "测试青崖风电装备"))
    let later = try #require(page.firstRange(of: "测试云岫关节模组生产基地"))
    #expect(started.lowerBound < later.lowerBound)
    #expect(site.get("/projects?view=time&sort=id").text.contains("测试云岫"))
  }
}
