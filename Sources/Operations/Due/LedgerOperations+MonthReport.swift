package import Intake
package import Ledger
import Reports
import Storage
package import Wording

extension LedgerOperations {
  /// Records a project's done investment in the due month, its progress and missing values. The month, the sum since
  /// January and an existing figure of the year stay consistent; for a month that the books have not reached,
  /// only its own figure is recorded.
  ///
  /// Throws `StorageError.stale` if the project changed since it was looked at, `unseenRemarks` before writing
  /// if the figure is out of proportion, `monthUnknown` if the year's sum exceeds its months and the month
  /// before is unknown, and the errors of `edit`.
  package func report(
    _ report: MonthReport, on item: MonthlyDue.Item, of due: MonthlyDue, reason: String?
  ) throws -> EditOutcome {
    var assignments = report.gaps
    if let own = report.own {
      assignments += try due.figures(own, of: item).map {
        Assignment(field: $0.key.text, text: $0.amount.wanYuan)
      }
    }
    if let progress = report.progress, let month = due.month {
      assignments.append(
        Assignment(field: FieldKey(.monthlyProgress, month).text, text: progress))
    }
    return try edit(
      String(item.figures.id), assignments, reason: reason, ifRevision: report.revision,
      seen: report.seen,
      remarks: report.own.map { due.remarks($0, on: item).map(\.sentence) } ?? [])
  }

  /// The amount that a typed text means, parsed like a cell; throws `rejectedValues`.
  package func amount(_ text: String) throws -> Money? {
    try reading { _, catalogue in
      let field = "\(Field.done.id).\(currentYear)-01"
      let values = try read([Assignment(field: field, text: text)], catalogue).values
      if case .money(let money)? = values.first?.value { return money }
      return nil
    }
  }
}

extension MonthlyDue {
  /// The month of the reports.
  package var month: Period? { edition.month.flatMap { Period.month(edition.year, $0) } }

  /// The questions to ask before a done investment of `own` in the month is written.
  package func remarks(_ own: Money, on item: Item) -> [MonthRemark] {
    let rest = item.figures.plan.flatMap { plan in
      item.doneBefore.flatMap { plan.adding(Money(fen: -$0.fen)) }
    }
    var remarks = MonthRemark.all(of: own, rest: rest, monthBefore: item.doneInMonthBefore)
    if isAhead, let month, item.statesEachMonth(before: month) {
      remarks.append(.movesLedger(month: Int(month.lastMonth)))
    }
    return remarks
  }

  /// The values that state a done investment of `own` in the month; throws `monthUnknown`.
  func figures(_ own: Money, of item: Item) throws -> [(key: FieldKey, amount: Money)] {
    guard let month else { return [] }
    let alone = (key: FieldKey(.done, month), amount: own)
    if isAhead { return [alone] }
    let stated = item.figures.record.money(.done, month)
    let reached = item.figures.reach == Int(month.lastMonth) ? item.figures.done : nil
    let before =
      item.doneBefore
      ?? reached.flatMap { sum in stated.flatMap { sum.adding(Money(fen: -$0.fen)) } }
    guard let sum = before?.adding(own) else {
      if reached != nil { throw OperationError.monthUnknown(item.figures.name) }
      return [alone]
    }
    return (month.lastMonth > 1 && stated != nil ? [alone] : []) + sums(sum, of: item)
  }

  /// The values that state a sum since January: that of the months, and that of the year if it exists.
  func sums(_ sum: Money, of item: Item) -> [(key: FieldKey, amount: Money)] {
    guard let month, let months = Period.months(edition.year, 1, Int(month.lastMonth)),
      let whole = Period.year(edition.year)
    else { return [] }
    let isYears = item.figures.record.money(.done, whole) != nil && item.yearReaches
    return ([months] + (isYears ? [whole] : [])).map { (FieldKey(.done, $0), sum) }
  }
}

extension MonthlyDue.Item {
  /// Whether all earlier months of the year are stated one by one, so that this month completes a sum.
  fileprivate func statesEachMonth(before month: Period) -> Bool {
    (1..<Int(month.lastMonth)).allSatisfy { number in
      Period.month(Int(month.year), number)
        .map { figures.record.money(.done, $0) != nil } ?? false
    }
  }
}
