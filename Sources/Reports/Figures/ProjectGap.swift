package import Ledger

/// The fields that a project lacks at its stage, and whether its figures are up to date.
package struct ProjectGap: Sendable {
  let project: ProjectFigures
  /// The unit to be asked: the first lead unit; nil if there is none.
  let unit: String?
  /// The number of fields required at the project's stage.
  let required: Int
  package let missing: [Field]
  /// Whether its figures have to be reported each month.
  let isExpected: Bool
  /// Whether they have to be, and are not reported for the book's month.
  let isStale: Bool
  /// The weight of the project: the position of its stage, so that an advanced one weighs more.
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

  /// The share of required fields that are present, from 0 to 1.
  var completeness: Double { Double(required - missing.count) / Double(max(1, required)) }
}

/// The gaps of one unit's projects.
struct UnitGaps {
  /// Nil for projects without a lead unit.
  let unit: String?
  let gaps: [ProjectGap]

  /// The share of required fields that are present, weighted by the projects' stages.
  var completeness: Double? {
    let asked = gaps.reduce(0) { $0 + $1.required * $1.weight }
    guard asked > 0 else { return nil }
    let there = gaps.reduce(0) { $0 + ($1.required - $1.missing.count) * $1.weight }
    return Double(there) / Double(asked)
  }

  /// The share of projects to be reported whose figures reach the book's month, weighted.
  var freshness: Double? {
    let expected = gaps.filter(\.isExpected)
    let weights = expected.reduce(0) { $0 + $1.weight }
    guard weights > 0 else { return nil }
    return Double(expected.filter { !$0.isStale }.reduce(0) { $0 + $1.weight }) / Double(weights)
  }
}
