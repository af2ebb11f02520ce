import Testing

@testable import Ledger

@Suite("Milestones and problems")
struct MatterTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue.shipped() }

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

  private func warning(_ field: Field, _ matter: Matter) -> String? {
    PartialDate("2026-07-21").flatMap {
      NamedMatter(name: "主体封顶", matter: matter).warning(of: field, on: $0, catalogue)
    }
  }

  @Test func `a milestone is told of when it is late, a problem while it is open`() {
    let late = Matter(due: PartialDate("2026-06-30"))
    let coming = Matter(due: PartialDate("2026-07-21"), unit: "drc")
    #expect(warning(.milestones, late) == "节点“主体封顶”应于 2026-06-30 完成，已逾期 21 天")
    #expect(warning(.milestones, coming) == nil)
    #expect(
      warning(.problemLog, coming) == "问题“主体封顶”已移交市发展改革委，应于 2026-07-21 办结，尚未办结")
    #expect(warning(.problemLog, Matter()) == "问题“主体封顶”尚未办结")
    #expect(warning(.problemLog, Matter(done: PartialDate("2026-07-01"))) == nil)
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
