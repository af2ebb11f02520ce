import Ledger
import Testing

@testable import Reports

@Suite struct KeySentenceTests {
  @Test func `一句话里的每个数都从项目算出来`() throws {
    let source = try source()
    let sentence = KeySentence(
      source.figures, year: source.year, month: source.month, stages: StageOrder(source.catalogue))
    #expect(
      sentence.text(subject: "全市重大项目", parts: "")
        == "截至3月，全市重大项目4项，总投资7.02亿元，年度计划投资1.40亿元，本年累计完成0.26亿元，"
        + "占年度计划18.6%，落后序时进度6.4个百分点；计划新开工1项，尚未开工。")
  }

  @Test func `没有年度计划就不说完成率`() throws {
    let source = try source()
    let planless = source.figures.filter { $0.plan == nil }
    let sentence = KeySentence(
      planless, year: 2026, month: 3, stages: StageOrder(source.catalogue))
    #expect(!sentence.text(subject: "所选项目", parts: "").contains("序时进度"))
  }

  @Test func `进度灯按完成率减序时进度亮`() throws {
    let source = try source()
    let stages = StageOrder(source.catalogue)
    let lights = source.figures.map {
      ProjectLight(
        $0, rule: source.catalogue.lightRule, stages: stages, year: 2026, month: 3, through: nil,
        day: nil,
        catalogue: source.catalogue)?.light
    }
    #expect(lights == [.normal, .serious, nil, nil])
  }

  @Test func `计划时间已过还没开工，是严重滞后`() throws {
    let late = ProjectFigures(
      project(
        9,
        [
          "name": "逾期项目", "stage": "sign", "plan.2026": wan(100), "done.2026-01..03": wan(30),
          "start_planned": "2026-01",
        ]), year: 2026, month: nil)
    let catalogue = try Catalogue.shipped()
    let light = ProjectLight(
      late, rule: catalogue.lightRule, stages: StageOrder(catalogue), year: 2026, month: 3,
      through: nil, day: nil, catalogue: catalogue)
    #expect(light?.isOverdue == true)
    #expect(light?.light == .serious)
  }

  private func sentence(_ words: [String: String], month: Int? = 3) throws -> String {
    KeySentence(
      [
        ProjectFigures(
          project(1, words.merging(["name": "一"]) { first, _ in first }), year: 2026, month: nil)
      ],
      year: 2026, month: month, stages: StageOrder(try Catalogue.shipped())
    ).text(subject: "所选项目", parts: "")
  }

  @Test(arguments: [
    ([:], "截至3月，所选项目1项。"),
    (["total_investment": wan(35)], "截至3月，所选项目1项，总投资35万元。"),
    (
      ["plan.2026": wan(40_000), "done.2026-01..03": wan(10_000)],
      "截至3月，所选项目1项，年度计划投资4.00亿元，本年累计完成1.00亿元，占年度计划25.0%，与序时进度持平。"
    ),
    (
      ["plan.2026": wan(40_000), "done.2026-01..03": wan(1)],
      "截至3月，所选项目1项，年度计划投资4.00亿元，本年累计完成1万元，占年度计划不足0.1%，落后序时进度25.0个百分点。"
    ),
    (["start_actual": "2026-04"], "截至3月，所选项目1项；计划新开工1项，尚未开工。"),
    (["start_actual": "2026-02"], "截至3月，所选项目1项；计划新开工1项，已开工1项，开工率100.0%。"),
  ])
  func `没人报的数不进这句话`(words: [String: String], expected: String) throws {
    #expect(try sentence(words) == expected)
  }

  @Test func `没有月份就不说截至几月`() throws {
    #expect(
      try sentence(["plan.2026": wan(40_000), "done.2026": wan(10_000)], month: nil)
        == "所选项目1项，年度计划投资4.00亿元，本年累计完成1.00亿元，占年度计划25.0%。")
  }

  @Test func `节点逾期，没有计划也是严重滞后`() throws {
    let late = ProjectFigures(
      project(9, ["name": "逾期项目", "stage": "sign", "start_planned": "2026-01"]), year: 2026,
      month: nil)
    let catalogue = try Catalogue.shipped()
    let light = ProjectLight(
      late, rule: catalogue.lightRule, stages: StageOrder(catalogue), year: 2026, month: 3,
      through: nil, day: nil, catalogue: catalogue)
    #expect(light?.light == .serious)
  }

  @Test func `只拿报数的项目和它们自己的计划比，没报的写几项`() throws {
    let projects = [
      project(1, ["name": "报了", "plan.2026": wan(40_000), "done.2026-01..03": wan(12_000)]),
      project(2, ["name": "没报", "plan.2026": wan(60_000)]),
      project(3, ["name": "没计划", "done.2026-01..03": wan(10_000)]),
    ].map { ProjectFigures($0, year: 2026, month: nil) }
    let sentence = KeySentence(
      projects, year: 2026, month: 3, stages: StageOrder(try Catalogue.shipped()))
    #expect(
      sentence.text(subject: "所选项目", parts: "")
        == "截至3月，所选项目3项，年度计划投资10.00亿元，本年累计完成2.20亿元；其中有年度计划并已报数的1项完成1.20亿元，"
        + "占其年度计划30.0%，超序时进度5.0个百分点，有年度计划而未报完成投资的1项。")
    #expect(sentence.sums.rate == 0.3)
  }

  @Test func `报数的都有计划，完成数不说两遍`() throws {
    let projects = [
      project(1, ["name": "报了", "plan.2026": wan(40_000), "done.2026-01..03": wan(12_000)]),
      project(2, ["name": "没报", "plan.2026": wan(60_000)]),
    ].map { ProjectFigures($0, year: 2026, month: nil) }
    let sentence = KeySentence(
      projects, year: 2026, month: 3, stages: StageOrder(try Catalogue.shipped()))
    #expect(
      sentence.text(subject: "所选项目", parts: "")
        == "截至3月，所选项目2项，年度计划投资10.00亿元，本年累计完成1.20亿元；其中有年度计划并已报数的1项，完成投资占其年度计划30.0%，"
        + "超序时进度5.0个百分点，有年度计划而未报完成投资的1项。")
  }

  @Test func `有计划的都没报，只说几项没报`() throws {
    #expect(
      try self.sentence(["plan.2026": wan(40_000)])
        == "截至3月，所选项目1项，年度计划投资4.00亿元；有年度计划而未报完成投资的1项。")
  }
}
