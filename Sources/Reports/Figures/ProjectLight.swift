package import Ledger
import Wording

/// How a project's year stands against the time gone by, with the reasons.
package struct ProjectLight: Hashable, Sendable {
  package let light: LightRule.Light
  package let isOverdue: Bool
  /// What beside the figures makes it so, in words: planned starts and finishes and milestones gone by, open
  /// problems.
  package let reasons: [String]
  package let hasOpenProblem: Bool

  /// Nil when there is nothing to measure (the month, the plan of the year or what is done is unknown),
  /// unless something has gone by, a problem is open, or a plan is there without a report. `day` is what
  /// milestones are judged on. Where `through` is a day `yyyymmdd`, what happened later does not count.
  package init?(
    _ project: ProjectFigures, rule: LightRule, stages: StageOrder, year: Int, month: Int?,
    through: Int?, day: PartialDate?, catalogue: Catalogue
  ) {
    let end = month.map { PlannedWorks.end(ofMonth: $0, year: year) }
    let late =
      (end.map { Self.plansGoneBy(project, stages: stages, before: $0, through: through) } ?? [])
      + project.record.warnings(of: .milestones, on: day, catalogue)
    let problems = project.record.warnings(of: .problemLog, on: day, catalogue)
    isOverdue = !late.isEmpty
    reasons = late + problems
    hasOpenProblem = !problems.isEmpty
    let difference = month.flatMap { month in
      project.rate.map { LightRule.difference(rate: $0, month: month) }
    }
    guard
      let light = rule.light(
        difference: difference, isOverdue: isOverdue, hasOpenProblem: !problems.isEmpty,
        isUnreported: project.plan != nil && project.done == nil)
    else { return nil }
    self.light = light
  }

  /// A planned start or finish that had gone by on a day and had not happened.
  private static func plansGoneBy(
    _ project: ProjectFigures, stages: StageOrder, before day: Int, through: Int?
  ) -> [String] {
    let record = project.record
    let works = PlannedWorks(
      stage: record.reference(.stage), stages, through: through
    ) { field in
      if case .date(let date) = record[field] { date } else { nil }
    }
    return works.overdue(before: day).map { field, planned in
      let word = field == .startPlanned ? "开工" : "竣工"
      return "计划\(planned.words)\(word)，尚未\(word)"
    }
  }
}

extension Record {
  fileprivate func warnings(
    of field: Field, on day: PartialDate?, _ catalogue: Catalogue
  ) -> [String] {
    guard let day else { return [] }
    return matters(field).compactMap { $0.warning(of: field, on: day, catalogue) }
  }
}
