import Dispatch
import Ledger
import Synchronization
import Testing

@testable import Storage

/// Two who write at once: one after the other, and none on what the other has not seen.
@Suite(.everyEngine) struct TwoWritersTests {
  @Test func `acts of two writers follow each other, and each is there or was refused`() throws {
    let fixture = try Fixture(isFast: true)
    try fixture.open().close()
    let (engine, path) = (TestEngine.current, fixture.path)
    let acts = Mutex((done: [Int64](), refused: 0))
    DispatchQueue.concurrentPerform(iterations: 3) { writer in
      for act in 0..<8 {
        do {
          let store = try LedgerStore.open(
            engine.engine, path, .writing(timeout: .seconds(20)), .nobody
          ) { nil }
          defer { try? store.close() }
          let revision = try store.revision
          // A second act without opening anew: somebody else may have been quicker.
          for part in 0..<2 {
            let entry = try store.commit(
              Drafts.edit(Drafts.create([.name: .text("\(writer) \(act) \(part)")])),
              expecting: revision + Int64(part))
            acts.withLock { $0.done.append(entry.number) }
          }
        } catch StorageError.stale {
          acts.withLock { $0.refused += 1 }
        } catch {
          Issue.record(error)
        }
      }
    }
    let store = try fixture.openReading()
    let (done, refused) = acts.withLock { $0 }
    #expect(done.sorted() == (0..<done.count).map { Int64($0 + 2) })
    #expect(try store.revision == Int64(done.count + 1))
    #expect(done.count + refused >= 24)
    #expect(try store.verify() == [])
  }
}
