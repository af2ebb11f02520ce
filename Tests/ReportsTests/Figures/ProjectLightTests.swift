import Ledger
import Testing

@testable import Reports
@testable import Storage

/// What milestones and problems make of a light, and where the reason is read. 测试数据
@Suite struct ProjectLightTests {
  private static let onTime = [
    "name": "关节模组生产基地", "chain": "ai-robot", "stage": "build", "plan.2026": wan(10_000),
    "done.2026-01..06": wan(6_000),
  ]

  private func source(
    _ words: [String: String], asOf day: String? = "2026-07-21", month: String? = nil
  ) throws -> BookSource {
    try invented(words.merging(Self.onTime) { own, _ in own }) {
      $0.asOf = day.flatMap { PartialDate($0) }
      $0.month = month.flatMap { Period($0) }
    }
  }

  private func light(_ source: BookSource) -> ProjectLight? {
    LeadersBook(source).light(source.figures[0])
  }

  @Test func `按时的项目有一个节点逾期，就是严重滞后，写明逾期几天`() throws {
    let light = try #require(try light(source(["milestones.主体封顶": ",2026-06-30,,,"])))
    #expect(light.light == .serious && light.isOverdue)
    #expect(light.reasons == ["节点“主体封顶”应于2026年6月30日完成，已逾期21天"])
  }

  @Test(arguments: [",2026-06-30,2026-07-20,,", ",2026-07-21,,,"])
  func `已完成的、当天到期的节点不算`(milestone: String) throws {
    let light = try #require(try light(source(["milestones.主体封顶": milestone])))
    #expect(light.light == .normal && light.reasons.isEmpty)
  }

  @Test func `有未办结的问题不好于滞后，办结了就不算`() throws {
    let open = try #require(try light(source(["problem_log.征地": "2026-05-01,,,,"])))
    #expect(open.light == .lagging && !open.isOverdue)
    #expect(open.reasons == ["问题“征地”尚未办结"])
    let closed = try light(source(["problem_log.征地": "2026-05-01,,2026-06-01,,"]))
    #expect(closed?.light == .normal)
  }

  @Test(arguments: [
    // A milestone before the month in which figures begin to lag, and one after it.
    (["milestones.主体封顶": ",2026-01-20,,,", "done.2026-01..06": wan(2_000)], "自 2026-01-20，182 天"),
    (
      [
        "milestones.主体封顶": ",2026-06-30,,,", "done.2026-01..06": wan(2_000),
        "done.2026-01..05": wan(1_800), "done.2026-01..04": wan(1_500),
        "done.2026-01..03": wan(2_500),
      ], "自 4 月的数据起"
    ),
    // Nothing is known of the months before.
    (["done.2026-01..06": wan(2_000)], "自 6 月的数据起"),
    (["problem_log.征地": "2026-05,,,,"], "自 2026-05-31，51 天"),
    (["start_planned": "2026-02", "stage": "sign"], "自 2026-02-28，143 天"),
    // A date that somebody made good, a problem without a day, a good light.
    (["problem_log.征地": ",,,,"], nil), ([:], nil),
  ])
  func `灯说得出从什么时候起：误了的那天，或数据开始落后的那个月，取较早的`(
    words: [String: String], since: String?
  ) throws {
    let source = try source(words)
    let found = ProjectLights(source.edition).since(source.projects[0])
    #expect(found?.words(on: source.day) == since)
  }

  @Test func `没有计划和月份也亮灯`() throws {
    let words = ["plan.2026": "", "done.2026-01..06": "", "milestones.主体封顶": ",2026-06,,,"]
    let source = try source(words)
    let undated = BookSource(source.edition.withoutMonth, projects: source.projects)
    #expect(light(undated)?.light == .serious)
  }

  @Test func `不写日期看到台账最后一张凭证的那天，问旧月份只看到那个月底`() throws {
    let milestone = ["milestones.主体封顶": ",2026-03-30,,,"]
    #expect(
      try light(source(milestone, asOf: nil))?.reasons == ["节点“主体封顶”应于2026年3月30日完成，已逾期2天"])
    #expect(try light(source(milestone, month: "2026-02"))?.isOverdue == false)
    #expect(
      try light(source(milestone, month: "2026-03"))?.reasons == [
        "节点“主体封顶”应于2026年3月30日完成，已逾期1天"
      ])
  }

  @Test(arguments: [(1_200, LightRule.Light.normal), (700, .lagging), (50, .serious)])
  func `只报到较早月份的，与那个月的序时进度比`(done: Int, light: LightRule.Light) throws {
    let words = ["done.2026-01..06": "", "done.2026-01..02": wan(done)]
    let source = try source(words)
    #expect(self.light(source)?.light == light)
    let page = drawn(LeadersBook(source).sheets[0])
    #expect(page.contains("数据截至2月，完成率0.5%，落后序时进度16.2个百分点") == (light == .serious))
    #expect(page.contains("完成投资只报到较早月份的，与所报月份的序时进度比"))
  }

  @Test func `单位报的问题和台账查出的各在一列`() throws {
    let words = [
      "problems": "用地", "milestones.主体封顶": ",2026-06-30,,,", "problem_log.征地": "2026-05-01,,,drc,",
    ]
    let ledger = drawn(LeadersBook(try source(words)).sheets[1])
    #expect(
      ledger.contains(
        "|● 严重滞后||用地|节点“主体封顶”应于2026年6月30日完成，已逾期21天；问题“征地”已移交市发展改革委，尚未办结"))
    #expect(ledger.contains("节点和问题情况截至2026年7月21日。"))
  }

  @Test func `形象进度用问到的月份为止最近说的`() throws {
    let words = [
      "progress": "主体施工", "monthly_progress.2026-02": "桩基", "monthly_progress.2026-04": "基础",
    ]
    func progress(_ month: String?) throws -> String? {
      let source = try source(words, month: month)
      return source.progress(of: source.figures[0])
    }
    #expect(try progress("2026-03") == "（2月）桩基")
    #expect(try progress("2026-04") == "基础")
    #expect(try progress("2026-01") == nil)
    #expect(try progress(nil) == "主体施工")
  }
}

private func invented(
  _ words: [String: String], _ change: (inout ProjectFilter) -> Void
) throws -> BookSource {
  try source(projects: [project(1, words)], month: 6, change)
}

extension BookEdition {
  fileprivate var withoutMonth: BookEdition {
    BookEdition(
      catalogue: catalogue, filter: filter, revision: revision, recordedAt: recordedAt,
      entryHash: entryHash, holdsSamples: holdsSamples, year: year, month: nil)
  }
}
