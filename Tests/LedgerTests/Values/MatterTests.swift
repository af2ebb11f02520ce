import Testing

@testable import Ledger

@Suite("Milestones and problems")
struct MatterTests {

  @Test(arguments: [
    ("2026-06-30", "2026-06-30", nil), ("2026-06-30", "2026-07-01", 1),
    ("2026-06-30", "2026-07-21", 21), ("2026-06", "2026-06-29", nil), ("2026-06", "2026-07-02", 2),
    ("2025", "2026-03-01", 60), ("2024-02-28", "2024-03-01", 2), ("2026-Q1", "2026-04-01", 1),
  ])
  func `a day that is known by its month only is the month's last`(
    due: String, day: String, late: Int?
  ) throws {
    let day = try #require(PartialDate(day))
    var matter = Matter(due: PartialDate(due))
    #expect(matter.daysOverdue(on: day) == late)
    matter.done = day
    #expect(matter.daysOverdue(on: day) == nil)
    #expect(Matter().daysOverdue(on: day) == nil)
  }

  @Test(arguments: ["", ",,,", "x,,,,", "2026-06-30,,,,,"])
  func `what is no matter is refused`(text: String) {
    #expect(Value(canonical: text, kind: .matters) == nil)
  }

  @Test func `names are in the order of their texts, apart from other fields`() {
    let keys = [
      FieldKey(.problemLog, named: "一"), FieldKey(.milestones, named: "乙"),
      FieldKey(.milestones, named: "丙"), FieldKey(.problems),
    ]
    #expect(
      keys.sorted().map(\.text) == ["milestones.丙", "milestones.乙", "problems", "problem_log.一"])
    #expect(FieldKey("milestones.") == nil && FieldKey("milestones") == nil)
  }
}
