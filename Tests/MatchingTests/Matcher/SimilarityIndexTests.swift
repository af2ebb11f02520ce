import Intake
import Ledger
import TestSupport
import Testing

@testable import Matching

/// The index finds what the judge says when it is asked about every project. 测试数据
@Suite struct LookalikesTests {
  private static let judge = Result { IdentityJudge(try Shipped.catalogue.get()) }

  /// What names are made of: places, brands and their slips, things, marks that part, numbers that do not.
  private static let words: [[String]] = [
    ["", "柳州市", "柳南区", "鹿寨县", "柳东新区"], ["", "远岭", "远峰", "示例", "龙潭", "三江县城"],
    ["", "陶瓷釉料", "陶瓷釉科", "电池", "电池包", "釉料陶瓷", "标准厂房", "标淮厂房", "污水处理", "道路", "甲至乙公路"],
    ["", "生产基地", "产业园", "生产线", "水厂", "配套道路", "基地改造"],
    ["", "3号楼", "4号楼", "A区", "一期", "（二期）", "12", "21", "012", "第3批", "2026年", "年产20万套", "年产30万套"],
    ["", "建设项目", "项目", "工程", "（打包）", "——研发中心"],
  ]
  private static let bodies = ["", "远岭釉料有限公司", "远峰釉料有限公司", "柳州示例电池有限公司", "龙潭公司"]

  private static func projects(_ count: Int, _ random: inout SeededNumbers) -> [KnownProject] {
    (0..<count).map { number in
      func one(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
      func some(_ text: String) -> String? { text.isEmpty ? nil : text }
      let name = words.map(one).joined()
      return KnownProject(
        id: ProjectID(number + 1), code: some(one(["", "", "", "A"] + codes)),
        name: name.isEmpty ? "项目" : name, owner: some(one(bodies)),
        ownerUSCC: some(one(["", "", "91450200MA5PXX0X1A", "91450200MA5PXX0X2B"])),
        investor: some(one(["", "", ""] + bodies)),
        investment: [nil, Money(fen: 100), Money(fen: 200)].randomElement(using: &random) ?? nil,
        district: some(one(["", "450204", "450223"])), zone: some(one(["", "", "450203-1"])))
    }
  }

  /// A good code, and what slips make of it; one of the old format.
  private static let codes = [
    "2509-140602-89-05-864976", "2509-140602-89-05-864967", "2509-140602-89-05-864975",
    "2509-140602-89-05-884976", "2016-140602-89-05-864976",
  ]

  /// What the judge says of all, the likest first: of those that share little only what is the same, or nothing.
  private static func all(
    _ known: [KnownProject], for row: KnownProject, _ judge: IdentityJudge,
    sharingLittle: Bool = true
  ) -> [String] {
    let grams = Set(row.nameKey.grams)
    return known.enumerated().compactMap { place, other -> (Int, Int, Judgement)? in
      let isNamed =
        row.code != nil && row.code == other.code || row.name == other.name
        || row.nameKey == other.nameKey
      let shared = isNamed ? Int.max : grams.intersection(other.nameKey.grams).count
      let judgement = judge.judge(row, other)
      let fewer = min(grams.count, other.nameKey.grams.count)
      let least = max(min(2, fewer), fewer / 5, 1)
      let isCoded = row.code.map { CodeSlips.codes(near: $0).contains(other.code ?? "") } ?? false
      let isTold = shared >= least || isCoded || sharingLittle && judgement.verdict == .same
      if judgement.verdict == .different || !isTold {
        return nil
      }
      return (shared, place, judgement)
    }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map { "\($0.1) \($0.2.verdict) \($0.2.reason)" }
  }

  @Test(arguments: 1...4) func `找到的就是逐个问过判断之后该找到的`(seed: UInt64) throws {
    let judge = try Self.judge.get()
    var random = SeededNumbers(seed)
    let known = Self.projects(120, &random)
    let lookalikes = try SimilarityIndex(known.count, { known[$0] }, judge: judge, watch: {})
    var memory = SimilarityIndex.Memory()
    for row in Self.projects(20, &random) + known.prefix(10) {
      let found = lookalikes.found(for: row, doubts: .max, &memory) { _ in false }.found.map {
        "\($0.place) \($0.judgement.verdict) \($0.judgement.reason)"
      }
      #expect(found == Self.all(known, for: row, judge), "\(row.name)")
      // Where fewer doubts are wanted, none that is sure is missing, and a doubt is left if there is one.
      let few = lookalikes.found(for: row, doubts: 1, &memory) { _ in false }.found.map {
        "\($0.place) \($0.judgement.verdict) \($0.judgement.reason)"
      }
      #expect(found.isEmpty == few.isEmpty && Set(few).isSubset(of: found))
      #expect(few.filter { $0.contains(" same ") } == found.filter { $0.contains(" same ") })
      let passed = lookalikes.found(for: row, doubts: .max, &memory) { $0 % 2 == 0 }.found
      #expect(passed.allSatisfy { $0.place % 2 == 1 })
    }
  }

  /// Projects whose names say little but whose they are.
  private static func ofOwners(_ count: Int, _ random: inout SeededNumbers) -> [KnownProject] {
    let brands = ["远岭", "远峰", "龙潭", "柳州龙潭", "示例", "岭远"]
    let things = ["", "釉料", "电池", "实业"]
    return (0..<count).map { number in
      func one(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
      let owners = (0..<3).map { _ in one(brands) + one(things) + one(["有限公司", "公司", "集团"]) }
      let (owner, named, investor) = (owners[0], one([owners[0], owners[0], owners[1]]), owners[2])
      return KnownProject(
        id: ProjectID(number + 1),
        name: one([named, named, String(named.prefix(2)), String(named.prefix(4))])
          + one(["", "项目", "建设项目", "基地项目", "二期项目"]),
        owner: [owner, owner, owner, nil].randomElement(using: &random) ?? nil,
        ownerUSCC: [nil, nil, "91450200MA5PXX0X1A", "91450200MA5PXX0X2B"]
          .randomElement(using: &random) ?? nil,
        investor: [nil, investor].randomElement(using: &random) ?? nil,
        investment: [nil, Money(fen: 100)].randomElement(using: &random) ?? nil,
        district: [nil, "450204", "450223"].randomElement(using: &random) ?? nil)
    }
  }

  @Test(arguments: 1...4) func `名称只说是谁家的，找到的也是逐个问过该找到的`(seed: UInt64) throws {
    let judge = try Self.judge.get()
    var random = SeededNumbers(seed)
    let known = Self.ofOwners(150, &random)
    let lookalikes = try SimilarityIndex(known.count, { known[$0] }, judge: judge, watch: {})
    var memory = SimilarityIndex.Memory()
    for row in Self.ofOwners(40, &random) {
      let found = lookalikes.found(for: row, doubts: .max, &memory) { _ in false }.found.map {
        "\($0.place) \($0.judgement.verdict) \($0.judgement.reason)"
      }
      // Two that are one by their owners alone, by names that share nothing, are not looked for.
      #expect(found == Self.all(known, for: row, judge, sharingLittle: false), "\(row.name)")
      let few = lookalikes.found(for: row, doubts: 1, &memory) { _ in false }.found.map {
        "\($0.place) \($0.judgement.verdict) \($0.judgement.reason)"
      }
      #expect(found.isEmpty == few.isEmpty && Set(few).isSubset(of: found))
      #expect(few.filter { $0.contains(" same ") } == found.filter { $0.contains(" same ") })
    }
  }

  @Test func `各叫各家名字的再多，也不必逐个问`() throws {
    let judge = try Self.judge.get()
    let characters = Array("云山石柳林泉江河田桥村塘坪冲岭峰龙凤马鹿竹松桂梅兰荷金银铜铁")
    let known = (0..<900).map { number in
      let owner = "\(characters[number / 30])\(characters[number % 30])示例有限公司"
      return KnownProject(id: ProjectID(number + 1), name: "\(owner)项目", owner: owner)
    }
    let lookalikes = try SimilarityIndex(known.count, { known[$0] }, judge: judge, watch: {})
    var memory = SimilarityIndex.Memory()
    var asked = 0
    for row in known {
      _ = lookalikes.found(for: row, doubts: 3, &memory) { _ in
        asked += 1
        return false
      }
    }
    // Some sixty differ from it in one character, which may be a slip.
    #expect(asked < 100 * known.count)
  }

  @Test(arguments: 1...4) func `只为几行先挑出相近的项目，找到的不变`(seed: UInt64) throws {
    let judge = try Self.judge.get()
    var random = SeededNumbers(seed)
    let known = Self.projects(200, &random)
    let index = KnownIndex(PackedProjects(known))
    for _ in 0..<10 {
      let rows = Self.projects(3, &random)
      let places = try index.places(near: rows, watch: {})
      let near = try index.lookalikes(at: places, judge, watch: {})
      var memory = SimilarityIndex.Memory()
      for row in rows {
        let found = near.found(for: row, doubts: .max, &memory) { _ in false }.found.map {
          "\(places[$0.place]) \($0.judgement.verdict) \($0.judgement.reason)"
        }
        let all = Self.all(known, for: row, judge)
        #expect(found == all, "\(row.name) \(row.code ?? "")")
      }
    }
  }

  @Test func `短名称说的全在长名称里，长的一行不当新项目`() throws {
    let judge = try Self.judge.get()
    func project(_ id: ProjectID, _ name: String) -> KnownProject {
      KnownProject(
        id: id, name: name, owner: "远岭新能源科技有限公司", investment: Money(fen: 100),
        district: "450203")
    }
    let known = project(1, "远岭电池项目")
    let row = project(0, "柳州市柳东新区远岭新能源科技有限公司年产三十万套动力电池生产基地建设项目")
    let filler = (2...40).map { project($0, "别处的第\($0)座桥") }
    for (known, row) in [(known, row), (row, known)] {
      let verdict = judge.judge(row, known).verdict
      let index = KnownIndex(PackedProjects([known] + filler))
      #expect(try index.places(near: [row], watch: {}) == [0])
      let lookalikes = try SimilarityIndex(1, { _ in known }, judge: judge, watch: {})
      var memory = SimilarityIndex.Memory()
      let found = lookalikes.found(for: row, doubts: .max, &memory) { _ in false }.found
      #expect(found.map(\.judgement.verdict) == [verdict] && verdict != .different)
    }
  }

  @Test func `名称同有一半的不必逐个问，只差一个字的才问`() {
    var texts = NameTexts()
    for name in ["示例村道路硬化工程", "示列村道路硬化工程", "龙潭村道路硬化工程", "示例村道路硬化"] {
      texts.append(NameText(name))
    }
    let row = NameText("示例村道路硬化工程")
    #expect((0..<4).filter { texts.mayBeSlip(of: row, at: $0) } == [0, 1])
  }

  @Test func `再多只差楼号的名称，也只问同一栋`() throws {
    let judge = try Self.judge.get()
    let known = (1...300).map { number in
      KnownProject(
        id: ProjectID(number), name: "示例产业园标准厂房\(number)号楼建设项目", owner: "示例公司", district: "450204")
    }
    let lookalikes = try SimilarityIndex(known.count, { known[$0] }, judge: judge, watch: {})
    var memory = SimilarityIndex.Memory()
    for number in [7, 299] {
      let row = KnownProject(
        id: 0, name: "示例产业园标准厂房（\(number)号楼）项目", owner: "示例公司", district: "450204")
      #expect(
        lookalikes.found(for: row, doubts: .max, &memory) { _ in false }.found.map(\.place) == [
          number - 1
        ])
    }
    let new = KnownProject(id: 0, name: "示例产业园标准厂房301号楼建设项目", owner: "示例公司")
    #expect(lookalikes.found(for: new, doubts: .max, &memory) { _ in false }.found.isEmpty)
  }

  @Test func `数字不同是两个项目，不论顺序和长短`() throws {
    let judge = try Self.judge.get()
    func project(_ name: String) -> KnownProject {
      KnownProject(
        id: 0, name: name, owner: "示例公司", investment: Money(fen: 100), district: "450204")
    }
    for (one, other) in [("12", "21"), ("2", "12"), ("012", "12"), ("100", "10")] {
      let judgement = judge.judge(project("示例产业园地块项目\(one)"), project("示例产业园地块项目\(other)"))
      #expect(judgement == .different(.differentProducts), "\(one) \(other)")
    }
  }

  @Test func `查重不因相像的多而漏掉，认定过的让位给没认定的`() throws {
    let judge = try Self.judge.get()
    // Nineteen that a person has to tell apart from the first.
    let known = (1...20).map { number in
      KnownProject(id: ProjectID(number), name: "示例冷链物流中心年产\(number)万套项目", owner: "示例公司")
    }
    var settled: Set<ProjectID> = []
    while true {
      let pairs = try DuplicateFinder(known, judge: judge) { [settled] one, other in
        one == 1 && settled.contains(other) || other == 1 && settled.contains(one)
      }.duplicates()
      let beside = pairs.compactMap { $0.one.id == 1 ? $0.other.id : nil }
      if beside.isEmpty { break }
      #expect(settled.isDisjoint(with: beside))
      settled.formUnion(beside)
    }
    #expect(settled == Set(2...20))
  }
}
