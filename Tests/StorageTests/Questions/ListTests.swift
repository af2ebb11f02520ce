import Foundation
import Ledger
import Testing

@testable import Storage

@Suite(.everyEngine) struct ListTests {
  let fixture: Fixture
  let store: LedgerStore

  init() throws {
    fixture = try Fixture(isFast: true)
    store = try fixture.open()
    let done = try #require(FieldKey("done.2026"))
    let months = try #require(FieldKey("done.2026-01..03"))
    let plan = try #require(FieldKey("plan.2026"))
    try store.commit(
      Drafts.list(
        month: 4,
        [
          Drafts.create([
            .name: .text("电池基地"), .chain: .reference("robot"), .stage: .reference("sign"),
            .total: .wan(100), plan: .wan(10), done: .wan(4), .units: .references(["gxj", "fgw"]),
            .district: .reference("450203"), FieldKey(.nature): .text("新建"),
            FieldKey(.isIndustrial): .flag(true),
            FieldKey(register: "shuangbai", year: 2026): .membership(Membership(state: "候选")),
          ]),
          Drafts.create([
            .name: .text("钢厂"), .chain: .reference("steel"), .stage: .reference("start"),
            .total: .wan(50), months: .wan(2), .units: .references(["fgw"]),
            .zone: .reference("liudong"), .other: .references(["robot"]),
            FieldKey(.cooperatingUnits): .references(["tcj"]),
          ]),
          Drafts.create([
            .name: .text("停掉的"), .chain: .reference("robot"), .total: .wan(7),
            .condition: .reference("ended"),
          ]),
          Drafts.create([
            .name: .text("一期"), .chain: .reference("robot"), .total: .wan(60),
            FieldKey(.package): .text("电池基地"),
          ]),
          Drafts.create([
            .name: .text("二期"), .stage: .reference("plan"), .total: .wan(40),
            FieldKey(.package): .text("电池基地"),
          ]),
          Drafts.create([.name: .text("孤儿"), FieldKey(.package): .text("不在库的")]),
        ]), expecting: nil, upload: Drafts.upload)
  }

  private func filter(_ change: (inout ProjectFilter) -> Void) -> ProjectFilter {
    var filter = ProjectFilter()
    change(&filter)
    return filter
  }

  @Test func `who has milestones is found under a filter, and as of a day`() throws {
    let milestone = FieldKey(.milestones, named: "主体封顶")
    let due = Value.matter(Matter(due: PartialDate("2026-06-30")))
    for (day, project) in [(1, 2), (2, 3), (3, 4)] as [(Int, ProjectID)] {
      try store.commit(
        Drafts.edit(day: day, Drafts.update(project, milestone, nil, due)), expecting: nil)
    }
    func holders(_ change: (inout ProjectFilter) -> Void = { _ in }) throws -> [ProjectID] {
      try store.projects(filter(change), having: .milestones).map(\.id)
    }
    // The third has ended; the fourth is a part.
    #expect(try holders() == [2, 4])
    #expect(try holders { $0.includesEnded = true } == [2, 3, 4])
    #expect(try holders { $0.chains = ["robot"] } == [4])
    #expect(try holders { $0.asOf = PartialDate("2026-01-03") } == [2])
    #expect(try store.projects(filter { _ in }, having: .problemLog) == [])
    #expect(try store.project(2).record[milestone] == due)
  }

  private func ids(
    _ filter: ProjectFilter = ProjectFilter(), sort: String = "", page: Page = .all
  ) throws -> [ProjectID] {
    try store.list(filter, sort: try #require(ProjectSort(sort)), page: page).projects.map(\.id)
  }

  private func counts(_ kind: FilterProperty, _ filter: ProjectFilter) throws -> [String: Int] {
    let facet = try #require(try store.facets(filter).first { $0.property == kind })
    return Dictionary(
      uniqueKeysWithValues: facet.values.map { count in
        switch count.value {
        case .none: ("-", count.count)
        case .item(_, let code): (code, count.count)
        case .text(let text): (text, count.count)
        case .flag(let flag): ("\(flag)", count.count)
        }
      })
  }

  @Test func `parts are left out when their package is in the ledger, the ended unless asked`()
    throws
  {
    #expect(try ids() == [1, 2, 6])
    #expect(try ids(filter { $0.counting = .split }) == [2, 4, 5, 6])
    #expect(try ids(filter { $0.includesEnded = true }) == [1, 2, 3, 6])
    #expect(try ids(filter { $0.conditions = ["ended"] }) == [3])
  }

  @Test func `totals state their basis, their year and the month they reach`() throws {
    let totals = try store.totals(ProjectFilter())
    var expected = Totals(basis: .packages, count: 3, leftOut: 2)
    expected.investment = Money(fen: 150_000_000)
    expected.year = 2026
    expected.plan = Money(fen: 10_000_000)
    expected.planned = 1
    expected.done = Money(fen: 6_000_000)
    expected.reporting = 2
    expected.month = 4
    expected.older = 1
    #expect(totals == expected)
    #expect(
      try store.list(ProjectFilter(), sort: .byID, page: .all).totals == totals)
  }

  @Test func `a month asked for leaves later figures aside`() throws {
    let totals = try store.totals(filter { $0.month = Period.month(2026, 3) })
    #expect(totals.done == Money(fen: 2_000_000))
    #expect(totals.reporting == 1)
    #expect(totals.month == 3)
  }

  @Test func `every property filters`() throws {
    #expect(try ids(filter { $0.chains = ["robot"] }) == [1])
    #expect(
      try ids(
        filter {
          $0.chains = ["robot"]
          $0.includesOtherChains = true
        }) == [1, 2])
    #expect(try ids(filter { $0.units = ["tcj"] }) == [2])
    #expect(
      try ids(
        filter {
          $0.units = ["tcj"]
          $0.unitRole = .lead
        }) == [])
    #expect(try ids(filter { $0.stages = ["sign", "start"] }) == [1, 2])
    #expect(try ids(filter { $0.districts = ["450203"] }) == [1])
    #expect(
      try ids(
        filter {
          $0.districts = ["450203"]
          $0.zones = ["liudong"]
        }) == [1, 2])
    #expect(try ids(filter { $0.natures = ["新建"] }) == [1])
    #expect(try ids(filter { $0.isIndustrial = true }) == [1])
    #expect(try ids(filter { $0.minInvestment = Money(fen: 60_000_000) }) == [1])
    #expect(try ids(filter { $0.maxInvestment = Money(fen: 60_000_000) }) == [2])
    #expect(try ids(filter { $0.missing = [.totalInvestment] }) == [6])
    #expect(try ids(filter { $0.missing = [.owner, .chain] }) == [6])
    #expect(try ids(filter { $0.query = "dianchi" }) == [1])
    #expect(try ids(filter { $0.query = "钢 gc" }) == [2])
    for (clause, found) in [
      ("shuangbai", [1]), ("shuangbai@2026", [1]), ("shuangbai@2025", []), ("shuangbai:候选", [1]),
      ("shuangbai:已认定", []),
    ] as [(String, [ProjectID])] {
      let clause = try #require(RegisterClause(clause))
      #expect(try ids(filter { $0.registers = [clause] }) == found)
    }
    #expect(try ids(filter { $0.updatedSince = PartialDate("2026-01-01") }) == [1, 2, 6])
    #expect(try ids(filter { $0.updatedSince = PartialDate("2026-01-02") }) == [])
  }

  @Test func `a facet ignores its own filter and follows the others`() throws {
    let asked = filter { $0.chains = ["robot"] }
    #expect(try counts(.chain, asked) == ["robot": 1, "steel": 1, "-": 1])
    #expect(try counts(.stage, asked) == ["sign": 1])
    #expect(try counts(.condition, ProjectFilter()) == ["ended": 1, "-": 3])
    #expect(try counts(.unit, ProjectFilter()) == ["gxj": 1, "fgw": 2, "tcj": 1, "-": 1])
    #expect(try counts(.area, ProjectFilter()) == ["450203": 1, "liudong": 1, "-": 1])
    #expect(try counts(.register, ProjectFilter()) == ["shuangbai": 1, "-": 2])
    #expect(try counts(.nature, ProjectFilter()) == ["新建": 1, "-": 2])
    #expect(try counts(.industrial, ProjectFilter()) == ["true": 1, "-": 2])
    let two = filter {
      $0.chains = ["robot"]
      $0.stages = ["start"]
    }
    #expect(try counts(.chain, two) == ["robot": 0, "steel": 1])
    #expect(try counts(.stage, two) == ["sign": 1, "start": 0])
    #expect(try counts(.unit, two) == [:])
  }

  @Test func `a project is counted in the batch of each year, and found by it`() throws {
    let start = Value.membership(Membership(state: "候选", className: "开工一批"))
    let older = Value.membership(Membership(className: "开工一批"))
    // A class that leads to no stage is no batch.
    let other = Value.membership(Membership(className: "低效"))
    try store.commit(
      Drafts.edit(
        Drafts.update(1, FieldKey(register: "reserve", year: 2026), nil, start),
        Drafts.update(2, FieldKey(register: "reserve", year: 2025), nil, older),
        Drafts.update(6, FieldKey(register: "reserve", year: 2026), nil, other)),
      expecting: nil)
    #expect(
      try counts(.batch, ProjectFilter()) == ["2026年开工一批": 1, "2025年开工一批": 1, "-": 1])
    #expect(
      try counts(.batch, filter { $0.year = 2026 }) == ["2026年开工一批": 1, "-": 2])
    #expect(try ids(filter { $0.batches = [BatchClause(name: "开工一批")] }) == [1, 2])
    #expect(try ids(filter { $0.batches = [BatchClause(name: "开工一批", year: 2025)] }) == [2])
    #expect(try ids(filter { $0.batches = [.none] }) == [6])
    #expect(
      try ids(
        filter {
          $0.batches = [BatchClause(name: "开工一批"), .none]
          $0.year = 2026
        }) == [1, 2, 6])
  }

  @Test func `lists are sorted as asked, what is unknown last, pages never overlap`() throws {
    #expect(try ids(sort: "-investment") == [1, 2, 6])
    #expect(try ids(sort: "investment") == [2, 1, 6])
    #expect(try ids(sort: "-chain") == [2, 1, 6])
    #expect(try ids(sort: "name") == [6, 1, 2])
    #expect(try ids(sort: "-done") == [1, 2, 6])
    #expect(try ids(sort: "rate") == [1, 2, 6])
    #expect(try ids(sort: "-owner,-id") == [6, 2, 1])
    #expect(try ids(sort: "-unit") == [1, 2, 6])
    #expect(try ids(page: try #require(Page(limit: 1, offset: 1))) == [2])
    #expect(try ids(page: try #require(Page(limit: 5, offset: 3))) == [])
  }

  @Test func `the matrix and the funnel add up to the totals`() throws {
    let matrix = try store.matrix(ProjectFilter())
    #expect(matrix.chains == ["robot", "steel", "food", nil])
    #expect(matrix.stages == ["plan", "sign", "start", "build", nil])
    #expect(matrix["robot", "sign"].count == 1)
    #expect(matrix["steel", "start"].investment == Money(fen: 50_000_000))
    #expect(matrix["food", "plan"].count == 0)
    #expect(matrix.byChain.values.map(\.count).reduce(0, +) == matrix.totals.count)
    let funnel = try store.funnel(ProjectFilter())
    #expect(funnel.steps.map(\.stage) == ["plan", "sign", "start", "build", nil])
    #expect(funnel.steps.map(\.totals.count) == [0, 1, 1, 0, 1])
    #expect(funnel.steps.map(\.reached) == [2, 2, 1, 0, 1])
  }

  @Test func `a list as of a day shows the ledger as it stood in the evening`() throws {
    let total = FieldKey(.totalInvestment)
    try store.commit(
      Drafts.edit(day: 3, Drafts.update(1, total, .wan(100), .wan(1_000))), expecting: nil)
    let evening = filter { $0.asOf = PartialDate("2026-01-03") }
    let list = try store.list(evening, sort: .byID, page: .all)
    #expect(list.projects.first?.record.money(.totalInvestment) == Money(fen: 100_000_000))
    #expect(list.revision == 2)
    #expect(list.totals.investment == Money(fen: 150_000_000))
    let after = filter { $0.asOf = PartialDate("2026-01-04") }
    #expect(try store.totals(after).investment == Money(fen: 1_050_000_000))
    #expect(try store.totals(filter { $0.asOf = PartialDate("2025-12-30") }).count == 0)
    #expect(try store.totals(ProjectFilter()).investment == Money(fen: 1_050_000_000))
  }

  @Test func `只有已终止的项目符合时，说有几项；还有别的符合就不说`() throws {
    func ended(_ filter: ProjectFilter) throws -> Int {
      try store.list(filter, sort: .byID, page: .all).endedOnly
    }
    #expect(try ended(filter { $0.query = "停掉" }) == 1)
    #expect(try ended(filter { $0.query = "tingdiao" }) == 1)
    #expect(try ended(filter { $0.query = "没有的" }) == 0)
    #expect(try ended(filter { $0.chains = ["robot"] }) == 0)
    #expect(
      try ended(
        filter {
          $0.query = "停掉"
          $0.includesEnded = true
        }) == 0)
  }

  @Test func `a stream of all rows has packages and parts alike`() throws {
    var names: [String] = []
    try store.forEachProject(ProjectFilter(), sort: .byID, rows: .all) {
      names.append($0.record.text(.name) ?? "")
    }
    #expect(names == ["电池基地", "钢厂", "一期", "二期", "孤儿"])
  }

  @Test func `a project is found by number, code or exact name`() throws {
    try store.commit(
      Drafts.edit(Drafts.create([.name: .text("钢厂"), .code: .text("2603-450203-04-01-100001")])),
      expecting: nil)
    #expect(try store.find("1") == [1])
    #expect(try store.find("26034502030401100001") == [7])
    #expect(try store.find("钢厂") == [2, 7])
    #expect(try store.find("99") == [])
  }
}

extension FieldKey {
  fileprivate static let stage = FieldKey(.stage)
  fileprivate static let condition = FieldKey(.condition)
  fileprivate static let units = FieldKey(.leadUnits)
  fileprivate static let district = FieldKey(.district)
  fileprivate static let zone = FieldKey(.zone)
  fileprivate static let other = FieldKey(.otherChains)
}
