import Ledger
import Testing

@testable import Reports
@testable import Storage

/// 招商台账, 目标进度, 任务总台账 and 催报清单 of a fixed ledger.
@Suite struct WorkBooksTests {
  private static let invented = [
    project(
      1,
      [
        "name": "湛野电池基地", "chain": "new-energy", "stage": "build", "lead_units": "drc",
        "industry": "C38", "total_investment": wan(1_200_000), "plan.2026": wan(90_000),
        "done.2026-01..03": wan(30_000), "registers.landed-attraction@2026": ",,",
        "registers.shuangbai@2026": "已认定,,", "registers.reserve-major@2026": "在库,,",
        "is_industrial": "1", "funds.2026-01..03": wan(5_000),
      ]),
    project(
      2,
      [
        "name": "霁川仓储中心", "stage": "sign", "industry": "59", "lead_units": "drc",
        "done.2026-01..03": wan(10_000), "registers.landed-attraction@2026": ",,",
        "registers.signed-attraction@2026": ",,", "sign_date": "2026-02",
        "contract_investment": wan(60_000), "registers.reserve-major@2026": "在库,,",
      ]),
    project(
      3,
      [
        "name": "云岫大项目", "stage": "talk", "total_investment": wan(1_000_000),
        "registers.reserve-major@2025": "在库,,",
      ]),
    project(
      4,
      [
        "name": "已终止的储备", "condition": "terminated", "stage": "plan",
        "registers.reserve-major@2026": "在库,,",
      ]),
  ]

  private func source(_ items: [CatalogueItem] = [], month: Int? = 3) throws -> BookSource {
    let catalogue = Catalogue(items: try Catalogue.shipped().items + items)
    let plain = try inventedSource(projects: Self.invented, month: month)
    let edition = BookEdition(
      catalogue: catalogue, filter: plain.edition.filter, revision: 7,
      recordedAt: plain.edition.recordedAt, entryHash: "", holdsSamples: true, year: 2026,
      month: month)
    return BookSource(edition, projects: Self.invented)
  }

  private func progress(
    _ code: String, _ items: [CatalogueItem] = [], month: Int? = 3
  ) throws -> TargetProgress {
    let source = try source(items, month: month)
    let target = try #require(source.catalogue.targets(of: 2026).first { $0.code == code })
    return TargetReader(source).progress(target)
  }

  private func figure(_ target: String, _ period: String, _ value: String, _ unit: String) throws
    -> CatalogueItem
  {
    ReportedFigure(
      target: target, period: try #require(Period(period)), value: value, unit: unit, basis: "测试快报"
    ).item(named: target)
  }

  @Test(arguments: [
    ("reserve-count", 2), ("shuangbai-count", 1), ("landed-investment", 4),
    ("landed-manufacturing-share", 75), ("reserve-industrial-count", 1),
  ])
  func `目标按目录的口径计算`(code: String, value: Double) throws {
    #expect(try progress(code).value == value)
  }

  @Test func `终止的不计；没填所需字段的不计入，并写明几项`() throws {
    let progress = try progress("reserve-industrial-count")
    #expect(progress.rule == "列入储备重大项目（2026年），属产业项目，状态不是终止、退库的项目数；另有1项未填所需字段，未计入")
  }

  @Test func `达到和未达到序时进度按月份比，比率只与目标值比`() throws {
    #expect(try progress("landed-investment").standing == .behind)
    #expect(try progress("landed-manufacturing-share").standing == .reached)
    #expect(try progress("reserve-count").standing == .behind)
    #expect(try progress("shuangbai-count", month: 1).standing == .onSchedule)
    #expect(try progress("output-auto").standing == nil)
  }

  @Test func `只看一部分项目时，现值是对全市目标的贡献，不评进度`() throws {
    var filter = ProjectFilter()
    filter.chains = ["new-energy"]
    let plain = try source()
    let edition = BookEdition(
      catalogue: plain.catalogue, filter: filter, revision: 7,
      recordedAt: plain.edition.recordedAt, entryHash: "", holdsSamples: true, year: 2026, month: 3)
    let some = BookSource(edition, projects: Self.invented)
    let progress = TargetReader(some).all.filter { $0.source.hasPrefix("台账计算") }
    #expect(!progress.isEmpty && progress.allSatisfy { $0.standing == nil && $0.share == nil })
    let sheet = drawn(TargetsBook(some).sheets[0])
    #expect(sheet.contains("新能源产业链2026年度目标进度"))
    #expect(sheet.contains("只计所选项目、不评进度\(progress.count)个"))
    #expect(sheet.contains("目标是全市的"))
  }

  @Test func `增速要有同期基数，没有基数就空着`() throws {
    #expect(try progress("new-signed-growth").value == nil)
    let wholeYear = try figure("new-signed-growth", "2025", "5", "亿元")
    #expect(try progress("new-signed-growth", [wholeYear]).value == nil)
    let same = try figure("new-signed-growth", "2025-01..03", "5", "亿元")
    let growth = try progress("new-signed-growth", [same])
    #expect(growth.value.map { ($0 * 1e6).rounded() / 1e6 } == 20)
    #expect(growth.standing == .reached)
    #expect(growth.rule.contains("比2025年1-3月基数（5亿元（测试快报））增长"))
  }

  @Test func `上报数取不晚于数据月份的最近一次`() throws {
    let items = [
      try figure("output-auto", "2026-01..02", "300", "亿元"),
      try figure("output-auto", "2026-01..03", "5200000", "万元"),
      try figure("output-auto", "2026-01..04", "700", "亿元"),
    ]
    let progress = try progress("output-auto", items)
    #expect(progress.value == 520)
    #expect(progress.standing == .onSchedule)
    #expect(progress.source == "上报（2026年1-3月，测试快报）")
  }

  @Test func `招商台账分列已认定和候选，写明依据`() throws {
    let sheet = drawn(PromotionBook(try source()).sheets[1])
    #expect(sheet.contains("已认定（1项）"))
    #expect(
      sheet.contains("1|湛野电池基地|新能源||建设|1200000|||已认定|总投资120.00亿元"))
    #expect(sheet.contains("2|云岫大项目|||洽谈|1000000||||总投资100.00亿元；按规则列为候选"))
    let landed = drawn(PromotionBook(try source()).sheets[3])
    #expect(landed.contains("1|湛野电池基地|新能源|||建设|1200000|C38|30000|5000"))
    #expect(landed.contains("合计（共2项）"))
  }

  @Test func `任务有关联项目，环节登记后写明`() throws {
    let shipped = try Catalogue.shipped()
    let task = try #require(shipped.item(.task, "2.6"))
    guard case .map(var attributes) = task.attributes else { return }
    let state = TaskState(
      step: .supervised, day: PartialDate("2026-03-20"), note: "进度偏慢", document: "测试函1号")
    attributes["state"] = state.attribute
    let item = CatalogueItem(
      kind: .task, code: task.code, name: task.name, position: task.position,
      attributes: .map(attributes))
    let sheet = drawn(TasksBook(try source([item])).sheets[0])
    #expect(
      sheet.contains("|2.6|\(task.name)|市发展改革委|牵头|12月底前完成当年任务|1|1200000|督办|2026年3月20日|进度偏慢|测试函1号"))
    #expect(sheet.contains("共101项任务：督办1项，未登记100项。"))
  }

  @Test(arguments: [
    ("complete", "2026-12-31", "12月底前完成"), ("annual_task", "2026-06-30", "6月底前完成当年任务"),
    ("annual_task", "2026-06", "6月底前完成当年任务"), ("complete", "2027-02-28", "2027年2月底前完成"),
    ("complete", "2026-12-30", "12月30日前完成"), ("ongoing", "2026-12-31", "年内持续推进"),
  ])
  func `任务的时限写日期和性质`(kind: String, deadline: String, words: String) throws {
    let task = try #require(try Catalogue.shipped().item(.task, "2.6"))
    let attributes = task.attributes.members.merging(
      ["deadline_kind": .text(kind), "deadline": .text(deadline)]
    ) { $1 }
    let item = CatalogueItem(
      kind: .task, code: task.code, name: task.name, position: task.position,
      attributes: .map(attributes))
    #expect(drawn(TasksBook(try source([item])).sheets[0]).contains("|牵头|\(words)|"))
  }

  @Test(arguments: [
    ("gdp-growth", "5.5", "%", TargetProgress.Standing?.some(.reached)),
    ("gdp-growth", "5.4", "%", nil), ("income-growth", "5.4", "%", nil),
    ("industrial-output-growth", "8.9", "%", .below), ("nonstandard-debt", "0", "亿元", .reached),
    ("nonstandard-debt", "0.5", "亿元", nil), ("urban-jobs", "1.1", "万人", .onSchedule),
    ("urban-jobs", "1", "万人", .behind), ("afforestation", "28", "万亩", .reached),
  ])
  func `左右、同步、清零的目标，没有达到时由人判断`(
    code: String, value: String, unit: String, standing: TargetProgress.Standing?
  ) throws {
    let progress = try progress(code, [try figure(code, "2026-01..03", value, unit)])
    #expect(progress.value == Double(value))
    #expect(progress.standing == standing)
  }

  @Test func `报表用产业链的正式名称`() throws {
    let projects = [
      project(
        1,
        [
          "name": "甲", "chain": "low-altitude", "registers.shuangbai@2026": "已认定,,",
          "total_investment": wan(1_000), "plan.2026": wan(100), "done.2026-01..03": wan(20),
        ])
    ]
    let source = try inventedSource(projects: projects, month: 3)
    #expect(drawn(LeadersBook(source).sheets[1]).contains("一、低空经济（共1项）"))
    #expect(drawn(PromotionBook(source).sheets[1]).contains("低空经济|"))
    #expect(ChainsBook(source).sheets.map(\.name).contains("低空经济"))
  }

  @Test func `催报清单一单位一张，只有自己的缺项，按阶段加权`() throws {
    let sheets = GapsBook(try source()).sheets
    #expect(sheets.map(\.name) == ["各单位情况", "市发展改革委", "未明确牵头单位"])
    let own = drawn(sheets[1])
    #expect(own.contains("湛野电池基地") && own.contains("霁川仓储中心"))
    #expect(!own.contains("云岫大项目"))
    // 建设: weight 5, 4 of 10 there; 签约: weight 3, 4 of 7 there.
    let catalogue = try Catalogue.shipped()
    func gap(_ project: ProjectFigures, _ month: Int) -> ProjectGap {
      ProjectGap(
        project, stages: catalogue.stages, reporting: catalogue.reportingRule, month: month)
    }
    let gaps = try source().figures.prefix(2).map { gap($0, 3) }
    #expect(gaps.map(\.weight) == [5, 3])
    // As the caption says: fields there of fields asked for, 5 times those of the first, 3 of the second.
    let expected = Double(5 * 4 + 3 * 4) / Double(5 * 10 + 3 * 7)
    #expect(UnitGaps(unit: "drc", gaps: Array(gaps)).completeness == expected)
    #expect(gaps[0].missing.contains(.content) && !gaps[0].missing.contains(.done))
    #expect(!gaps[0].isStale)
    #expect(gap(try source().figures[0], 4).isStale)
  }

  @Test func `产业链分册按上中下游列环节，空的标缺环`() throws {
    let chain = try #require(try Catalogue.shipped().chains.first { $0.code == "ai-robot" })
    let projects = [
      project(1, ["name": "芯片项目", "chain": "ai-robot", "segment": "芯片"]),
      project(2, ["name": "减速器项目", "chain": "ai-robot", "segment": "减速器"]),
      project(3, ["name": "别的项目", "chain": "ai-robot", "segment": "别的环节"]),
    ]
    let sheet = drawn(ChainsBook(try inventedSource(projects: projects, month: 3)).sheet(chain))
    #expect(sheet.contains("上游 · 芯片（1项）"))
    #expect(sheet.contains("上游 · 传感器：缺环"))
    #expect(sheet.contains("上游 · 核心零部件（1项）"))
    #expect(sheet.contains("环节未注明或不在目录（1项）"))
    #expect(sheet.contains("合计（共3项）"))
  }

  @Test func `月度进度逐月累计，没有项目报到的月份不列`() throws {
    let projects = [
      project(
        1,
        [
          "name": "甲", "plan.2026": wan(12_000), "done.2026-01": wan(500),
          "done.2026-02": wan(700), "done.2026-03": wan(900),
        ]),
      project(2, ["name": "乙", "done.2026-01..03": wan(1_000)]),
    ]
    let months = try #require(LeadersBook(try inventedSource(projects: projects, month: 3)).months)
    let rows = drawn(months).split(separator: "\n").filter { $0.contains("月|") }
    #expect(
      rows.prefix(3) == [
        "1|1月|0.05|0.1|0.0417|1", "2|2月|0.12|0.2|0.1|1", "3|3月|0.21|0.3|0.175|2",
      ])
    #expect(drawn(months).contains("只比较有年度计划并且各月都报数的1项"))
    #expect(drawn(months).contains("另有1项后来才报、有月份没报或没有年度计划，共完成0.10亿元，不在表内"))
    #expect(months.charts.count == 1)
  }

  @Test func `字小于8.5磅或多于12列就换A3，一页宽连6磅都不到才左右两页`() {
    var sheet = ReportSheet(name: "测试", widths: [80, 80])
    #expect(!sheet.needsA3 && sheet.pagesAcross == 1)
    sheet.widths = [100, 100]
    #expect(sheet.needsA3 && sheet.pagesAcross == 1)
    sheet.widths = [Double](repeating: 6, count: 13)
    #expect(sheet.needsA3)
    sheet.fillPage()
    #expect(sheet.widths.allSatisfy { $0 > 7.7 && $0 < 7.9 })
    sheet.widths = [40] + [Double](repeating: 30, count: 9)
    sheet.frozenColumns = 1
    #expect(sheet.needsA3 && sheet.pagesAcross == 1)
    sheet.widths = [Double](repeating: 40, count: 10)
    #expect(sheet.pagesAcross == 2)
    // Without columns that stay in view nobody could tell whose the second page's figures are.
    sheet.frozenColumns = 0
    #expect(sheet.pagesAcross == 1)
  }

  @Test func `左右两页时标题、说明和口径都在第一页上，写得下`() throws {
    let edition = try inventedSource(projects: [], month: nil).edition
    var sheet = ReportSheet(name: "测试", widths: [Double](repeating: 40, count: 10))
    sheet.addTitle("标题")
    sheet.addNotes(edition, unit: "万元")
    sheet.add([.text("甲", .header), .text("乙", .header)])
    sheet.addCaptions(edition, [String(repeating: "口径", count: 60)])
    sheet.frozenColumns = 1
    let heights = sheet.rows.map(\.height)
    sheet.bringTextsToFirstPage()
    #expect(sheet.merges.map(\.columns).max { $0.upperBound < $1.upperBound }?.upperBound == 4)
    for row in [0, 1, 3, 4] {
      #expect(sheet.merges.contains { $0.row == row && $0.columns.upperBound == 4 }, "row \(row)")
    }
    // The first column is printed on both pages: what stood over it would begin on the second one and be cut.
    for row in [0, 3, 4] {
      #expect(sheet.merges.contains { $0.row == row && $0.columns == 1...4 }, "row \(row)")
      #expect(sheet.rows[row].cells[0].content == .blank, "row \(row)")
    }
    let unit = try #require(
      sheet.rows[1].cells.firstIndex { $0.content == .text("单位：万元") })
    #expect(sheet.merges.contains { $0.row == 1 && $0.columns.lowerBound == unit })
    #expect(try #require(sheet.rows[4].height) == 2 * (try #require(heights[4])))
  }

  @Test func `只多出几行的表缩成一页`() {
    var sheet = ReportSheet(name: "测试", widths: [40, 40])
    for _ in 0..<20 { sheet.add([.text("行")], height: 20) }
    #expect(!sheet.fitsOnePage)
    for _ in 0..<8 { sheet.add([.text("行")], height: 20) }
    #expect(sheet.fitsOnePage && sheet.breaks.isEmpty)
    for _ in 0..<8 { sheet.add([.text("行")], height: 20) }
    #expect(!sheet.fitsOnePage)
  }

  @Test func `进度灯一行写完，行高不加倍`() {
    var sheet = ReportSheet(name: "测试", widths: [12])
    sheet.add([.text("● 严重滞后", .serious)])
    #expect(sheet.bodyHeight(sheet.rows[0]) == 20)
    sheet.add([.text("十二个字宽的列放不下")])
    #expect(sheet.bodyHeight(sheet.rows[1]) == 35)
  }

  @Test func `没有项目注明环节，就不说缺环`() throws {
    let chain = try #require(try Catalogue.shipped().chains.first { $0.code == "ai-robot" })
    let silent = [
      project(1, ["name": "甲", "chain": "ai-robot"]),
      project(2, ["name": "乙", "chain": "ai-robot", "segment": "别的环节"]),
    ]
    let sheet = drawn(ChainsBook(try inventedSource(projects: silent, month: 3)).sheet(chain))
    #expect(sheet.contains("各项目均未注明所属环节（2项）"))
    #expect(!sheet.contains("缺环"))
  }

  @Test func `口径说明不单独落在下一页`() {
    var sheet = ReportSheet(name: "测试", widths: [40, 40])
    for _ in 0..<40 { sheet.add([.text("行")], height: 23) }
    for _ in 0..<4 { sheet.addMerged("口径说明", .caption, height: 15) }
    // 20 rows are a page in every program, 40 two: the captions would be the third's.
    #expect(sheet.breaks == [20, 34])
    sheet.rows.removeFirst(8)
    #expect(sheet.breaks == [20])
  }

  @Test func `分组标题不落在一页的末尾`() {
    var sheet = ReportSheet(name: "测试", widths: [40, 40])
    for _ in 0..<18 { sheet.add([.text("行")], height: 26) }
    sheet.addMerged("一、组", .sectionText, height: 24)
    for _ in 0..<5 { sheet.add([.text("行")], height: 26) }
    #expect(sheet.breaks == [18])
    sheet.rows.removeFirst(10)
    #expect(sheet.breaks == [])
  }
}

private func inventedSource(projects: [StoredProject], month: Int?) throws -> BookSource {
  try source(projects: projects, month: month)
}
