import Engine
import Foundation
import Glibc
import Ledger
import Machine
import Testing

@testable import SQLiteEngine
@testable import Storage

/// What becomes of a ledger, and of the backup, when one takes the place of the other.
@Suite struct RestoreTests {
  let fixture: Fixture
  var backup: String { fixture.file("backup.sqlite") }

  init() throws {
    fixture = try Fixture(isFast: true)
    let store = try fixture.open()
    try store.commit(Self.edit("一"), expecting: nil)
    try store.backup(to: backup)
    try store.close()
  }

  static func edit(_ name: String) -> EntryDraft {
    Drafts.edit(Drafts.create([.name: .text(name)]))
  }

  private func write(_ name: String, to path: String? = nil) throws {
    let store = try LedgerStore.open(
      path: path ?? fixture.path, access: .writing(timeout: .seconds(1))
    ) { Fixture.beginning }
    try store.commit(Self.edit(name), expecting: nil)
    try store.close()
  }

  @discardableResult
  private func restore(losing: Bool = false) throws -> LedgerStore.Restored {
    try LedgerStore.restore(
      from: backup, to: fixture.path, losing: losing, timeout: .milliseconds(50)
    ) { _ in }
  }

  private func altered(_ path: String, _ sql: String) throws {
    let database = try LedgerDatabase.writing(path: path, timeout: .seconds(1))
    try database.writeWithoutTransaction { session in
      try session.run("PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF")
      try session.run(sql)
    }
    try database.close()
    for file in ["-wal", "-shm", ".lock"] { try DurableFile.remove(path + file) }
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// What stands beside the ledger and the backup.
  private func others() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: fixture.directory.path)
      .filter { $0 != "ledger.sqlite" && $0 != "backup.sqlite" && !$0.hasSuffix(".lock") }
      .filter { !["ledger.sqlite-wal", "ledger.sqlite-shm"].contains($0) }.sorted()
  }

  @Test func `what stands only in the log of a crashed ledger is restored with it`() throws {
    // A ledger as a killed writer leaves it: copied with its log while it is open.
    let writer = try fixture.open()
    try writer.commit(Self.edit("二"), expecting: nil)
    for (suffix, file) in [("", ""), ("-wal", "-wal")] {
      try? FileManager.default.removeItem(atPath: backup + file)
      try FileManager.default.copyItem(atPath: fixture.path + suffix, toPath: backup + file)
    }
    try writer.close()
    let (main, log) = (try bytes(backup), try bytes(backup + "-wal"))
    #expect(log.count > 0)
    try write("三")
    #expect(try restore(losing: true).revision == 3)
    let restored = try fixture.open()
    #expect(try restored.revision == 3)
    try restored.commit(Self.edit("四"), expecting: 3)
    #expect(try restored.verify() == [])
    #expect(try bytes(backup) == main)
    #expect(try bytes(backup + "-wal") == log)
    #expect(try others().allSatisfy { $0 != "backup.sqlite-shm" })
  }

  @Test(arguments: [1, 2, 4, 7])
  func `a backup of an earlier program is taken to the newest schema in its copy alone`(
    version: Int
  ) throws {
    let ledger = try bytes(fixture.path)
    try fixture.writeAgain(with: Array(Migration.all.prefix(version)))
    try FileManager.default.removeItem(atPath: backup)
    try FileManager.default.moveItem(atPath: fixture.path, toPath: backup)
    try ledger.write(to: URL(filePath: fixture.path))
    let old = try bytes(backup)
    #expect(chmod(backup, 0o444) == 0)
    // The earlier schema did not cover all that this one does, so its chain is another.
    try restore(losing: true)
    #expect(try bytes(backup) == old)
    let restored = try fixture.open()
    #expect(try restored.verify() == [])
    #expect(try restored.revision == 2)
  }

  @Test func `entries that the backup lacks are given up only when told`() throws {
    try write("二")
    try write("三")
    let before = try bytes(fixture.path)
    #expect(
      throws: StorageError.losesEntries(
        path: fixture.path, RestoreEffect(standing: 4, shared: 2, backup: 2))
    ) { try restore() }
    #expect(try bytes(fixture.path) == before)
    #expect(try others() == [])
    #expect(try restore(losing: true).revision == 2)
  }

  @Test func `another ledger is no backup of this one unless told`() throws {
    try FileManager.default.removeItem(atPath: fixture.path)
    let other = try LedgerStore.open(path: fixture.path, access: .writing(timeout: .seconds(1))) {
      LedgerStore.Beginning(at: Fixture.day(3), actor: "别人", catalogue: Fixture.catalogue)
    }
    try other.close()
    #expect(
      throws: StorageError.losesEntries(
        path: fixture.path, RestoreEffect(standing: 1, shared: 0, backup: 2))
    ) { try restore() }
    #expect(try restore(losing: true).revision == 2)
  }

  @Test func `a backup that has all the ledger has takes its place without more words`() throws {
    try write("二", to: backup)
    #expect(try restore().revision == 3)
  }

  @Test func `the ledger that was there is kept beside, whole`() throws {
    try write("二")
    let kept = try #require(try restore(losing: true).replaced)
    #expect(kept == fixture.path + ".replaced-3")
    let store = try LedgerStore.open(path: kept, access: .reading) { nil }
    #expect(try store.revision == 3)
    #expect(try store.verify() == [])
    try store.close()
    try write("三")
    #expect(try restore(losing: true).replaced == fixture.path + ".replaced-3-2")
  }

  @Test(arguments: [["-wal"], ["-wal", "-shm"], ["-journal"]])
  func `the log of a ruined ledger never reaches its successor`(left: [String]) throws {
    let log = Data(repeating: 9, count: 5_000)
    for suffix in left { try log.write(to: URL(filePath: fixture.path + suffix)) }
    try Data(repeating: 7, count: 9_000).write(to: URL(filePath: fixture.path))
    let restored = try restore()
    #expect(restored.replaced == fixture.path + ".replaced")
    // A journal is what SQLite takes back itself where it can open the file.
    if left.contains("-wal") { #expect(try bytes(fixture.path + ".replaced-wal") == log) }
    let store = try fixture.open()
    #expect(try store.revision == 2)
    #expect(try store.verify() == [])
  }

  @Test(arguments: ["-wal", "-journal"])
  func `what a ledger that is gone left beside never reaches what takes its place`(
    suffix: String
  ) throws {
    // A log that SQLite would take for the ledger's, wherever the file comes from.
    let writer = try fixture.open()
    for number in 0..<50 { try writer.commit(Self.edit("后\(number)"), expecting: nil) }
    let log = try bytes(fixture.path + "-wal")
    try writer.close()
    try log.write(to: URL(filePath: fixture.path + suffix))
    try DurableFile.remove(fixture.path)
    let effect = RestoreEffect(standing: 0, shared: 0, backup: 2)
    #expect(
      try restore() == LedgerStore.Restored(revision: 2, replaced: nil, effect: effect))
    let store = try fixture.open()
    #expect(try store.revision == 2)
    #expect(try store.verify() == [])
    #expect(try bytes(fixture.path + ".replaced" + suffix) == log)
  }

  @Test(arguments: ["", "-wal", "-shm", "-journal"])
  func `the ledger is kept under a name beside which nothing of another ledger stands`(
    suffix: String
  ) throws {
    try Data([1]).write(to: URL(filePath: fixture.path + ".replaced-2" + suffix))
    #expect(try restore().replaced == fixture.path + ".replaced-2-2")
  }

  @Test func `what was set aside goes back when the exchange fails, from any step`() throws {
    let (one, kept) = (
      LedgerFiles(path: fixture.file("one")), LedgerFiles(path: fixture.file("kept"))
    )
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try Data(suffix.utf8).write(to: URL(filePath: one.main + suffix))
    }
    for leaves in [false, true] {
      let beside = SetAside(of: one, as: kept)
      if leaves {
        try beside.leave()
        #expect(try others().filter { $0.hasPrefix("one") } == ["one"])
      } else {
        try DurableFile.double(one.log, as: kept.log)
      }
      beside.putBack()
      #expect(try bytes(one.log) == Data("-wal".utf8))
      #expect(try bytes(one.journal) == Data("-journal".utf8))
      #expect(try others().filter { $0.hasPrefix("kept") } == [])
    }
  }

  @Test(arguments: [true, false])
  func `files change places also where none can have two names`(canLink: Bool) throws {
    let (one, other) = (fixture.file("one"), fixture.file("other"))
    func link(_ source: String, _ target: String) -> Int32 {
      canLink ? Glibc.link(source, target) : -1
    }
    try Data([1]).write(to: URL(filePath: one))
    try Data([2]).write(to: URL(filePath: other))
    #expect(try DurableFile.exchangeInSteps(one, other, link: link) == one)
    #expect(try bytes(one) == Data([2]) && bytes(other) == Data([1]))
    try DurableFile.remove(one)
    #expect(throws: EngineError.self) {
      try DurableFile.exchangeInSteps(one, other, link: link)
    }
    #expect(try bytes(other) == Data([1]))
    #expect(try others() == ["other"])
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM change; END",
    "CREATE TABLE notes (text TEXT)",
    "DROP INDEX change_project",
    "CREATE VIEW v AS SELECT 1",
    "CREATE VIEW v AS WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) "
      + "SELECT n FROM r",
    // A table that a query of the program would find endless.
    "DROP TABLE publication; CREATE VIEW publication AS "
      + "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT n AS id FROM r",
  ])
  func `a backup with other objects than a ledger has is refused before any is used`(
    sql: String
  ) throws {
    try altered(backup, sql)
    let (before, ledger) = (try bytes(backup), try bytes(fixture.path))
    let error = try #require(throws: StorageError.self) { try restore() }
    guard case .foreignSchema(_, let differences) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(!differences.isEmpty)
    #expect(try bytes(backup) == before)
    #expect(try bytes(fixture.path) == ledger)
    #expect(try others() == [])
  }

  @Test func `a backup that was not copied to its end is called that, wherever it ends`() throws {
    let whole = try bytes(backup)
    let ends =
      Array(stride(from: 0, to: whole.count, by: 8_192)) + [1, 60, 99, 100, 101, whole.count - 1]
      + (0..<10).map { _ in Int.random(in: 1..<whole.count) }
    for size in ends {
      try whole.prefix(size).write(to: URL(filePath: backup))
      #expect(throws: StorageError.truncated(path: backup), "\(size) of \(whole.count)") {
        try restore()
      }
    }
    #expect(try fixture.open().revision == 2)
  }

  @Test(arguments: [0, 1, 3], [0, 1, 2])
  func `before anything is replaced it is told what goes and comes`(ahead: Int, behind: Int) throws
  {
    for number in 0..<ahead { try write("备\(number)", to: backup) }
    for number in 0..<behind { try write("账\(number)") }
    let before = try bytes(fixture.path)
    struct Refused: Error {}
    var told: RestoreEffect?
    #expect(throws: Refused.self) {
      try LedgerStore.restore(
        from: backup, to: fixture.path, losing: true, timeout: .milliseconds(50)
      ) {
        told = $0
        throw Refused()
      }
    }
    #expect(told == RestoreEffect(standing: 2 + behind, shared: 2, backup: 2 + ahead))
    #expect(told?.lost == behind)
    #expect(told?.gained == ahead)
    #expect(try bytes(fixture.path) == before)
    #expect(try others() == [])
    #expect(try restore(losing: behind > 0).effect == told)
  }

  @Test func `the ledger is no backup of itself, under any name`() throws {
    try FileManager.default.removeItem(atPath: backup)
    #expect(symlink(fixture.path, backup) == 0)
    #expect(throws: StorageError.backupIsLedger(path: fixture.path)) { try restore() }
    try FileManager.default.removeItem(atPath: backup)
    #expect(link(fixture.path, backup) == 0)
    #expect(throws: StorageError.backupIsLedger(path: fixture.path)) { try restore() }
  }

  @Test(arguments: [mode_t(0o600), 0o640, 0o664])
  func `a restored ledger is for whom the one before was`(mode: mode_t) throws {
    chmod(fixture.path, mode)
    chmod(backup, 0o644)
    try restore()
    #expect(RealPath.facts(of: fixture.path).map { $0.st_mode & 0o777 } == mode)
    try DurableFile.remove(fixture.path)
    try restore()
    #expect(RealPath.facts(of: fixture.path).map { $0.st_mode & 0o777 } == 0o600)
  }

  @Test func `a ledger that somebody reads is not replaced`() throws {
    let reader = try fixture.openReading()
    _ = try reader.revision
    #expect(throws: StorageError.busy(path: fixture.path)) { try restore() }
    #expect(try reader.revision == 2)
    try reader.close()
    try restore()
    #expect(try fixture.open().verify() == [])
  }

  @Test func `a backup that somebody writes is waited for`() throws {
    let writer = try LedgerStore.open(path: backup, access: .writing(timeout: .seconds(1))) { nil }
    #expect(throws: StorageError.busy(path: backup)) { try restore() }
    try writer.close()
    try restore()
  }

  @Test func `what a killed restore left is cleared by the next`() throws {
    for suffix in ["", "-wal", "-shm"] {
      try Data([1]).write(to: URL(filePath: fixture.path + ".restoring.part" + suffix))
    }
    try restore()
    #expect(try others() == ["ledger.sqlite.replaced-2"])
  }
}
