import Ledger
import Operations
import Storage
import Testing

@testable import Website

/// What a list offers of the view that is looked at: sorting by each column, this table as a file.
@Suite struct ProjectsViewTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private func names(_ query: String) throws -> [String] {
    let state = try ProjectsQuery(Query(encoded: query), try site.operations.catalogue())
    return try site.operations.table(state.options, columns: [.field(.name)]).content.list.projects
      .compactMap { $0.record.text(.name) }
  }

  @Test func `显示的列，只有一个值的都能排序，升序降序是反的，没有值的总在后面`() throws {
    let shown: [Field] = [.contractInvestment, .startPlanned, .isIndustrial, .jobs, .investor]
    let all = try names("")
    #expect(all.count > 10)
    for field in shown {
      let key = try #require(ProjectSort.Key(of: field))
      let up = try names("sort=\(key.rawValue)")
      let down = try names("sort=-\(key.rawValue)")
      #expect(up.count == all.count && Set(up) == Set(all) && Set(down) == Set(all))
      let known = try site.operations.table(
        QuestionOptions(filter: ["has": [field.id]]), columns: [.id]
      ).content.list.totals.count
      // Those without a value come last either way.
      #expect(Set(up.dropFirst(known)) == Set(down.dropFirst(known)), "\(field.id)")
      let page = site.get("/projects?cols=name,\(field.id)&sort=\(key.rawValue)").text
      #expect(page.contains("aria-sort=\"ascending\""), "\(field.id)")
    }
    #expect(ProjectSort.Key(of: .milestones) == nil)
  }

  @Test func `导出的是这张表：选的列，选的次序，条件里的项目`() throws {
    let answer = site.get("/projects.xlsx?stage=建设&cols=name,total_investment&sort=-investment")
    #expect(answer.status == 200 && answer["Content-Type"] == BookDownload.type)
    #expect(answer["Content-Disposition"]?.contains("UTF-8''") == true)
    let page = site.get("/projects").text
    #expect(page.contains("进度灯") && page.contains("/projects.xlsx"))
    #expect(site.get("/projects?view=board").text.contains("/move\""))
  }

  @Test func `并入别的项目的编号，转到留下的那一项，并且说明`() throws {
    let moved = site.get("/projects/1?from=9")
    #expect(moved.status == 200 && moved.text.contains("编号 9 的项目已经并入这一项"))
  }
}
