/// When the works of a project were to start and to finish, against what has happened.
package struct PlannedWorks: Hashable, Sendable {
  private let start: PartialDate?
  private let finish: PartialDate?
  private let isStarted: Bool
  private let isFinished: Bool

  /// The fields that say it, beside the stage.
  package static let dates: [Field] = [.startPlanned, .startActual, .finishPlanned, .finishActual]

  /// A stage that lies behind an act says that it happened, as its date does.
  package init(stage: String?, _ stages: StageOrder, date: (Field) -> PartialDate?) {
    let order = stages.order(of: stage)
    start = date(.startPlanned)
    finish = date(.finishPlanned)
    isStarted = order >= stages.start || date(.startActual) != nil
    isFinished = order >= stages.produce || date(.finishActual) != nil
  }

  /// The day `yyyymmdd` that no month has: what lies before a month lies before it.
  package static func eve(ofMonth month: Int, year: Int) -> Int { year * 10_000 + month * 100 }

  /// What was to happen by a day `yyyymmdd` and has not.
  package func overdue(by day: Int) -> [(field: Field, planned: PartialDate)] {
    let plans: [(Field, PartialDate?, isDone: Bool)] = [
      (.startPlanned, start, isStarted), (.finishPlanned, finish, isFinished),
    ]
    return plans.compactMap { field, planned, isDone in
      guard !isDone, let planned, planned.lastDay <= day else { return nil }
      return (field, planned)
    }
  }
}
