/// The planned start and finish of a project's construction, and whether they happened.
package struct PlannedWorks: Hashable, Sendable {
  private let start: PartialDate?
  private let finish: PartialDate?
  private let isStarted: Bool
  private let isFinished: Bool

  /// The fields it uses, apart from the stage.
  package static let dates: [Field] = [.startPlanned, .startActual, .finishPlanned, .finishActual]

  /// A start or finish has happened if it has a date, or the project is at or past the stage it leads
  /// to. With a day `yyyymmdd`, a later date means that it had not happened by then.
  package init(
    stage: String?, _ stages: StageOrder, through day: Int?, date: (Field) -> PartialDate?
  ) {
    let order = stages.order(of: stage)
    func happened(_ field: Field, _ from: Int) -> Bool {
      guard let done = date(field) else { return order >= from }
      return day.map { done.firstDay <= $0 } ?? true
    }
    start = date(.startPlanned)
    finish = date(.finishPlanned)
    isStarted = happened(.startActual, stages.start)
    isFinished = happened(.finishActual, stages.produce)
  }

  /// The last day `yyyymmdd` of a month.
  package static func end(ofMonth month: Int, year: Int) -> Int {
    PartialDate(year: year, .month(month))?.lastDay ?? year * 10_000 + month * 100 + 31
  }

  /// The plans before a day `yyyymmdd` that have not happened: one due on the day itself is not late.
  package func overdue(before day: Int) -> [(field: Field, planned: PartialDate)] {
    overdue(by: day - 1)
  }

  /// The plans up to a day `yyyymmdd` that have not happened.
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
