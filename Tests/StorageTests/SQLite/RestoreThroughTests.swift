import Engine
import Foundation
import Ledger
import Testing

@testable import Storage

/// The ledger as any entry left it, as a file of its own. 测试数据
@Suite struct RestoreThroughTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  /// A ledger of random acts, with books sent out and the catalogue altered between them.
  private func randomLedger(_ seed: Int) throws -> RandomLedger {
    var ledger = RandomLedger(store: try fixture.open(), seed: seed)
    for step in 0..<9 {
      try ledger.act()
      if step % 2 == seed % 2 { try sendOut(ledger.store, step) }
      if step == 3 || step == 6 { try alterCatalogue(ledger.store, step) }
    }
    try sendOut(ledger.store, 99)
    return ledger
  }

  private func sendOut(_ store: LedgerStore, _ step: Int) throws {
    // One is about an earlier state than the one before it.
    let revision = try step == 4 ? max(1, store.revision - 2) : store.revision
    try store.keep([
      Publication(
        at: Fixture.day(80 + step), actor: "韦", book: "leaders", filter: "", revision: revision,
        projects: 1, file: "领导汇总.xlsx", sha256: String(repeating: "a", count: 64))
    ])
  }

  private func alterCatalogue(_ store: LedgerStore, _ step: Int) throws {
    let added = Fixture.items(.chain, ["new-\(step)": "新链\(step)"])
    let renamed = Fixture.items(.district, ["450203": "鱼峰区\(step)"])
    _ = try store.commit(
      catalogue: added + renamed, at: Fixture.day(60 + step), actor: "韦", reason: nil,
      expecting: nil)
  }

  private func restore(_ entry: Int64, _ name: String) throws -> String {
    let target = fixture.file(name)
    let made = try LedgerStore.restore(
      through: entry, of: fixture.path, into: target, by: fixture.file(name + ".scratch"))
    #expect(made.number == entry)
    return target
  }

  /// What a ledger answers about its past, up to an entry.
  private struct Answers {
    let hashes: [String]
    let holdings: [[ProjectID: Record]]
    let items: Set<CatalogueItem>
    let entries: [Entry]

    init(_ store: LedgerStore, through entry: Int64) throws {
      hashes = Array(try store.database.read(EntryTable.hashes).prefix(Int(entry)))
      holdings = try (0...entry).map { revision in
        let projects = try store.allProjects(asOf: revision).map { ($0.id, $0.record) }
        return Dictionary(uniqueKeysWithValues: projects)
      }
      items = Set(try store.database.read { try CatalogueTable.items(through: entry, $0) })
      entries = try (1...entry).map { try store.entry($0) }
    }
  }

  @Test(arguments: 0..<6)
  func `每张凭证后的台账另存出来，答的和原来那时一样，核验通过，原来的一个字节不动`(seed: Int) throws {
    let ledger = try randomLedger(seed)
    let last = try ledger.store.revision
    let before = try Data(contentsOf: URL(filePath: fixture.path))
    for entry in 1...last {
      let path = try restore(entry, "through-\(entry)")
      let restored = try LedgerStore.open(path: path, access: .reading) { nil }
      #expect(try restored.revision == entry)
      #expect(try restored.verify() == [])
      let (made, own) = try (
        Answers(restored, through: entry), Answers(ledger.store, through: entry)
      )
      #expect(made.hashes == own.hashes && made.entries == own.entries)
      #expect(made.holdings == own.holdings)
      #expect(made.items == own.items)
      // It goes on as the ledger did: what came next can be written into it.
      try restored.close()
      let writer = try LedgerStore.open(path: path, access: .writing(timeout: .zero)) { nil }
      try sendOut(writer, 700)
      _ = try writer.commit(
        catalogue: Fixture.items(.chain, ["on": "后来的链"]), at: Fixture.day(250), actor: "韦",
        reason: nil, expecting: entry)
      #expect(try writer.verify() == [])
      try writer.close()
    }
    #expect(try ledger.store.verify() == [])
    #expect(try Data(contentsOf: URL(filePath: fixture.path)) == before)
    try ledger.store.close()
  }

  @Test func `后来的东西一点不留在文件里`() throws {
    let store = try fixture.open()
    let secret = "后来才有的机密项目"
    _ = try store.commit(
      Drafts.list(
        day: 1, sender: "局", month: nil,
        [Drafts.create([.name: .text(secret)])]), expecting: 1,
      upload: Drafts.upload)
    try store.close()
    let bytes = try Data(contentsOf: URL(filePath: try restore(1, "first")))
    #expect(bytes.range(of: Data(secret.utf8)) == nil)
    #expect(
      try Data(contentsOf: URL(filePath: try restore(2, "second"))).range(of: Data(secret.utf8))
        != nil)
  }

  @Test(arguments: [0, -1, 99] as [Int64])
  func `没有的凭证说没有，不留文件`(entry: Int64) throws {
    try fixture.open().close()
    #expect(throws: StorageError.unknownEntry(entry)) { try restore(entry, "none") }
    #expect(!FileManager.default.fileExists(atPath: fixture.file("none")))
  }

  @Test func `改过的台账另存不出来`() throws {
    let store = try fixture.open()
    _ = try store.commit(
      Drafts.list(
        day: 1, sender: "局", month: nil,
        [Drafts.create([.name: .text("测试数据甲")])]), expecting: 1,
      upload: Drafts.upload)
    try store.database.write { try $0.run("UPDATE change SET body = replace(body, '甲', '乙')") }
    try store.close()
    #expect(throws: StorageError.self) { try restore(2, "altered") }
    #expect(throws: Never.self) { try restore(1, "before") }
  }
}
