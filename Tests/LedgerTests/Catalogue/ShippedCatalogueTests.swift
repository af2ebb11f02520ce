import Testing

@testable import Ledger

@Suite("The catalogue that ships")
struct ShippedCatalogueTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Shipped.catalogue.get() }

  @Test(arguments: [
    (CatalogueKind.chain, 13), (.unit, 58), (.district, 11), (.zone, 2), (.stage, 7),
    (.condition, 6), (.register, 11), (.channel, 19), (.industry, 117), (.target, 19), (.task, 101),
    (.build, 64),
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
    #expect(auto.target?.value == "2000")
    #expect(auto.target?.wording == "exceed")
    #expect(catalogue.chains.filter(\.isPillar).count == 10)
    let total = catalogue.chains.compactMap { $0.target.flatMap { Int($0.value) } }.reduce(0, +)
    #expect(total == catalogue.setting("chain-output-total")?["value"]?.text.flatMap { Int($0) })
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

  @Test func `targets say what the report says`() {
    let phrases = catalogue.targets.map(\.phrase)
    #expect(phrases.contains("力争突破 2000 亿元"))
    #expect(phrases.contains("力争1000 个以上"))
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
    #expect(
      catalogue.lightRule.light(
        difference: difference, isOverdue: isOverdue, hasOpenProblem: hasProblem) == light)
  }

  @Test func `where the rule says so, problems and milestones do not count`() {
    let rule = LightRule(
      .map(["overdue_is_serious": .text("false"), "open_problem": .text("normal")]))
    #expect(rule.light(difference: 0, isOverdue: true, hasOpenProblem: true) == .normal)
    #expect(rule.light(difference: nil, isOverdue: true, hasOpenProblem: true) == nil)
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
    var random = SeededGenerator(seed: 8)
    for _ in 0..<1000 {
      let attribute = Attribute.list([.text(random.text()), .map([random.text(): .text("\u{1}")])])
      #expect(Attribute(json: attribute.json) == attribute)
    }
  }
}
