import Dispatch
import Testing

@testable import Website

/// The threads that the ledger is worked with.
@Suite struct LanesTests {
  @Test func `Behind twenty that wait nobody is let in, and afterwards everybody is`() async throws
  {
    let lane = Lane(threads: 2)
    let gate = DispatchSemaphore(value: 0)
    let most = 2 + Lane.longestLine
    let (refusals, refusal) = AsyncStream.makeStream(of: Void.self)
    let done = try await withThrowingTaskGroup(of: Bool.self) { group in
      // Whichever comes last is the one for whom there is no place.
      for _ in 0...most {
        group.addTask {
          do {
            try await lane.run { gate.wait() }
            return true
          } catch let failure as Failure where failure == .busy {
            refusal.yield()
            return false
          }
        }
      }
      for await _ in refusals { break }
      for _ in 0..<most { gate.signal() }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(done == most)
    #expect(try await lane.run { 7 } == 7)
    try await lane.stop()
  }
}
