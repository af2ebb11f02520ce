import TestSupport
import Testing

@testable import Ledger

@Suite("A stretch of time")
struct DateSpanTests {
  @Test func `写出来再读是同一段`() throws {
    var random = SeededNumbers(31)
    for _ in 0..<500 {
      let dates = [random.date(), nil, random.date()]
      guard let first = dates.randomElement(using: &random),
        let last = dates.randomElement(using: &random), let span = DateSpan(first, last)
      else { continue }
      #expect(DateSpan(span.text) == span)
    }
  }

  @Test(arguments: [
    ("2026-Q3", "2026-08", true), ("2026-Q3", "2026-Q3", true), ("2026-Q3", "2026-09-30", true),
    ("2026-Q3", "2026", false), ("2026-Q3", "2026-H2", false), ("2026-Q3", "2026-10-01", false),
    ("2026-03..2026-06", "2026-Q2", true), ("2026-03..2026-06", "2026-H1", false),
    ("2026-07..", "2199", true), ("2026-07..", "2026", false), ("..2026-06", "2026-H1", true),
    ("..2026-06", "2026-07-01", false), ("2026", "2026-02-28", true),
  ])
  func `日期的每一天都在里面才算`(span: String, date: String, isInside: Bool) throws {
    let span = try #require(DateSpan(span))
    #expect(span.contains(try #require(PartialDate(date))) == isInside)
  }

  @Test(arguments: ["", "..", "2026-06..2026-05", "2026-13", "6月", "2026-01..x", "2026...2027"])
  func `别的都不是一段时间`(text: String) { #expect(DateSpan(text) == nil) }
}
