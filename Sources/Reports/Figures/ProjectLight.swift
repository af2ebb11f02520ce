package import Ledger
import Wording

/// A project's year compared with the time elapsed, with the reasons.
package struct ProjectLight: Hashable, Sendable {
  package let light: LightRule.Light
  package let isOverdue: Bool
  /// The reasons besides figures, in words: missed planned starts, finishes and milestones, open problems.
  package let reasons: [String]
  package let hasOpenProblem: Bool
  /// The earliest day on which something of the reasons was due or raised; nil if none states a day.
  package let since: PartialDate?

  /// Nil if there is nothing to measure (the month, the year's plan or the sum done is unknown), unless a date was
  /// missed, a problem is open, or a plan exists without a report. Milestones are judged on `day`. `through` is a day
  /// `yyyymmdd` after which events do not count.
  package init?(
    _ project: ProjectFigures, rule: LightRule, stages: StageOrder, year: Int, month: Int?,
    through: Int?, day: PartialDate?, catalogue: Catalogue
  ) {
    let end = month.map { PlannedWorks.end(ofMonth: $0, year: year) }
    let plans =
      end.map { Self.plansGoneBy(project, stages: stages, before: $0, through: through) } ?? []
    let late =
      plans.map(Self.words) + project.record.warnings(of: .milestones, on: day, catalogue)
    let problems = project.record.warnings(of: .problemLog, on: day, catalogue)
    since = (plans.map(\.planned) + project.record.daysOfWarnings(on: day)).min {
      $0.lastDay < $1.lastDay
    }
    isOverdue = !late.isEmpty
    reasons = late + problems
    hasOpenProblem = !problems.isEmpty
    let difference = project.monthElapsed(in: month).flatMap { month in
      project.rate.map { LightRule.difference(rate: $0, month: month) }
    }
    guard
      let light = rule.light(
        difference: difference, isOverdue: isOverdue, hasOpenProblem: !problems.isEmpty,
        isUnreported: project.plan != nil && project.done == nil)
    else { return nil }
    self.light = light
  }

  /// The planned starts and finishes missed before a day.
  private static func plansGoneBy(
    _ project: ProjectFigures, stages: StageOrder, before day: Int, through: Int?
  ) -> [(field: Field, planned: PartialDate)] {
    let record = project.record
    let works = PlannedWorks(
      stage: record.reference(.stage), stages, through: through
    ) { field in
      if case .date(let date) = record[field] { date } else { nil }
    }
    return works.overdue(before: day)
  }

  private static func words(_ plan: (field: Field, planned: PartialDate)) -> String {
    let word = plan.field == .startPlanned ? "开工" : "竣工"
    return "计划\(plan.planned.words)\(word)，尚未\(word)"
  }
}

extension Record {
  fileprivate func warnings(
    of field: Field, on day: PartialDate?, _ catalogue: Catalogue
  ) -> [String] {
    guard let day else { return [] }
    return matters(field, on: day).compactMap { $0.warning(of: field, on: day, catalogue) }
  }

  /// The days of the overdue milestones and of the open problems, as far as they are known.
  fileprivate func daysOfWarnings(on day: PartialDate?) -> [PartialDate] {
    guard let day else { return [] }
    return matters(.milestones).compactMap {
      $0.matter.daysOverdue(on: day) == nil ? nil : $0.matter.due
    } + matters(.problemLog).compactMap { $0.matter.isOpen ? $0.matter.raised : nil }
  }
}
