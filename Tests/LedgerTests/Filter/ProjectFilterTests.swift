import TestSupport
import Testing

@testable import Ledger

@Suite("A filter's writings")
struct ProjectFilterTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Shipped.catalogue.get() }

  @Test func `a URL's query reads back, and equal filters are written alike`() throws {
    var random = SeededNumbers(9)
    for _ in 0..<1000 {
      let filter = Self.filter(&random, catalogue)
      let items = filter.queryItems
      #expect(try ProjectFilter(queryItems: items) == filter)
      #expect(
        try ProjectFilter(queryItems: items.reversed()).queryItems.map(\.value)
          == items.map(\.value))
    }
  }

  @Test func `a filter's text reads back whatever stands in its values`() throws {
    var random = SeededNumbers(12)
    let letters = Array("&=%+ ?#、新a%41%26&amp;q=1\u{1}\u{FFFF}\n_x0041_").map { String($0) }
    for _ in 0..<500 {
      var filter = Self.filter(&random, catalogue)
      func odd() -> String {
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "&"
        }.joined()
      }
      filter.natures = Set((0..<Int.random(in: 0...3, using: &random)).map { _ in odd() })
      filter.query = odd()
      let read = try ProjectFilter(queryText: filter.queryText)
      #expect(read.natures == filter.natures && read.query == filter.query)
      #expect(read.queryText == filter.queryText)
      filter.query = ""
      #expect(try ProjectFilter(queryText: filter.queryText) == filter)
    }
  }

  @Test(arguments: [
    ("nature=A&B&chain=auto", ["A&B"]), ("nature=A=B&C=D", ["A=B&C=D"]), ("nature=50%", ["50%"]),
    ("nature=A%&nature=新建", ["A%", "新建"]), ("nature=A%26B", ["A&B"]),
  ])
  func `a text from before there were escapes reads as it was meant`(
    text: String, natures: [String]
  ) throws {
    #expect(try ProjectFilter(queryText: text).natures == Set(natures))
  }

  @Test func `what the URL says, options understand too`() throws {
    var random = SeededNumbers(10)
    for _ in 0..<300 {
      var filter = Self.filter(&random, catalogue)
      // Names are taken apart where people write several.
      (filter.natures, filter.leaders, filter.responsiblePersons) = ([], [], [])
      let options = Dictionary(grouping: filter.queryItems, by: \.name)
        .mapValues { $0.map(\.value) }
      #expect(try ProjectFilter(options: options, catalogue: catalogue) == filter)
    }
  }

  @Test func `an empty filter has no query`() throws {
    #expect(ProjectFilter().queryItems.isEmpty)
    #expect(try ProjectFilter(queryItems: []).isEmpty)
  }

  @Test func `options take names, former names and codes`() throws {
    let filter = try ProjectFilter(
      options: [
        "chain": ["汽车，new-energy"], "unit": ["柳州市发改委"], "stage": ["在建", "签约"],
        "area": ["柳江县", "高新区"], "register": ["双百@2026:已认定", "七个一批"],
        "min-investment": ["1亿"], "max-investment": ["5,0000"], "missing": ["项目代码"],
        "as-of": ["2026-06-30"], "month": ["2026-03"], "industrial": ["是"],
        "start-planned": ["2026-Q3，2026-03至2026-05"], "finish-actual": ["..2026-06"],
        "due": ["2026-06"], "rate-below": ["50%"],
        "reached-before": ["2026-03"], "undated": ["是"], "light": ["滞后、严重滞后"], "has": ["存在问题"],
        "batch": ["2026=开工一批、签约一批"], "leader": ["张三、李四"], "responsible": ["王工"],
      ], catalogue: catalogue)
    var expected = ProjectFilter()
    expected.chains = ["auto", "new-energy"]
    expected.units = ["drc"]
    expected.stages = ["build", "sign"]
    expected.districts = ["450206"]
    expected.zones = ["zone-liudong"]
    expected.registers = [
      RegisterClause(register: "shuangbai", year: 2026, state: "已认定"),
      RegisterClause(register: "seven-batches"),
    ]
    expected.batches = [BatchClause(name: "开工一批", year: 2026), BatchClause(name: "签约一批")]
    expected.minInvestment = Money("1", unit: .yiYuan)
    expected.maxInvestment = Money("50000")
    expected.missing = [.code]
    expected.asOf = PartialDate("2026-06-30")
    expected.month = Period("2026-03")
    expected.isIndustrial = true
    expected.dates = [
      .startPlanned: Set([DateSpan("2026-Q3"), DateSpan("2026-03..2026-05")].compactMap { $0 }),
      .finishActual: Set([DateSpan("..2026-06")].compactMap { $0 }),
    ]
    expected.due = Period("2026-06")
    expected.rateBelow = Quantity("0.5")
    expected.reachedBefore = Period("2026-03")
    expected.isUndated = true
    expected.lights = [.lagging, .serious]
    expected.having = [.problems]
    expected.leaders = ["张三", "李四"]
    expected.responsiblePersons = ["王工"]
    #expect(filter == expected)
  }

  @Test(arguments: [
    (["chain": ["高端装配"]], FilterError.unknownName(.chain, "高端装配", nearest: ["高端装备制造"])),
    (["area": ["新区"]], .ambiguousName(.area, "新区", candidates: ["柳东新区", "阳和工业新区（北部生态新区）"])),
    (["as-of": ["2026-06"]], .notDay(.asOf, "2026-06")),
    (["month": ["2026"]], .notMonth(.month, "2026")),
    (["min-investment": ["五亿"]], .notMoney(.minInvestment, "五亿")),
    (["ended": ["maybe"]], .notYesOrNo(.ended, "maybe")),
    (["year": ["2026", "2027"]], .repeated(.year)),
    (["unit-role": ["boss"]], .notOneOf(.unitRole, "boss", allowed: ["any", "lead"])),
    (["start-planned": ["下半年"]], .notSpan(.startPlanned, "下半年")),
    (["start-planned": ["2026-06..2026-03"]], .notSpan(.startPlanned, "2026-06..2026-03")),
    (["finish-planned": [".."]], .notSpan(.finishPlanned, "..")),
    (["due": ["2026"]], .notMonth(.due, "2026")),
    (["rate-below": ["一半"]], .notShare(.rateBelow, "一半")),
    (["rate-below": ["0"]], .notShare(.rateBelow, "0")),
    (["light": ["红灯"]], .notOneOf(.light, "红灯", allowed: ["正常", "滞后", "严重滞后", "未报"])),
    (["has": ["包联的领导"]], .unknownName(.has, "包联的领导", nearest: ["包联领导"])),
    (
      ["batch": ["2026=试车一批"]],
      .notOneOf(
        .batch, "2026=试车一批",
        allowed: [
          "谋划一批", "洽谈一批", "签约一批", "开工一批", "建设一批", "投产一批", "达产一批", "预备", "新开工", "续建", "竣工投产",
        ])
    ),
    (["colour": ["red"]], .unknownOption("colour")),
  ])
  func `a wrong value is told with what is near`(
    options: [String: [String]], error: FilterError
  ) {
    #expect(throws: error) { try ProjectFilter(options: options, catalogue: catalogue) }
  }

  @Test func `the sentence of an empty filter`() {
    #expect(ProjectFilter().sentence(catalogue) == "全部项目；不含终止、退库；打包项目按 1 项计")
  }

  @Test func `the sentence says everything that counts`() throws {
    let filter = try ProjectFilter(
      options: [
        "chain": ["新能源"], "stage": ["开工", "签约"], "min-investment": ["1亿"],
        "register": ["双百@2026"], "counting": ["split"], "ended": ["yes"], "q": ["电池"],
        "month": ["2026-03"], "as-of": ["2026-06-30"],
      ], catalogue: catalogue)
    #expect(
      filter.sentence(catalogue)
        == "列入双百项目（2026 年），产业链为新能源，阶段为签约或开工，总投资 1 亿元以上，含“电池”的项目；"
        + "数据截至 2026 年 3 月；按 2026 年 6 月 30 日的台账；含终止、退库；打包项目拆分计")
  }

  @Test func `the sentence tells dates, persons, rates and lights as a person would`() throws {
    let filter = try ProjectFilter(
      options: [
        "start-planned": ["2026-Q3", "2026-H1"], "finish-actual": ["2026-03-05..2026"],
        "finish-planned": ["..2026-06"], "start-actual": ["2026-07.."], "due": ["2026-06"],
        "rate-below": ["33.3%"], "light": ["严重滞后", "滞后"], "leader": ["张三"],
        "responsible": ["王工"], "has": ["项目代码"], "batch": ["2026年开工一批、签约一批", "未列入"],
        "reached-before": ["2026-03"], "undated": ["yes"],
      ], catalogue: catalogue)
    #expect(
      filter.sentence(catalogue)
        == "列入签约一批或2026 年开工一批或未列入年度批次，包联领导为张三，责任人为王工，计划开工时间在2026 年上半年或2026 年第 3 季度，实际开工时间在2026 年 7 月及以后，"
        + "计划竣工时间在2026 年 6 月及以前，实际竣工时间在2026 年 3 月 5 日至 2026 年，"
        + "计划 2026 年 6 月底前开工或竣工而尚未开工、竣工，年度计划完成率低于 33.3%，本年累计的数据早于 2026 年 3 月，"
        + "本年累计未注明截至月份，进度灯为滞后或严重滞后，有项目代码的项目；"
        + "不含终止、退库；打包项目按 1 项计")
  }

  @Test func `asking for a condition by name leaves nothing out`() {
    var filter = ProjectFilter()
    #expect(filter.excludedConditions(in: catalogue) == ["terminated", "removed"])
    filter.conditions = ["terminated"]
    #expect(filter.excludedConditions(in: catalogue) == [])
  }

  private static func filter(
    _ random: inout SeededNumbers, _ catalogue: Catalogue
  ) -> ProjectFilter {
    func some(_ kind: CatalogueKind) -> Set<String> {
      guard random.bool() else { return [] }
      let codes = catalogue.items(of: kind).map(\.code)
      return Set((0..<3).compactMap { _ in codes.randomElement(using: &random) })
    }
    var filter = ProjectFilter()
    filter.chains = some(.chain)
    filter.includesOtherChains = random.bool()
    filter.units = some(.unit)
    filter.unitRole = random.bool() ? .any : .lead
    filter.stages = some(.stage)
    filter.conditions = some(.condition)
    filter.districts = some(.district)
    filter.zones = some(.zone)
    filter.registers = Set(
      some(.register).map { code in
        RegisterClause(
          register: code, year: random.bool() ? Int.random(in: 2020...2030, using: &random) : nil,
          state: random.bool() ? "已认定" : nil)
      })
    filter.batches = random.bool() ? [BatchClause(name: "开工一批", year: 2026), .none] : []
    filter.reachedBefore = random.bool() ? Period("2026-03") : nil
    filter.isUndated = random.bool()
    filter.natures = random.bool() ? [random.text(), random.text()] : []
    filter.isIndustrial = [true, false, nil].randomElement(using: &random) ?? nil
    filter.minInvestment = random.bool() ? random.money() : nil
    filter.maxInvestment = random.bool() ? random.money() : nil
    filter.query = random.bool() ? random.text() : ""
    filter.year = random.bool() ? Int.random(in: 2020...2030, using: &random) : nil
    filter.asOf = random.bool() ? random.day() : nil
    filter.month = random.bool() ? .month(2026, Int.random(in: 1...12, using: &random)) : nil
    filter.counting = random.bool() ? .packages : .split
    filter.includesEnded = random.bool()
    filter.leaders = random.bool() ? [random.text(), random.text()] : []
    filter.responsiblePersons = random.bool() ? [random.text()] : []
    for field in PlannedWorks.dates where random.bool() {
      let spans = (0..<2).compactMap { _ in span(&random) }
      filter.dates[field] = spans.isEmpty ? nil : Set(spans)
    }
    filter.due = random.bool() ? .month(2026, Int.random(in: 1...12, using: &random)) : nil
    filter.starts =
      random.bool()
      ? random.bool() ? .year(2026) : .month(2026, Int.random(in: 1...12, using: &random)) : nil
    filter.rateBelow =
      random.bool()
      ? Quantity(tenThousandths: Int64.random(in: 1...20_000, using: &random)) : nil
    filter.lights = Set(LightRule.Light.allCases.filter { _ in random.bool() })
    filter.having = Set(random.bool() ? Field.allCases.randomElement(using: &random) : nil)
    filter.missing = Set(random.bool() ? Field.allCases.randomElement(using: &random) : nil)
    filter.updatedSince = random.bool() ? random.day() : nil
    return filter
  }

  private static func span(_ random: inout SeededNumbers) -> DateSpan? {
    let (first, last) = (random.date(), random.date())
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return DateSpan(first, first)
    case 1: return DateSpan(first, nil)
    case 2: return DateSpan(nil, last)
    default: return DateSpan(first, last)
    }
  }
}

extension Set {
  fileprivate init(_ element: Element?) { self = element.map { [$0] } ?? [] }
}

@Suite("The order of a list")
struct ProjectSortTests {
  @Test(arguments: [
    ("chain,-investment", "chain,-investment"), ("", ""), ("id", ""), ("-id", "-id"),
    ("name,name", "name"), ("id,name", ""), ("-总投资", "-investment"),
    ("产业链、－完成率，编号", "chain,-rate"), ("−年度计划投资", "-plan"),
  ])
  func `always ends in the id`(text: String, written: String) throws {
    let sort = try #require(ProjectSort(text))
    #expect(sort.terms.last?.key == .id)
    #expect(sort.text == written)
  }

  @Test(arguments: ProjectSort.Key.allCases)
  func `每个键都能用它的每个名称写，一个名称只指一个键`(key: ProjectSort.Key) {
    for name in key.names + [key.rawValue] {
      #expect(ProjectSort.Key(named: name) == key)
      #expect(ProjectSort("-" + name)?.terms.first == ProjectSort.Term(key, .descending))
    }
  }

  @Test func `an unknown key is refused`() {
    #expect(ProjectSort("colour") == nil)
    #expect(Page(limit: 50, offset: -1) == nil)
    #expect(Page.all.limit == nil)
  }
}
