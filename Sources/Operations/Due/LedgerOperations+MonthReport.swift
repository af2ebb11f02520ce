package import Intake
package import Ledger
import Reports
import Storage
import Wording

extension LedgerOperations {
  /// Notes what a project did in the month that is due, how far its works are, and what was missing: the month, the
  /// sum since January, and the year's figure where there is one, say the same afterwards. Of a month that the books
  /// do not reach yet the month's own figure alone is noted.
  ///
  /// Throws `StorageError.stale` when the project is no longer as it was looked at, `unseenRemarks` before anything is
  /// written where the figure is out of proportion, `monthUnknown` where the sum of the year says more than its months
  /// and the month before is not known, and as `edit` does.
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
      remarks: report.own.map { Self.remarks($0, item, due).map(\.sentence) } ?? [])
  }

  /// What an amount means that is typed as a cell would have it; throws `rejectedValues`.
  package func amount(_ text: String) throws -> Money? {
    try reading { _, catalogue in
      let field = "\(Field.done.id).\(currentYear)-01"
      let values = try read([Assignment(field: field, text: text)], catalogue).values
      if case .money(let money)? = values.first?.value { return money }
      return nil
    }
  }

  private static func remarks(
    _ own: Money, _ item: MonthlyDue.Item, _ due: MonthlyDue
  ) -> [MonthRemark] {
    let rest = item.figures.plan.flatMap { plan in
      item.doneBefore.flatMap { plan.adding(Money(fen: -$0.fen)) }
    }
    var remarks = MonthRemark.all(of: own, rest: rest, monthBefore: item.doneInMonthBefore)
    if due.isAhead, let month = due.month, item.statesEachMonth(before: month) {
      remarks.append(.movesLedger(month: Int(month.lastMonth)))
    }
    return remarks
  }
}

extension MonthlyDue {
  /// The month that it is about.
  package var month: Period? { edition.month.flatMap { Period.month(edition.year, $0) } }

  /// What states that a project did so much in the month; throws `monthUnknown`.
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

  /// What states that a project did so much since January: the months' sum, and the year's where there is one.
  func sums(_ sum: Money, of item: Item) -> [(key: FieldKey, amount: Money)] {
    guard let month, let months = Period.months(edition.year, 1, Int(month.lastMonth)),
      let whole = Period.year(edition.year)
    else { return [] }
    let isYears = item.figures.record.money(.done, whole) != nil && item.yearReaches
    return ([months] + (isYears ? [whole] : [])).map { (FieldKey(.done, $0), sum) }
  }
}

extension MonthlyDue.Item {
  /// Whether all months before one are stated one by one, so that it makes a sum of the year with them.
  fileprivate func statesEachMonth(before month: Period) -> Bool {
    (1..<Int(month.lastMonth)).allSatisfy { number in
      Period.month(Int(month.year), number)
        .map { figures.record.money(.done, $0) != nil } ?? false
    }
  }
}
