import Testing

@testable import Machine

@Suite("Values handed over between two cores")
struct HandoverTests {
  private struct Failure: Error, Equatable { let side: String }

  @Test func `every value comes, in order`() throws {
    var used: [Int] = []
    try BoundedQueue<Int>.run(room: 2) { hand in
      for value in 0..<1_000 { try hand(value) }
    } use: {
      used.append($0)
    }
    #expect(used == Array(0..<1_000))
  }

  @Test func `what the maker throws comes behind the values made before`() {
    var used: [Int] = []
    #expect(throws: Failure(side: "maker")) {
      try BoundedQueue<Int>.run(room: 2) { hand in
        try hand(1)
        throw Failure(side: "maker")
      } use: {
        used.append($0)
      }
    }
    #expect(used == [1])
  }

  @Test func `the maker ends when the user throws`() {
    #expect(throws: Failure(side: "user")) {
      try BoundedQueue<Int>.run(room: 2) { hand in
        while true { try hand(1) }
      } use: { _ in
        throw Failure(side: "user")
      }
    }
  }
}
