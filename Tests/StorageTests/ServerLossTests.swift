import Foundation
import Ledger
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
        let store = try fixture.open()
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
