import Foundation
import Testing

@testable import Machine

@Suite("Work that is done ahead")
struct WorkAheadTests {
  private struct Failure: Error, Equatable {
    let piece: Int
  }

  @Test(arguments: [0, 1, 2, 5, 40])
  func `outcomes come in order, whoever did the piece`(count: Int) throws {
    // The first pieces take long, so that whoever waits does later ones meanwhile.
    let ahead = Prefetcher(count) { piece in
      if piece < 3 { Thread.sleep(forTimeInterval: 0.02) }
      return piece
    }
    var outcomes: [Int] = []
    while let outcome = try ahead.next() { outcomes.append(outcome) }
    #expect(outcomes == Array(0..<count))
    #expect(try ahead.next() == nil)
  }

  @Test(arguments: [0, 1, 2, 9])
  func `a piece that fails does so when its turn comes`(failing: Int) throws {
    let ahead = Prefetcher(12) { piece in
      if piece == 0 { Thread.sleep(forTimeInterval: 0.02) }
      if piece >= failing { throw Failure(piece: piece) }
      return piece
    }
    for piece in 0..<failing { #expect(try ahead.next() == piece) }
    #expect(throws: Failure(piece: failing)) { try ahead.next() }
  }

  @Test func `what is made later is made once`() {
    let made = Later { UUID() }
    #expect(made.get() == made.get())
  }
}
