package import Ledger

/// How a project's year stands against the time gone by, with the reason.
package struct ProjectLight: Hashable, Sendable {
  package let light: LightRule.Light
  package let isOverdue: Bool

  /// Nil when the month, the plan of the year or what is done is unknown: there is nothing to
  /// measure. A milestone gone by is serious whatever the figures say.
  package init?(
    _ project: ProjectFigures, rule: LightRule, stages: StageOrder, year: Int, month: Int?
  ) {
    guard let month else { return nil }
    isOverdue = Self.isOverdue(project, stages: stages, year: year, month: month)
    if let rate = project.rate {
      let time = Double(month) / 12
      light = rule.light(difference: (rate - time) * 100, isOverdue: isOverdue)
    } else if isOverdue && rule.overdueIsSerious {
      light = .serious
    } else {
      return nil
    }
  }

  /// A planned start or finish lies before the month and has not happened.
  private static func isOverdue(
    _ project: ProjectFigures, stages: StageOrder, year: Int, month: Int
  ) -> Bool {
    let today = year * 10_000 + month * 100 + 31
    func isPast(_ field: Field) -> Bool {
      guard case .date(let date) = project.record[field] else { return false }
      return date.lastDay < today - 31
    }
    let order = stages.order(of: project.stage)
    let isStarted = order >= stages.start || project.record[.startActual] != nil
    let isFinished = order >= stages.produce || project.record[.finishActual] != nil
    return (isPast(.startPlanned) && !isStarted) || (isPast(.finishPlanned) && !isFinished)
  }
}

/// The order of stages, and where works begin and production does.
package struct StageOrder: Hashable, Sendable {
  private let orders: [String: Int]
  /// The order of the stage that `start_actual` dates.
  package let start: Int
  /// The order of the stage that `production_date` dates.
  package let produce: Int

  package init(_ catalogue: Catalogue) {
    let stages = catalogue.stages
    orders = Dictionary(stages.map { ($0.code, $0.order) }) { first, _ in first }
    start = stages.first { $0.dateField == .startActual }?.order ?? .max
    produce = stages.first { $0.dateField == .productionDate }?.order ?? .max
  }

  /// From 1; 0 for a project without a stage.
  package func order(of stage: String?) -> Int { stage.flatMap { orders[$0] } ?? 0 }
}
