import Ledger
import Testing

@testable import Storage

/// What is shown of a ledger to somebody who does not see all of it.
@Suite(.everyEngine) struct SightTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  private static func reach(_ values: inout RandomValues) -> Reach {
    var reach = Reach()
    if values.chance(50) { reach.add(.units([values.pick(["fgw", "gxj", "tcj", "none"])])) }
    if values.chance(50) {
      reach.add(.areas([values.pick(["450203", "450204", "liudong", "none"])]))
    }
    if values.chance(30) { reach.add(.chains([values.pick(["robot", "steel"])])) }
    return reach
  }

  @Test(arguments: 0..<16) func `每一问都只答看得到的项目`(seed: Int) throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: seed + 500)
    for _ in 0..<16 { try ledger.act() }
    let store = ledger.store
    for _ in 0..<12 {
      let reach = Self.reach(&ledger.values)
      let seen = store.seen(by: Sight(reach))
      let shown = ledger.model.filter { reach.holds($0.value) }
      var all = ProjectFilter()
      all.includesEnded = true
      #expect(
        Dictionary(
          uniqueKeysWithValues: try seen.projects(all, rows: .all, through: .max)
            .map { ($0.id, $0.record) }) == shown)
      let revision = Int64.random(in: 1...(try store.revision), using: &ledger.values.random)
      #expect(
        Dictionary(
          uniqueKeysWithValues: try seen.allProjects(asOf: revision).map { ($0.id, $0.record) })
          == ledger.snapshots[revision]?.filter { reach.holds($0.value) })
      let ids = ledger.model.keys
      #expect(try seen.visible(ids) == Set(shown.keys))
      #expect(Set(try seen.names(of: ids).keys) == Set(shown.keys))
      #expect(try seen.projectCount() == shown.count)
      var identities: Set<ProjectID> = []
      try seen.forEachIdentity { identities.insert($0.id) }
      #expect(identities == Set(shown.keys))
      for id in ids {
        #expect(try seen.find(String(id)).isEmpty == (shown[id] == nil))
        #expect(try seen.history(of: id).isEmpty == (shown[id] == nil))
        if shown[id] == nil { #expect(try seen.statements(of: id).isEmpty) }
      }
      for entry in 1...(try store.revision) {
        let changed = Set(try seen.changes(of: entry).map(\.project))
        #expect(
          changed == Set(try store.changes(of: entry).map(\.project)).intersection(shown.keys))
        let counts = try seen.shownCounts(of: [entry])[entry]
        #expect(
          (counts?.created ?? 0) + (counts?.updated ?? 0) + (counts?.removed ?? 0)
            == changed.count)
      }
    }
  }

  @Test(arguments: 0..<8) func `县区看到的合计、分面、漏斗就是按县区筛出来的`(seed: Int) throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: seed + 900)
    for _ in 0..<16 { try ledger.act() }
    let store = ledger.store
    // 有园区的归园区：只留没有园区的县区好比。
    let seen = store.seen(by: Sight(Reach([.areas(["liudong"])])))
    var mine = ProjectFilter()
    mine.zones = ["liudong"]
    #expect(try seen.totals(ProjectFilter()) == store.totals(mine))
    #expect(try seen.matrix(ProjectFilter()).byStage == store.matrix(mine).byStage)
    func counts(_ store: LedgerStore, _ filter: ProjectFilter) throws -> [[String]] {
      try store.facets(filter).filter { $0.property != .area }.map { facet in
        facet.values.filter { $0.count > 0 }.map { "\($0.value) \($0.count) \($0.investment)" }
      }
    }
    #expect(try counts(seen, ProjectFilter()) == counts(store, mine))
    // 分面不看自己那一项，看得到的范围照样管着。
    var chain = ProjectFilter()
    chain.chains = ["robot"]
    var both = mine
    both.chains = ["robot"]
    #expect(try counts(seen, chain) == counts(store, both))
  }

  @Test func `遮掩的联系方式在哪里都遮掩`() throws {
    let store = try fixture.open()
    let record = Record([
      (FieldKey(.name), .text("甲厂")), (FieldKey(.contact), .text("张三")),
      (FieldKey(.phone), .text("13812345678")),
    ])
    _ = try store.commit(
      Drafts.list(day: 1, sender: "县", month: nil, [Drafts.create(record)]), expecting: nil,
      upload: Drafts.upload)
    let seen = store.seen(
      by: Sight(.everything, masked: Field.personal, unmasked: .nothing))
    #expect(try seen.project(1).record.text(.phone) == "138****5678")
    #expect(try seen.project(1, through: .max)?.record.text(.contact) == "张*")
    let changes =
      try seen.changes(of: 2) + seen.history(of: 1).map(\.change)
    for field in changes.flatMap(\.fields) where field.key.field == .phone {
      #expect(field.after == .text("138****5678"))
      #expect(field.raw == nil)
    }
    #expect(try seen.statements(of: 1)[FieldKey(.phone)] == nil)
    #expect(
      try seen.differences(after: 1, through: 2)[1]?.contains { $0.key.field == .phone } != true)
  }
}
