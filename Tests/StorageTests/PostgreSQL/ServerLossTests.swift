import Dispatch
import Foundation
import Ledger
import PostgreSQLEngine
import Synchronization
import TestSupport
import Testing

@testable import Storage

/// What becomes of acts when the server that keeps a ledger is lost. It is a server of the test's own.
@Suite(.enabled(if: PostgreSQLCluster.shared != nil, "PostgreSQL is not installed"))
struct ServerLossTests {
  @Test
  func `after every loss the ledger is whole, and holds what was acknowledged and nothing else`()
    throws
  {
    let cluster = try PostgreSQLCluster()
    defer { try? cluster.kill() }
    let engine = TestEngine.postgreSQL(cluster)
    try TestEngine.$current.withValue(engine) {
      let fixture = try Fixture(isFast: true)
      var known: [String] = [try fixture.open().entry(1).hash]
      for round in 0..<6 {
        let store = try fixture.open(timeout: .seconds(1))
        let draft = Drafts.edit(
          day: round, Drafts.create([.name: .text("测试\(round)")]))
        // The server goes before the act, in the middle of it, or not at all.
        if round % 3 == 1 { try cluster.kill() }
        var changes = 0
        do {
          let entry = try store.commit(
            draft, expecting: nil,
            progress: { _ in
              changes += 1
              if round % 3 == 2, changes == 1 { try cluster.kill() }
            })
          known.append(entry.hash)
          #expect(round % 3 == 0)
        } catch let error as StorageError {
          guard case .unreachable = error else { throw error }
          #expect(round % 3 != 0)
        }
        try? store.close()
        if round % 3 != 0 { try cluster.start() }
        let reader = try fixture.openReading()
        #expect(try reader.database.read(EntryTable.hashes) == known)
        #expect(try reader.verify() == [])
      }
    }
  }

  @Test func `two who write while the server is killed again and again lose nothing acknowledged`()
    throws
  {
    let cluster = try PostgreSQLCluster()
    defer { try? cluster.kill() }
    let engine = TestEngine.postgreSQL(cluster)
    let fixture = try TestEngine.$current.withValue(engine) { try Fixture(isFast: true) }
    try fixture.open().close()
    let path = fixture.path
    let acts = Mutex((known: [Int64: String](), ended: false))
    DispatchQueue.concurrentPerform(iterations: 3) { worker in
      if worker == 0 {
        for _ in 0..<4 {
          usleep(400_000)
          do {
            try cluster.crash()
            try cluster.start()
          } catch { Issue.record(error) }
        }
        usleep(400_000)
        return acts.withLock { $0.ended = true }
      }
      var act = 0
      while !acts.withLock({ $0.ended }) {
        act += 1
        do {
          let store = try LedgerStore.open(
            engine.engine, path, .writing(timeout: .seconds(20)), .nobody
          ) { nil }
          defer { try? store.close() }
          for part in 0..<3 {
            let entry = try store.commit(
              Drafts.edit(Drafts.create([.name: .text("测试\(worker)-\(act)-\(part)")])),
              expecting: nil)
            acts.withLock { $0.known[entry.number] = entry.hash }
          }
        } catch StorageError.unreachable, StorageError.commitUnproven {
          // Told as it is: nothing was acknowledged.
          usleep(20_000)
        } catch {
          Issue.record(error)
        }
      }
    }
    let reader = try fixture.openReading()
    let hashes = try reader.database.read(EntryTable.hashes)
    let known = acts.withLock { $0.known }
    #expect(known.count > 12)
    for (number, hash) in known { #expect(hashes[Int(number) - 1] == hash) }
    #expect(try reader.verify() == [])
  }

  @Test func `a server that is back at once lets the act in the middle of which it went be done`()
    throws
  {
    let cluster = try PostgreSQLCluster()
    defer { try? cluster.kill() }
    try TestEngine.$current.withValue(.postgreSQL(cluster)) {
      let fixture = try Fixture(isFast: true)
      let store = try fixture.open()
      var restarts = 0
      let entry = try store.commit(
        Drafts.edit(Drafts.create([.name: .text("一")])), expecting: 1,
        progress: { _ in
          if restarts == 0 {
            restarts += 1
            try cluster.crash()
            try cluster.start()
          }
        })
      #expect(restarts == 1)
      #expect(entry.number == 2)
      #expect(try store.verify() == [])
    }
  }

  @Test func `connections that are cut when COMMIT is sent leave every act done once`() throws {
    let cluster = try #require(PostgreSQLCluster.shared)
    let proxy = try PostgreSQLProxy(before: cluster)
    defer { proxy.close() }
    let path = cluster.address(
      of: "cut-\(UInt32.random(in: 0...UInt32.max))", through: proxy.folder)
    let store = try LedgerStore.open(path: path, access: .writing(timeout: .seconds(5))) {
      Fixture.beginning
    }
    var known = [try store.entry(1).hash]
    for act in 0..<30 {
      proxy.cut(PostgreSQLProxy.Cut.allCases[act % 3])
      let entry = try store.commit(
        Drafts.edit(Drafts.create([.name: .text("测试\(act)")])), expecting: Int64(act + 1))
      known.append(entry.hash)
      #expect(try store.database.read(EntryTable.hashes) == known)
    }
    #expect(proxy.cuts == 30)
    #expect(try store.verify() == [])
  }

  @Test func `a ledger that went back to an earlier state is not written`() throws {
    let cluster = try #require(PostgreSQLCluster.shared)
    try TestEngine.$current.withValue(.postgreSQL(cluster)) {
      let fixture = try Fixture(isFast: true)
      let store = try fixture.open()
      for name in ["一", "二"] {
        try store.commit(Drafts.edit(Drafts.create([.name: .text(name)])), expecting: nil)
      }
      let heads = try LedgerStore.heads(beside: fixture.path).standing.filter {
        fixture.path.hasSuffix("ledger=" + $0.name)
      }
      #expect(heads.map(\.number) == [3])
      #expect(try LedgerStore.differences(from: heads, beside: fixture.path).isEmpty)
      try store.close()
      let schema = try cluster.ask(
        "SELECT 'ledger_' || number FROM taizhang.ledger WHERE name = '\(heads[0].name)'")
      let name = schema.trimmingCharacters(in: .whitespacesAndNewlines)
      try cluster.ask("DELETE FROM \(name).change WHERE entry = 3")
      try cluster.ask("DELETE FROM \(name).entry WHERE number = 3")
      let later = try fixture.open()
      let wentBack = StorageError.wentBack(
        path: PostgreSQLEngine().name(of: fixture.path), seen: 3, found: 2)
      #expect(throws: wentBack) {
        try later.commit(Drafts.edit(Drafts.create([.name: .text("三")])), expecting: nil)
      }
      let gone = StandingLedger(name: "gone", number: 7, hash: heads[0].hash)
      #expect(
        try LedgerStore.differences(from: heads + [gone], beside: fixture.path)
          == [wentBack, .wentBack(path: "gone", seen: 7, found: 0)])
    }
  }

  @Test func `a connection that was cut after COMMIT was sent: what stands is told`() throws {
    let cluster = try #require(PostgreSQLCluster.shared)
    try TestEngine.$current.withValue(.postgreSQL(cluster)) {
      let fixture = try Fixture(isFast: true)
      let store = try fixture.open()
      let last = try store.commit(
        Drafts.edit(Drafts.create([.name: .text("一")])), expecting: nil)
      let lost = StorageError.unreachable(path: fixture.path, message: "")
      #expect(
        lost.afterCommit(of: last, store.database)
          == .commitUnproven(entry: last.number, stands: true))
      // An entry of another ledger, which goes on where this one ends.
      let other = try Fixture(isFast: true).open()
      for name in ["一", "二"] {
        try other.commit(Drafts.edit(Drafts.create([.name: .text(name)])), expecting: nil)
      }
      #expect(lost.afterCommit(of: try other.entry(3), store.database) == lost)
    }
  }
}
