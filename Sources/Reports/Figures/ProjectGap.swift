package import Ledger

/// What a project should say at its stage and does not, and whether its figures are of this month.
package struct ProjectGap: Sendable {
  let project: ProjectFigures
  /// The unit that is asked: the first lead unit; nil where there is none.
  let unit: String?
  /// Fields that the stages up to the project's ask for.
  let required: Int
  package let missing: [Field]
  /// Whether its figures are to be reported each month.
  let isExpected: Bool
  /// Whether they are, and the book's month is not.
  let isStale: Bool
  /// A project further on weighs more: its stage's place among the stages.
  let weight: Int

  package init(
    _ project: ProjectFigures, stages: [Stage], reporting: ReportingRule, month: Int?
  ) {
    self.project = project
    unit = project.record.references(.leadUnits).first
    let place = stages.firstIndex { $0.code == project.stage }
    let reached = place.map { stages[...$0] } ?? []
    var asked: [Field] = project.stage == nil ? [.stage] : []
    for field in [Field.leadUnits, .totalInvestment] + reached.flatMap(\.requires)
    where !asked.contains(field) {
      asked.append(field)
    }
    required = asked.count
    missing = asked.filter { field in
      field == .done ? project.done == nil : project.record[field] == nil
    }
    isExpected = reporting.expects(stage: project.stage, hasPlan: project.plan != nil)
    isStale = isExpected && month.map { !project.reports($0) } ?? false
    weight = (place ?? 0) + 1
  }

  var isGap: Bool { !missing.isEmpty || isStale }

  /// How much of what is asked for is there, from 0 to 1.
  var completeness: Double { Double(required - missing.count) / Double(max(1, required)) }
}

/// The gaps of one unit's projects.
struct UnitGaps {
  /// Nil for projects without a lead unit.
  let unit: String?
  let gaps: [ProjectGap]

  /// Fields that are there as a share of those asked for, each weighing by its project's stage.
  var completeness: Double? {
    let asked = gaps.reduce(0) { $0 + $1.required * $1.weight }
    guard asked > 0 else { return nil }
    let there = gaps.reduce(0) { $0 + ($1.required - $1.missing.count) * $1.weight }
    return Double(there) / Double(asked)
  }

  /// The share of projects to be reported whose figures reach the book's month, by weight.
  var freshness: Double? {
    let expected = gaps.filter(\.isExpected)
    let weights = expected.reduce(0) { $0 + $1.weight }
    guard weights > 0 else { return nil }
    return Double(expected.filter { !$0.isStale }.reduce(0) { $0 + $1.weight }) / Double(weights)
  }
}
