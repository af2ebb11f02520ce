import Foundation
import Synchronization
import Testing

@testable import Machine

@Suite("Parts that the cores share")
struct CoresTests {
  private struct Failure: Error, Equatable {
    let part: Int
  }

  @Test(arguments: [0, 1, 2, 7, 100])
  func `outcomes stand in the order of the parts, whoever did them`(count: Int) throws {
    let outcomes = try Cores.map(Array(0..<count), cores: 3, making: { 0 }) { done, part, _ in
      // Part 0 takes long: the others are done by other cores meanwhile.
      if part == 0 { Thread.sleep(forTimeInterval: 0.02) }
      done += 1
      return (part, done)
    }
    #expect(outcomes.map(\.0) == Array(0..<count))
    // Every part was done once, and each core counted its own.
    #expect(outcomes.count { $0.1 == 1 } <= 3)
  }

  @Test func `a part that fails ends the others, and its error is thrown`() throws {
    let begun = Atomic(0)
    #expect(throws: Failure(part: 1)) {
      try Cores.map(Array(0..<1_000)) { part in
        begun.wrappingAdd(1, ordering: .relaxed)
        if part == 1 { throw Failure(part: part) }
        Thread.sleep(forTimeInterval: 0.001)
        return part
      }
    }
    #expect(begun.load(ordering: .relaxed) < 1_000)
  }

  @Test func `whoever watches is told of finished parts and can stop all`() throws {
    var told: [Int] = []
    _ = try Cores.map(
      Array(0..<5), cores: 1, making: {},
      watch: { finished, step in told.append(finished * 10 + step) }
    ) { _, _, watch in
      for step in 0..<3 { try watch(step) }
    }
    #expect(told == [0, 0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32, 40, 41, 42])
    #expect(throws: Failure(part: 2)) {
      try Cores.map(
        Array(0..<5), cores: 2, making: {},
        watch: { finished, _ in if finished >= 2 { throw Failure(part: 2) } }
      ) { _, _, watch in
        Thread.sleep(forTimeInterval: 0.005)
        try watch(0)
      }
    }
  }

  @Test(arguments: [1, 3])
  func `a part is held by nobody but whoever works on it`(cores: Int) throws {
    final class Piece: Sendable {}
    let alone = try Cores.map((0..<20).map { _ in Piece() }, cores: cores, making: {}) {
      _, piece, _ in
      isKnownUniquelyReferenced(&piece)
    }
    #expect(alone == Array(repeating: true, count: 20))
  }
}
