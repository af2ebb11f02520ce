import TestSupport
import Testing

@testable import Ledger

@Suite("The catalogue that ships")
struct ShippedCatalogueTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Shipped.catalogue.get() }

  @Test(arguments: [
    (CatalogueKind.chain, 13), (.unit, 58), (.district, 11), (.zone, 2), (.stage, 7),
    (.condition, 6), (.register, 11), (.channel, 19), (.industry, 117), (.target, 27), (.task, 101),
    (.build, 70),
  ])
  func `has all items of each kind, in order`(kind: CatalogueKind, count: Int) {
    let items = catalogue.items(of: kind)
    #expect(items.count == count)
    #expect(items.map(\.position) == Array(1...count))
    #expect(Set(items.map(\.code)).count == count)
  }

  @Test(arguments: CatalogueKind.allCases)
  func `every item reads back from its canonical text`(kind: CatalogueKind) {
    for item in catalogue.items(of: kind) {
      #expect(
        CatalogueItem(kind: kind, code: item.code, canonical: item.canonical) == item)
    }
  }

  @Test func `what items refer to exists`() {
    for item in catalogue.items {
      for (key, kind) in Self.references {
        for code in item.attributes[key]?.textOrTexts ?? [] {
          let exists = kind.contains { catalogue.item($0, code) != nil }
          #expect(exists, "\(item.kind.rawValue) \(item.code): \(key) \(code)")
        }
      }
    }
  }

  /// Attributes that hold codes, with the kinds they may refer to.
  private static let references: [(String, [CatalogueKind])] = [
    ("leads", [.unit]), ("chain", [.chain]), ("task", [.task]), ("tasks", [.task]),
    ("primary", [.unit]), ("owner", [.unit]), ("place", [.district, .zone]),
    ("stage_hint", [.stage]), ("year_goal", [.stage]), ("member_of", [.unit]),
    ("targets", [.target]), ("usual_districts", [.district]),
  ]

  @Test func `the chains' facts are the report's`() throws {
    let auto = try #require(catalogue.chain("auto"))
    #expect(auto.leads.map { catalogue.name(of: .unit, $0) } == ["市园区办"])
    #expect(catalogue.chains.filter(\.isPillar).count == 10)
    let targets = catalogue.targets(of: 2026).filter { $0.chain != nil }
    #expect(targets.count == 9)
    #expect(targets.compactMap { Int($0.value) }.reduce(0, +) == 4590)
    let output = targets.first { $0.chain == "auto" }
    #expect(output?.phrase == "力争突破 2000 亿元")
  }

  @Test func `stages name fields that exist`() {
    #expect(catalogue.stages.map(\.name) == ["谋划", "洽谈", "签约", "开工", "建设", "投产", "达产"])
    #expect(catalogue.stages.map(\.requires.count) == [3, 1, 2, 1, 2, 1, 1])
  }

  @Test func `终止 and 退库 do not count`() {
    #expect(catalogue.endedConditions.map(\.name) == ["终止", "退库"])
  }

  @Test func `双百项目 begin as candidates, and only confirmed ones count`() throws {
    let register = try #require(catalogue.register("shuangbai"))
    #expect(register.initialState == "候选")
    #expect(register.countedState == "已认定")
  }

  @Test(arguments: [
    ("地区生产总值增速", "5.5%左右", "1.1"), ("规上工业增加值增速", "9%", "1.1"),
    ("固定资产投资增速", "3%", "1.1"), ("一般公共预算收入增速", "3%", "1.1"),
    ("居民收入增速", "与经济增长同步", "1.1"), ("智能网联及新能源汽车产值", "力争突破 2000 亿元", "2.2"),
    ("融资平台非标债务余额", "清零", "5.1"), ("储备重大项目数", "力争1000 个以上", "7.3"),
    ("营造林面积", "28 万亩", "20.5"), ("森林覆盖率", "62%以上", "20.5"),
    ("城镇新增就业", "4.4 万人以上", "22.1"), ("农村劳动力转移就业", "57 万人以上", "22.1"),
  ])
  func `targets say what the report says`(name: String, phrase: String, task: String) throws {
    let target = try #require(catalogue.target(named: name, of: 2026))
    #expect(target.phrase == phrase)
    #expect(target.task == task)
    #expect(target.leads == catalogue.tasks(of: 2026).first { $0.code == task }?.leads)
  }

  @Test func `a direction without a year is no target of the year`() {
    #expect(!catalogue.targets(of: 2026).contains { $0.name.contains("机器人工厂") })
    let factory = catalogue.namedBuilds.first { $0.name == "优必选柳州机器人超级智慧工厂" }
    #expect(factory?.expects == "向年产万台级目标迈进")
    #expect(factory?.yearGoal == nil)
  }

  @Test
  func `a chain's output is called by the chain's official name, its old name still means it`() {
    for target in catalogue.targets(of: 2026) where target.chain != nil {
      #expect(target.name == catalogue.name(of: .chain, target.chain ?? "") + "产值")
    }
    #expect(catalogue.target(named: "AI机器人产值", of: 2026)?.code == "output-ai-robot")
  }

  @Test(arguments: [
    ("19.1", "秸秆综合利用", "焚烧"), ("13.3", "准入退出质量和效率", "放宽"), ("3.3", "东部产业", "外来"),
    ("3.1", "协同攻关", "就近配套"), ("12.4", "县域园区基础设施", "联动办园"), ("17.2", "依法依规盘活处置", "分类"),
    ("2.4", "柳工智能国际工业园", "柳工国际"), ("26.2", "动力艇板户外运动", "水上运动"),
    ("14.2", "对接海南自由贸易港", "建设东盟"), ("18.2", "公共服务设施", "养老"), ("5.1", "非标清零", "压减"),
  ])
  func `tasks say what the report says`(code: String, said: String, unsaid: String) throws {
    let name = try #require(catalogue.item(.task, code)).name
    #expect(name.contains(said))
    #expect(!name.contains(unsaid))
  }

  @Test func `named builds have their form, place and goal, and a chain where there is one`() {
    let builds = catalogue.namedBuilds
    let forms = [NamedBuild.Form.project, .park, .package].map { form in
      builds.count { $0.form == form }
    }
    #expect(forms == [39, 11, 20])
    #expect(builds.count { $0.place != nil } == 11)
    let goals = Dictionary(grouping: builds.filter(\.isGoalExplicit)) { $0.yearGoal ?? "" }
    #expect(goals.mapValues(\.count) == ["plan": 2, "start": 3, "produce": 3, "full": 1])
    let chains = Dictionary(uniqueKeysWithValues: builds.map { ($0.name, $0.chain) })
    #expect(chains["储能电站项目"] == "new-energy")
    #expect(chains["集中式风电、光伏及分散式风电、分布式光伏项目"] == "new-energy")
    #expect(chains["粉用稻米国家级优势特色产业集群"] == "green-food")
    #expect(chains["智能电网建设"] == .some(nil))
  }

  @Test(arguments: [
    ("面向东盟的先进制造业出口基地", "14.2"), ("两业融合示范区", "9.1"), ("设施农业提升工程", "11.2"),
    ("创业孵化基地", "22.1"), ("体育学校", "23.1"), ("县级医院和重点中心乡镇卫生院、医共体", "24.1"),
  ])
  func `builds stand beside their likes, led as their task is`(name: String, task: String) throws {
    let build = try #require(catalogue.namedBuilds.first { $0.name == name })
    #expect(build.task == task)
    #expect(build.leads == catalogue.tasks(of: 2026).first { $0.code == task }?.leads)
  }

  @Test func `builds stand in the report's order`() {
    let tasks = catalogue.namedBuilds.map { catalogue.order(of: .task, $0.task) ?? -1 }
    #expect(tasks == tasks.sorted())
  }

  @Test(arguments: [("ai-robot", "具身机器人", "人形机器人"), ("bio-health", "医疗器械", "医疗设备")])
  func `words of ours are marked and still understood`(
    chain: String, segment: String, word: String
  ) throws {
    let item = try #require(catalogue.item(.chain, chain))
    let own = item.attributes["segments"]?.items.first { $0["name"]?.text == segment }
    #expect(own?["basis"]?.text == "report")
    #expect(own?["includes_editorial"]?.texts == [word])
    #expect(Chain(item).segments.first { $0.name == segment }?.includes.contains(word) == true)
  }

  @Test func `a cell that says in words that there is no chain is as good as empty`() {
    #expect(catalogue.resolveChain("报告未列产业链") == .ignored)
  }

  @Test func `an unknown code is its own name`() {
    #expect(catalogue.name(of: .chain, "none") == "none")
  }

  @Test(arguments: [
    (0.0, false, false, LightRule.Light.normal), (-5, false, false, .normal),
    (-5.1, false, false, .lagging), (-15, false, false, .lagging), (-15.1, false, false, .serious),
    (10, true, false, .serious), (10, false, true, .lagging), (-15.1, false, true, .serious),
    (nil, true, true, .serious), (nil, false, true, .lagging), (nil, false, false, nil),
  ])
  func `lights follow the rule, the worst counts`(
    difference: Double?, isOverdue: Bool, hasProblem: Bool, light: LightRule.Light?
  ) {
    func judged(isUnreported: Bool) -> LightRule.Light? {
      catalogue.lightRule.light(
        difference: difference, isOverdue: isOverdue, hasOpenProblem: hasProblem,
        isUnreported: isUnreported)
    }
    #expect(judged(isUnreported: false) == light)
    // 未报 is the light of those that have no other.
    #expect(judged(isUnreported: true) == light ?? .unreported)
  }

  @Test func `where the rule says so, problems and milestones do not count`() {
    let rule = LightRule(
      .map(["overdue_is_serious": .text("false"), "open_problem": .text("normal")]))
    func light(_ difference: Double?) -> LightRule.Light? {
      rule.light(
        difference: difference, isOverdue: true, hasOpenProblem: true, isUnreported: false)
    }
    #expect(light(0) == .normal)
    #expect(light(nil) == nil)
  }

  @Test func `a light has a Chinese word whatever the rule names`() {
    let rule = LightRule(.map(["names": .map(["normal": .text("绿")])]))
    #expect(LightRule.Light.allCases.map(rule.word) == ["绿", "滞后", "严重滞后", "未报"])
  }
}

extension Attribute {
  fileprivate var textOrTexts: [String] { text.map { [$0] } ?? texts }
}

@Suite("JSON of attributes")
struct AttributeJSONTests {
  @Test func `keys are in order, so equal attributes are written alike`() {
    let attribute = Attribute.map(["b": .text("二\n\"\\"), "a": .list([.text("1"), .map([:])])])
    #expect(attribute.json == #"{"a":["1",{}],"b":"二\n\"\\"}"#)
    #expect(Attribute(json: attribute.json) == attribute)
  }

  @Test(arguments: ["", "{", "[1,", #"{"a" 1}"#, #""open"#, "{} x", #"["\u00"]"#])
  func `broken text is refused`(json: String) {
    #expect(Attribute(json: json) == nil)
  }

  @Test func `random texts survive`() {
    var random = SeededNumbers(8)
    for _ in 0..<1000 {
      let attribute = Attribute.list([.text(random.text()), .map([random.text(): .text("\u{1}")])])
      #expect(Attribute(json: attribute.json) == attribute)
    }
  }
}
