import Foundation
import Ledger
import Testing

@testable import Storage

/// 台账文件里写什么都可能：核验说出来，别的问题答一句话，从不崩溃。
///
/// `Tests/Faults/damage` runs all of them; here some have their turn.
@Suite struct DamageTests {
  private static var step: Int {
    ProcessInfo.processInfo.environment["TAIZHANG_FAULTS"] == "all" ? 1 : 37
  }

  /// A ledger in which every table has rows.
  private static func make(_ fixture: Fixture) throws {
    let store = try fixture.open()
    let place = Value.membership(Membership(state: "候选", batch: "第一批"))
    try store.commit(
      Drafts.list(
        month: 3,
        [
          Drafts.create(
            [
              .name: .text("一"), .total: .wan(1), .chain: .reference("robot"),
              FieldKey(.isIndustrial): .flag(true), FieldKey(.stage): .reference("sign"),
              FieldKey(.condition): .reference("normal"),
              FieldKey(.leadUnits): .references(["fgw", "gxj"]),
              FieldKey(.district): .reference("450203"), FieldKey(.zone): .reference("liudong"),
              FieldKey(.done, Period("2026")!): .wan(3), FieldKey(.plan, Period("2026")!): .wan(9),
              FieldKey(register: "shuangbai", year: 2026): place,
              FieldKey(.startPlanned): .date(PartialDate("2026-03")!),
            ], row: 5),
          Drafts.create([.name: .text("二"), .total: .wan(2)], row: 6),
        ],
        outcomes: RowOutcomes([
          RowOutcomes.Row(source: SourceRow(table: 0, number: 7), outcome: .rejected)
        ])), expecting: nil, upload: Drafts.upload)
    try store.commit(Drafts.edit(Drafts.update(1, .total, .wan(1), .wan(2))), expecting: nil)
    let merge = try store.mergePlan(Entry.Merge(2, into: 1), taking: [])
    try store.commit(
      merge.draft(at: Fixture.day(1), actor: "韦", reason: nil), expecting: nil)
    try store.undo(store.undoPlan(of: 3), at: Fixture.day(2), actor: "韦", reason: "误改")
    try store.keep([
      Publication(
        at: Fixture.day(3), actor: "韦", book: "leaders", filter: "", revision: 4, projects: 1,
        file: "领导.xlsx", sha256: Drafts.upload.sha256)
    ])
    try store.commit(Drafts.edit(day: 4, Drafts.update(1, .code, nil, .text("号"))), expecting: nil)
    #expect(try store.verify() == [])
    try store.close()
  }

  /// All that is asked of a ledger; each ends with an answer or an error.
  private static func ask(_ store: LedgerStore) {
    let all = ProjectFilter()
    var past = ProjectFilter()
    past.asOf = ShanghaiCalendar.day(of: Fixture.day(0))
    var chosen = ProjectFilter()
    chosen.chains = ["robot"]
    chosen.registers = [RegisterClause(register: "shuangbai")]
    let questions: [() throws -> Any] = [
      { try store.catalogue() }, { try store.entries(limit: 50) }, { try store.facets(all) },
      { try store.facets(chosen) }, { try store.list(all, sort: .byID, page: .all) },
      { try store.list(past, sort: .byID, page: .all) }, { try store.funnel(all) },
      { try store.matrix(past) }, { try store.history(of: 1) }, { try store.origins(of: 1) },
      { try store.undoPlan(of: 2) }, { try store.undoPlan(of: 5) },
      { try store.differences(after: 1, through: 5) }, { try store.mergedProjects() },
      { try store.publications(limit: 9) }, { try store.find("二") },
      { try store.seriesKeys(asOf: nil) }, { try store.digests(sender: "县") },
      { try store.bases(sender: "县", projects: [1, 2]) },
      { try store.forEachIdentity { _ = $0.district } },
      { try store.upload(of: 2)?.bytes.count as Any },
      { try store.catalogue(through: 2) }, { try store.lastEntries(of: .chain) },
      { try store.forEachEntry(through: .max) { _, changes in try changes { _ in } } },
      { try store.forEachTracedProject(all, rows: .all) { _, _ in } },
      { try store.entriesOutOfTime() }, { try store.allProjects(asOf: 2) },
      { try store.mergePlan(Entry.Merge(1, into: 2), taking: []) },
      {
        try store.commit(
          Drafts.edit(day: 9, Drafts.create([.name: .text("三"), .chain: .reference("robot")])),
          expecting: nil)
      },
      {
        try store.commit(
          Drafts.edit(day: 9, Drafts.update(1, .remark, nil, .text("注"))), expecting: nil)
      },
    ]
    for question in questions { _ = try? question() }
  }

  @Test(arguments: [
    // An item of another kind; and two items of one code.
    "UPDATE project SET chain = (SELECT max(id) FROM catalogue_item WHERE kind = 'stage')",
    "UPDATE project SET stage = (SELECT min(id) FROM catalogue_item WHERE kind = 'chain')",
    "UPDATE catalogue_item SET code = 'steel' WHERE code IN ('robot', 'food')",
  ])
  func `numbers that lead to the wrong item stop no question but with an error`(
    sql: String
  ) throws {
    let fixture = try Fixture(isFast: true)
    try Self.make(fixture)
    let database = try LedgerDatabase.writing(path: fixture.path, timeout: .seconds(1))
    try database.writeWithoutTransaction { session in
      try session.run("PRAGMA writable_schema = ON")
      try session.run(
        """
        UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE (kind, code)', 'CHECK (1)');
        DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_catalogue_item_1';
        PRAGMA writable_schema = RESET;
        PRAGMA foreign_keys = OFF
        """)
      try session.run(sql)
    }
    try database.close()
    let store = try fixture.openReading()
    #expect(try store.verify() != [])
    for _ in 0..<2 { Self.ask(store) }
  }

  @Test func `any value in any column is found by verify, and stops no question but with an error`()
    throws
  {
    let fixture = try Fixture(isFast: true)
    try Self.make(fixture)
    let sound = try Data(contentsOf: URL(filePath: fixture.path))
    let damages = try LedgerDatabase.reading(path: fixture.path).read(DamagedFile.all)
    var overlooked: [String] = []
    for number in stride(from: 0, to: damages.count, by: Self.step) {
      for suffix in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: fixture.path + suffix)
      }
      try sound.write(to: URL(filePath: fixture.path))
      guard try DamagedFile(path: fixture.path).apply(damages[number]) else { continue }
      if ProcessInfo.processInfo.environment["TAIZHANG_FAULTS"] == "all" { print(damages[number]) }
      do {
        let store = try fixture.openReading()
        if try store.verify().isEmpty { overlooked.append("\(damages[number])") }
        try store.close()
        let writing = try fixture.open()
        Self.ask(writing)
        try writing.close()
      } catch is StorageError {
        // Said as a sentence when the ledger is opened.
      }
    }
    #expect(overlooked == [])
  }
}
