import TestSupport
import Testing

@testable import Intake

@Suite struct MagnitudeTests {
  @Test func `名次靠数位数出来，和排序一样`() {
    var random = SeededNumbers(name: "ranks")
    for count in [1, 2, 5, 40, 4_095, 4_096, 9_000] {
      for most in [1, 3, 900, 1 << 40, Int64.max] {
        let numbers = (0..<count).map { _ in Int64.random(in: 1...most, using: &random) }
        let sorted = numbers.sorted()
        for rank in [0, (count - 1) / 2, count / 2, count - 1] {
          #expect(numbers.ranked(rank) == sorted[rank])
        }
      }
    }
  }
}
