import Ledger
import Testing

@testable import Reports
@testable import Storage

/// A book of a month is as of that month, whatever came later. 测试数据
@Suite struct OneClockTests {
  private static let projects = [
    project(
      1,
      [
        "name": "一月签约八月开工", "stage": "build", "sign_date": "2026-01-15",
        "start_planned": "2025-12", "start_actual": "2026-08-03", "plan.2026": wan(100),
        "done.2026-01": wan(9), "done.2026-01..08": wan(80), "contract_investment": wan(10_000),
        "registers.signed-attraction@2026": ",,", "monthly_progress.2026-01": "办手续",
        "monthly_progress.2026-08": "桩基", "progress": "桩基",
      ]),
    project(
      2,
      [
        "name": "八月签约", "stage": "sign", "sign_date": "2026-08-20",
        "contract_investment": wan(90_000), "registers.signed-attraction@2026": ",,",
      ]),
    project(
      3,
      [
        "name": "签约只知年份", "stage": "sign", "sign_date": "2026",
        "contract_investment": wan(5_000), "registers.signed-attraction@2026": ",,",
      ]),
    project(4, ["name": "只有阶段", "stage": "start", "start_planned": "2026-03"]),
  ]

  private func source(_ month: String?) throws -> BookSource {
    try invented(Self.projects, month: month.flatMap { Period($0) })
  }

  @Test func `签约数到当月为止，只知年份的算不清`() throws {
    func signed(_ month: String?) throws -> (count: Int, rule: String) {
      let progress = try #require(TargetReader(source(month)).progress(of: "new-signed-growth"))
      return (progress.projects.count, progress.rule)
    }
    #expect(try signed("2026-01").count == 1)
    #expect(try signed("2026-01").rule.contains("另有1项未填所需字段"))
    #expect(try signed("2026-08").count == 2)
    #expect(try signed("2026-12").count == 3)
  }

  @Test func `开工数到当月为止；没有开工时间的按现在的阶段，并说明几项`() throws {
    func sentence(_ month: String?) throws -> KeySentence {
      let source = try source(month)
      return KeySentence(
        source.figures, year: 2026, month: source.month, stages: StageOrder(source.catalogue))
    }
    let (january, august) = (try sentence("2026-01"), try sentence("2026-08"))
    #expect((january.plannedStarts, january.started, january.undatedStarts) == (2, 1, 1))
    #expect((august.plannedStarts, august.started, august.undatedStarts) == (2, 2, 1))
    let page = drawn(LeadersBook(try source("2026-01")).sheets[0])
    #expect(page.contains("其中1项没有开工时间，按现在的阶段算已开工"))
    #expect(page.contains("阶段按签约、开工、投产时间算到1月底"))
    #expect(!drawn(LeadersBook(try source(nil)).sheets[0]).contains("算到"))
  }

  @Test(arguments: [
    ("2026-01", ["签约", nil, "签约", "开工"]), ("2026-08", ["建设", "签约", "签约", "开工"]),
    ("2025-12", [nil, nil, nil, "开工"]), (nil, ["建设", "签约", "签约", "开工"]),
  ])
  func `阶段有时间的算到当月，没有时间的是现在的`(month: String?, stages: [String?]) throws {
    let source = try source(month)
    #expect(source.figures.map(source.stage) == stages)
  }

  @Test func `形象进度是当月的，更早没说过就空着`() throws {
    func progress(_ month: String?) throws -> String? {
      let source = try source(month)
      return source.progress(of: source.figures[0])
    }
    #expect(try progress("2026-01") == "办手续")
    #expect(try progress("2025-12") == nil)
    #expect(try progress(nil) == "桩基")
  }

  @Test func `计划开竣工逾期看到当月底：后来开工的，那时还没有开工`() throws {
    func reasons(_ month: String?) throws -> [String] {
      let source = try source(month)
      return LeadersBook(source).light(source.figures[0])?.reasons ?? []
    }
    #expect(try reasons("2026-01") == ["计划2025年12月开工，尚未开工"])
    #expect(try reasons("2026-08") == [])
    #expect(try reasons(nil) == [])
  }

  @Test func `节点和问题看到当月底：后来完成、提出、办结的，那时还没有`() throws {
    let followed = project(
      9,
      [
        "name": "测试", "stage": "sign", "milestones.主体封顶": ",2026-01-20,2026-03-05,,",
        "problem_log.征地": "2026-02-10,,2026-04-01,,",
      ])
    func reasons(_ month: String) throws -> [String] {
      let source = try invented([followed], month: Period(month))
      return LeadersBook(source).light(source.figures[0])?.reasons ?? []
    }
    let late = "节点“主体封顶”应于2026年1月20日完成，已逾期"
    #expect(try reasons("2026-01") == [late + "11天"])
    #expect(try reasons("2026-02") == [late + "39天", "问题“征地”尚未办结"])
    #expect(try reasons("2026-03") == ["问题“征地”尚未办结"])
    #expect(try reasons("2026-04") == [])
  }

  @Test(arguments: [
    ("2026-01-30", true), ("2026-01-31", false), ("2026-01", false), ("2025-12", true),
    ("2026", false), ("2026-02", false),
  ])
  func `到月底那天到期的不算逾期，此前的算`(planned: String, isLate: Bool) throws {
    let late = project(9, ["name": "测试", "stage": "sign", "start_planned": planned])
    for month in [Period("2026-01"), nil] {
      let source = try invented([late], month: month, stated: 1)
      #expect((LeadersBook(source).light(source.figures[0]) != nil) == isLate)
    }
  }
}

private func invented(
  _ projects: [StoredProject], month: Period?, stated: Int = 8
) throws -> BookSource {
  let plain = try source(projects: projects, month: month.map { Int($0.lastMonth) } ?? stated) {
    $0.month = month
  }
  let edition = BookEdition(
    catalogue: plain.catalogue, filter: plain.filter, revision: 7,
    recordedAt: plain.edition.recordedAt, entryHash: "", holdsSamples: false,
    year: month.map { Int($0.year) } ?? 2026, month: plain.month)
  return BookSource(edition, reporting: projects)
}
