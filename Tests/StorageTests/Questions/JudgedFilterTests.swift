import Foundation
import Ledger
import TestSupport
import Testing

@testable import Storage

/// What SQL cannot judge is judged row by row: random projects are asked about at random, and each answer
/// is worked out a second time from their records.
@Suite(.everyEngine) struct JudgedFilterTests {
  private static func date(_ random: inout SeededNumbers) -> PartialDate? {
    let month = Int.random(in: 1...12, using: &random)
    let texts = ["2026", "2026-Q\((month + 2) / 3)", "2026-\(month)", "2026-\(month)-15", "2025"]
    return texts.randomElement(using: &random).flatMap { PartialDate($0) }
  }

  private static let chains = ["ai-robot", "new-energy", nil]
  private static let stages = ["plan", "sign", "start", "build", "produce", nil]
  private static let names = ["张三", "李四（副市长）", "王工、赵工", nil]

  private static func record(_ number: Int, _ random: inout SeededNumbers) -> Record {
    var record = Record()
    record[Field.name] = .text("测试数据\(number)")
    record[Field.chain] = chains.randomElement(using: &random)?.map { .reference($0) }
    record[.stage] = stages.randomElement(using: &random)?.map { .reference($0) }
    record[.leader] = names.randomElement(using: &random)?.map { .text($0) }
    record[.responsiblePerson] = names.randomElement(using: &random)?.map { .text($0) }
    for field in PlannedWorks.dates where Bool.random(using: &random) {
      record[field] = date(&random).map { .date($0) }
    }
    if Bool.random(using: &random), let plan = FieldKey("plan.2026") {
      record[plan] = .wan(Int64.random(in: 0...4, using: &random) * 100)
    }
    let done = ["done.2026", "done.2026-01..05", "done.2026-01"].randomElement(using: &random)
    if Bool.random(using: &random), let done = done.flatMap({ FieldKey($0) }) {
      record[done] = .wan(Int64.random(in: 0...300, using: &random))
    }
    for field in [Field.milestones, .problemLog] where Int.random(in: 0..<4, using: &random) == 0 {
      record[FieldKey(field, named: "甲")] = .matter(
        Matter(due: date(&random), done: Bool.random(using: &random) ? date(&random) : nil))
    }
    return record
  }

  private static func filter(_ random: inout SeededNumbers) -> ProjectFilter {
    var filter = ProjectFilter()
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      let field = PlannedWorks.dates.randomElement(using: &random) ?? .startPlanned
      let spans = (0..<2).compactMap { _ in DateSpan(date(&random), date(&random)) }
      if !spans.isEmpty { filter.dates[field] = Set(spans) }
    case 1: filter.due = .month(2026, Int.random(in: 1...12, using: &random))
    case 2:
      filter.rateBelow = Quantity(tenThousandths: Int64.random(in: 1...9, using: &random) * 999)
    case 3:
      filter.lights = Set(LightRule.Light.allCases.filter { _ in Bool.random(using: &random) })
    case 6:
      filter.starts =
        Bool.random(using: &random)
        ? .year(2026) : .month(2026, Int.random(in: 1...12, using: &random))
    case 4: filter.leaders = Set(["张三", "李四", "王工"].filter { _ in Bool.random(using: &random) })
    default: filter.responsiblePersons = ["赵工"]
    }
    filter.having =
      Bool.random(using: &random) ? [.leader, .plan, .milestones].randomSet(&random) : []
    filter.chains = Bool.random(using: &random) ? ["ai-robot"] : []
    filter.month = Bool.random(using: &random) ? .month(2026, 5) : nil
    return filter
  }

  private let catalogue: Catalogue
  private let store: LedgerStore
  private let fixture: Fixture

  init() throws {
    catalogue = try Catalogue.shipped()
    fixture = try Fixture(isFast: true)
    let items = catalogue.items
    store = try fixture.open(.writing(timeout: .seconds(5))) {
      LedgerStore.Beginning(at: Fixture.dawn, actor: "测试", catalogue: items)
    }
    var random = SeededNumbers(17)
    try store.commit(
      Drafts.list(
        day: 150, month: 4, (0..<400).map { Drafts.create(Self.record($0, &random), row: $0 + 2) }),
      expecting: nil, upload: Drafts.upload)
  }

  @Test func `每一种问法都与逐项核对的一致，分面和合计也是`() throws {
    var random = SeededNumbers(4)
    let projects = try store.allProjects(asOf: store.revision)
    var kinds: Set<Int> = []
    for _ in 0..<120 {
      let filter = Self.filter(&random)
      let list = try store.list(filter, sort: .byID, page: .all)
      let expected = projects.filter { Judge(filter, catalogue).passes($0) }
      #expect(list.projects.map(\.id) == expected.map(\.id), "\(filter.queryText)")
      #expect(list.totals.count == expected.count)
      var anyChain = filter
      anyChain.chains = []
      let counted = list.facets.first { $0.property == .chain }?.values ?? []
      let all = try store.list(anyChain, sort: .byID, page: .all).projects
      #expect(counted.reduce(0) { $0 + $1.count } == all.count, "\(filter.queryText)")
      kinds.insert(expected.count < projects.count ? 1 : 0)
    }
    #expect(kinds.contains(1))
  }

  @Test func `以往某一版的台账照那时的灯、那时的年份回答`() throws {
    var filter = ProjectFilter()
    filter.lights = [.serious]
    let revision = try store.revision
    let before = try store.projects(filter, rows: .counted, through: revision).map(\.id)
    let plan = try #require(FieldKey("plan.2027"))
    let later = EntryDraft(
      at: Fixture.day(440), actor: "韦", kind: .import,
      source: Source(
        fileName: "list.xlsx", sha256: Drafts.upload.sha256, sender: "市", year: 2027,
        asOfMonth: 1, tables: [SourceTable(sheet: "表", columns: [FieldKey(.name): 1])],
        outcomes: nil),
      changes: DraftChanges([Drafts.create([.name: .text("明年的"), plan: .wan(1)], row: 2)]))
    try store.commit(later, expecting: nil, upload: Drafts.upload)
    #expect(!before.isEmpty)
    #expect(try store.projects(filter, rows: .counted, through: revision).map(\.id) == before)
  }
}

/// Says by the rules as they are written, without the scan, whether a project is meant.
private struct Judge {
  let filter: ProjectFilter
  let catalogue: Catalogue
  let stages: StageOrder

  init(_ filter: ProjectFilter, _ catalogue: Catalogue) {
    self.filter = filter
    self.catalogue = catalogue
    stages = StageOrder(catalogue)
  }

  func passes(_ project: StoredProject) -> Bool {
    let record = project.record
    func date(_ field: Field) -> PartialDate? {
      if case .date(let date) = record[field] { date } else { nil }
    }
    let order = stages.order(of: record.reference(.stage))
    func late(
      _ planned: Field, _ actual: Field, _ stage: Int, _ day: Int, through end: Int
    ) -> Bool {
      let happened = date(actual).map { $0.firstDay <= end } ?? (order >= stage)
      return !happened && date(planned).map { $0.lastDay <= day } ?? false
    }
    func late(by day: Int, through end: Int) -> Bool {
      late(.startPlanned, .startActual, stages.start, day, through: end)
        || late(.finishPlanned, .finishActual, stages.produce, day, through: end)
    }
    let month = filter.month.map { Int($0.lastMonth) }
    let plan = Period.year(2026).flatMap { record.money(.plan, $0) }
    let done = project.yearToDate(.done, year: 2026, through: month)
    var rate: Double?
    if let plan, plan.fen > 0, let done { rate = Double(done.amount.fen) / Double(plan.fen) }
    func has(_ field: Field, _ names: Set<String>) -> Bool {
      names.isEmpty || names.contains { record.text(field)?.contains($0) ?? false }
    }
    func starts(_ period: Period) -> Bool {
      guard [Field.startPlanned, .startActual].contains(where: { date($0)?.year == 2026 }) else {
        return false
      }
      guard period.isMonth else { return true }
      guard let actual = date(.startActual) else {
        return stages.order(of: record.reference(.stage)) >= stages.start
      }
      return actual.firstDay <= 20_260_031 + Int(period.lastMonth) * 100
    }
    let (last, day) = (month ?? 5, filter.month == nil ? "2026-05-31" : "2026-05-31")
    func light() -> LightRule.Light? {
      let today = PartialDate(day) ?? PartialDate(code: 0)
      // What was not raised or done by the day is not yet so.
      func any(_ field: Field, _ isMeant: (Matter) -> Bool) -> Bool {
        record.matters(field).contains { named in
          let matter = named.matter
          if let raised = matter.raised, raised.firstDay > today.lastDay { return false }
          let isDone = matter.done.map { $0.firstDay <= today.lastDay } ?? false
          return isMeant(
            Matter(raised: matter.raised, due: matter.due, done: isDone ? matter.done : nil))
        }
      }
      // A sum that reaches an earlier month is compared with that month.
      let elapsed = min(done?.month ?? last, last)
      return catalogue.lightRule.light(
        difference: rate.map { ($0 - Double(elapsed) / 12) * 100 },
        isOverdue: late(
          by: 20_260_030 + last * 100, through: month == nil ? .max : 20_260_031 + last * 100)
          || any(.milestones) { $0.daysOverdue(on: today) != nil },
        hasOpenProblem: any(.problemLog) { $0.isOpen },
        isUnreported: plan != nil && done == nil)
    }
    return filter.dates.allSatisfy { field, spans in
      date(field).map { date in spans.contains { $0.contains(date) } } ?? false
    }
      && (filter.due.map {
        late(
          by: 20_260_031 + Int($0.lastMonth) * 100,
          through: month.map { 20_260_031 + $0 * 100 } ?? .max)
      } ?? true)
      && (filter.starts.map(starts) ?? true)
      && (filter.rateBelow.map { share in rate.map { $0 < share.double } ?? false } ?? true)
      && (filter.lights.isEmpty || light().map(filter.lights.contains) ?? false)
      && has(.leader, filter.leaders) && has(.responsiblePerson, filter.responsiblePersons)
      && filter.having.allSatisfy { field in record.entries.contains { $0.key.field == field } }
      && (filter.chains.isEmpty || record.reference(.chain).map(filter.chains.contains) ?? false)
  }
}

extension Array where Element == Field {
  fileprivate func randomSet(_ random: inout some RandomNumberGenerator) -> Set<Field> {
    Set([randomElement(using: &random)].compactMap { $0 })
  }
}
