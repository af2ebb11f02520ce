import Engine
import Foundation
import Ledger
import Testing

@testable import Storage

@Suite(.everyEngine) struct CommitTests {
  let fixture: Fixture
  let store: LedgerStore

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  static let full: Record = {
    var record = Record([
      (.name, .text("一号\t项目\n二\\行")), (.code, .text("2603-450203-04-01-100001")),
      (FieldKey(register: "shuangbai", year: 2026), .membership(Membership(state: "候选"))),
      (FieldKey(register: "自己,的\t名单", year: 2025), .membership(Membership(batch: "第一批"))),
      (.chain, .reference("robot")), (FieldKey(.otherChains), .references(["steel", "food"])),
      (FieldKey(.isIndustrial), .flag(true)), (FieldKey(.leadUnits), .references(["gxj", "fgw"])),
      (FieldKey(.district), .reference("450203")), (.total, .wan(50_000)),
      (FieldKey(.funding), .list(["自筹, 贷款", "专项债"])),
      (FieldKey(.landArea), .quantity(Quantity(tenThousandths: 123_456))),
    ])
    if let year = Period.year(2026), let months = Period.months(2026, 1, 3) {
      record[FieldKey(.plan, year)] = .wan(1_200)
      record[FieldKey(.done, months)] = .wan(80)
      record[FieldKey(.done, year)] = .wan(-90)
    }
    record[FieldKey(.signDate)] = PartialDate("2026-Q1").map(Value.date)
    return record
  }()

  @Test func `a created project reads back value for value`() throws {
    let entry = try store.commit(
      Drafts.list(month: 3, [Drafts.create(Self.full, row: 5)]), expecting: 1,
      upload: Drafts.upload)
    #expect(entry.number == 2)
    #expect(entry.counts == Entry.Counts(created: 1))
    let project = try store.project(1)
    #expect(project.record == Self.full)
    #expect(project.revision == 2)
    #expect(project.reach == [FieldKey("done.2026"): 3])
    #expect(try store.changes(of: 2).first?.fields.map(\.key) == Self.full.entries.map(\.key))
  }

  @Test func `an edit alters one value and keeps the rest`() throws {
    try store.commit(Drafts.edit(Drafts.create(Self.full)), expecting: nil)
    try store.commit(Drafts.edit(Drafts.update(1, .total, .wan(50_000), nil)), expecting: 2)
    var expected = Self.full
    expected[.total] = nil
    #expect(try store.project(1).record == expected)
    #expect(try store.history(of: 1).map(\.entry.number) == [2, 3])
  }

  @Test func `a removed project is gone, its history stays, its number is never used again`() throws
  {
    try store.commit(Drafts.edit(Drafts.create(Self.full)), expecting: nil)
    try store.commit(Drafts.edit(Drafts.remove(1, Self.full)), expecting: nil)
    #expect(throws: StorageError.unknownProject(1)) { try store.project(1) }
    #expect(try store.history(of: 1).count == 2)
    try store.commit(Drafts.edit(Drafts.create(Self.full)), expecting: nil)
    #expect(try store.project(2).record == Self.full)
  }

  @Test func `every value says which cell it came from`() throws {
    try store.commit(
      Drafts.list([Drafts.create(Self.full, row: 5)]), expecting: nil, upload: Drafts.upload)
    try store.commit(Drafts.edit(Drafts.update(1, .total, .wan(50_000), .wan(1))), expecting: nil)
    let origins = try store.origins(of: 1)
    #expect(
      origins[.code]
        == Origin(entry: 2, fileName: "list.xlsx", sheet: "表\t1", cell: "AB5", raw: nil))
    #expect(
      origins[.total] == Origin(entry: 3, fileName: nil, sheet: nil, cell: nil, raw: nil))
  }

  @Test func `a draft made against an older ledger is refused`() throws {
    try store.commit(Drafts.edit(Drafts.create(Self.full)), expecting: 1)
    #expect(throws: StorageError.stale(expected: 1, found: 2)) {
      try store.commit(Drafts.edit(Drafts.create(Self.full)), expecting: 1)
    }
  }

  @Test func `a change that does not begin where the project stands is refused whole`() throws {
    try store.commit(Drafts.edit(Drafts.create(Self.full)), expecting: nil)
    #expect(throws: StorageError.beforeDiffers(project: 1, key: .total)) {
      try store.commit(
        Drafts.edit(
          Drafts.create([.name: .text("二")]), Drafts.update(1, .total, .wan(1), .wan(2))),
        expecting: nil)
    }
    #expect(try store.revision == 2)
    #expect(throws: StorageError.unknownProject(2)) { try store.project(2) }
  }

  @Test func `a commit stopped midway leaves everything as it was`() throws {
    let changes = (0..<2_500).map { Drafts.create([.name: .text("项目\($0)")]) }
    #expect(throws: CancellationError.self) {
      try store.commit(
        Drafts.list(changes), expecting: nil, upload: Drafts.upload,
        progress: { if $0 >= 2_000 { throw CancellationError() } })
    }
    #expect(try store.revision == 1)
    #expect(try store.database.read { try $0.integer("SELECT count(*) FROM upload") } == 0)
    #expect(try store.database.read { try $0.integer("SELECT count(*) FROM project") } == 0)
  }

  @Test func `a code the catalogue does not know is refused`() throws {
    #expect(throws: StorageError.unknownReference(key: .chain, code: "nope")) {
      try store.commit(
        Drafts.edit(Drafts.create([.name: .text("一"), .chain: .reference("nope")])),
        expecting: nil)
    }
  }

  @Test func `a project without a name is refused`() throws {
    #expect(throws: StorageError.nameMissing(row: nil)) {
      try store.commit(Drafts.edit(Drafts.create([.total: .wan(1)])), expecting: nil)
    }
  }

  @Test func `an entry whose file nobody gave is refused`() throws {
    #expect(throws: StorageError.uploadMissing(sha256: Drafts.upload.sha256)) {
      try store.commit(Drafts.list([]), expecting: nil)
    }
  }

  @Test func `the file of an import is kept`() throws {
    try store.commit(Drafts.list([]), expecting: nil, upload: Drafts.upload)
    #expect(try store.upload(of: 2)?.bytes == Drafts.upload.bytes)
  }

  @Test func `a large commit leaves readers undisturbed`()
    throws
  {
    let changes = (0..<6_000).map { (row: Int) in
      Drafts.create([.name: .text("项目\(row)")], row: row)
    }
    try store.commit(Drafts.list(changes), expecting: nil, upload: Drafts.upload)
    let reader = try fixture.openReading()
    #expect(try reader.list(ProjectFilter(), sort: .byID, page: .all).totals.count == 6_000)
    try store.commit(Drafts.list(changes), expecting: nil, upload: Drafts.upload)
    #expect(try reader.revision == 3)
    #expect(try store.verify() == [])
  }

  @Test func `the catalogue of an entry is the one that stood then`() throws {
    let renamed = CatalogueItem(kind: .district, code: "450203", name: "鱼峰新区", position: 1)
    let again = CatalogueItem(kind: .district, code: "450203", name: "鱼峰区新城", position: 1)
    let added = CatalogueItem(kind: .chain, code: "salt", name: "食盐链", position: 9)
    for (index, items) in [[renamed], [again, added]].enumerated() {
      try store.commit(
        catalogue: items, at: Fixture.day(index + 1), actor: "韦", reason: nil, expecting: nil)
    }
    let names = try (0...3).map { revision in
      try store.catalogue(through: revision).name(of: .district, "450203")
    }
    // Before the first entry stands what the ledger began with.
    #expect(names == ["鱼峰区", "鱼峰区", "鱼峰新区", "鱼峰区新城"])
    #expect(try store.catalogue(through: 2).item(.chain, "salt") == nil)
    #expect(try store.catalogue(through: 3).item(.chain, "salt") != nil)
    let all = try store.catalogue(through: 1).items
    #expect(all == Catalogue(items: Fixture.catalogue).items)
  }

  @Test func `a renamed place is found by its new name, and its history stays`() throws {
    try store.commit(
      Drafts.edit(
        Drafts.create([.name: .text("一"), FieldKey(.district): .reference("450203")])),
      expecting: nil)
    let renamed = CatalogueItem(kind: .district, code: "450203", name: "鱼峰新区", position: 1)
    let entry = try store.commit(
      catalogue: [renamed], at: Fixture.day(1), actor: "韦", reason: "更名", expecting: 2)
    #expect(entry.kind == .catalogue)
    #expect(try store.catalogue().name(of: .district, "450203") == "鱼峰新区")
    var filter = ProjectFilter()
    filter.query = "鱼峰新区"
    #expect(try store.list(filter, sort: .byID, page: .all).totals.count == 1)
    #expect(try store.verify() == [])
  }
}
