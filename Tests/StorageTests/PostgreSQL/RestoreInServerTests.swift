import Dispatch
import Foundation
import Ledger
import Synchronization
import TestSupport
import Testing

@testable import Storage

/// A backup of a ledger in a server is a ledger in a file, and can take the place of what stands in a server.
@Suite(.enabled(if: PostgreSQLCluster.shared != nil, "PostgreSQL is not installed"))
struct RestoreInServerTests {
  private let folder: Fixture
  private let path: String

  init() throws {
    let cluster = try #require(PostgreSQLCluster.shared)
    path = cluster.address(of: "restored-\(UInt32.random(in: 0...UInt32.max))")
    folder = try Fixture(isFast: true)
    let store = try open()
    try store.commit(Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
    try store.backup(to: backup)
    try store.close()
  }

  private var backup: String { folder.directory.path(percentEncoded: false) + "/backup" }

  private func open() throws -> LedgerStore {
    try LedgerStore.open(path: path, access: .writing(timeout: .seconds(5))) { Fixture.beginning }
  }

  /// This ledger and those that were made from it: others share the server.
  private func names() throws -> [String] {
    let own = path.split(separator: "=").last.map(String.init) ?? ""
    return try LedgerStore.ledgers(beside: path).map(\.name).filter { $0.hasPrefix(own) }
  }

  private func restore(losing: Bool) throws -> LedgerStore.Restored {
    try LedgerStore.restore(from: backup, to: path, losing: losing, timeout: .seconds(5)) { _ in }
  }

  @Test func `a backup is the same ledger in a file, and nothing lies beside it`() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.directory.path(percentEncoded: false))
    #expect(names == ["backup"])
    let file = try LedgerStore.open(path: backup, access: .reading) { nil }
    let server = try LedgerStore.open(path: path, access: .reading) { nil }
    #expect(try file.database.read(EntryTable.hashes) == server.database.read(EntryTable.hashes))
    #expect(try file.verify() == [])
    try file.close()
  }

  @Test func `a restored ledger takes the place of the one that stands, which is kept`() throws {
    let store = try open()
    try store.commit(Drafts.edit(Drafts.create([.name: .text("二")])), expecting: nil)
    try store.close()
    #expect(throws: StorageError.self) { try restore(losing: false) }
    let restored = try restore(losing: true)
    #expect(restored.revision == 2)
    #expect(restored.effect == RestoreEffect(standing: 3, shared: 2, backup: 2))
    let kept = try LedgerStore.open(path: try #require(restored.replaced), access: .reading) { nil }
    #expect(try kept.revision == 3)
    let standing = try open()
    #expect(try standing.revision == 2)
    try standing.commit(Drafts.edit(Drafts.create([.name: .text("三")])), expecting: 2)
    #expect(try standing.verify() == [])
  }

  @Test func `an entry that is committed while the exchange waits is not set aside`() throws {
    // A server of its own, so that nobody else waits for a lock.
    let cluster = try PostgreSQLCluster()
    defer { try? cluster.kill() }
    let path = cluster.address(of: "restored")
    let writer = try LedgerStore.open(path: path, access: .writing(timeout: .seconds(5))) {
      Fixture.beginning
    }
    let backup = backup
    let outcome = Mutex<Result<LedgerStore.Restored, any Error>?>(nil)
    let end = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      let result = Result {
        try LedgerStore.restore(from: backup, to: path, losing: true, timeout: .seconds(20)) { _ in
        }
      }
      outcome.withLock { $0 = result }
      end.signal()
    }
    for _ in 0..<1_000 where try cluster.ask("SELECT FROM pg_locks WHERE NOT granted").isEmpty {
      usleep(10_000)
    }
    try writer.commit(Drafts.edit(Drafts.create([.name: .text("二")])), expecting: nil)
    try writer.close()
    end.wait()
    #expect(throws: StorageError.busy(path: path)) {
      try outcome.withLock { try $0?.get() }
    }
    let reader = try LedgerStore.open(path: path, access: .reading) { nil }
    #expect(try reader.revision == 2)
    #expect(try LedgerStore.heads(beside: path).standing.map(\.name) == ["restored"])
  }

  @Test func `a backup that was altered changes nothing`() throws {
    let altered = try LedgerStore.open(path: backup, access: .writing(timeout: .zero)) { nil }
    try altered.database.write { try $0.run("UPDATE change SET body = replace(body, '一', '二')") }
    try altered.close()
    let before = try names()
    #expect(throws: StorageError.unfitBackup(path: backup, findings: 3)) {
      try restore(losing: true)
    }
    #expect(try names() == before)
  }
}
