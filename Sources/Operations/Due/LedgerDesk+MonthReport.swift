import Intake
package import Ledger
import Reports
import Storage
import Wording

extension LedgerDesk {
  /// Notes what a project did in the month that is due, and how far its works are: the month, the sum since
  /// January, and the year's figure where there is one, say the same afterwards. `own` nil says nothing of money.
  ///
  /// Throws `StorageError.stale` when the project is no longer as `revision` left it, `monthUnknown` where the sum of
  /// the year says more than its months and the month before is not known, and as `edit` does.
  package func report(
    _ item: MonthlyDue.Item, of due: MonthlyDue, own: Money?, progress: String?, reason: String?,
    ifRevision revision: Int64?
  ) throws -> EditOutcome {
    var assignments: [Assignment] = []
    if let own { assignments = try Self.figures(item, due, own) }
    if let progress, let month = due.edition.month,
      let period = Period.month(due.edition.year, month)
    {
      assignments.append(
        Assignment(field: FieldKey(.monthlyProgress, period).text, text: progress))
    }
    return try edit(String(item.figures.id), assignments, reason: reason, ifRevision: revision)
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

  private static func figures(
    _ item: MonthlyDue.Item, _ due: MonthlyDue, _ own: Money
  ) throws -> [Assignment] {
    let year = due.edition.year
    guard let last = due.edition.month, let month = Period.month(year, last),
      let months = Period.months(year, 1, last), let whole = Period.year(year)
    else { return [] }
    let (record, monthKey) = (item.figures.record, FieldKey(.done, month))
    let stated = record.money(.done, month)
    let reached = item.figures.reach == last ? item.figures.done : nil
    let before =
      item.doneBefore
      ?? reached.flatMap { sum in stated.flatMap { sum.adding(Money(fen: -$0.fen)) } }
    guard let sum = before?.adding(own) else {
      if reached != nil { throw OperationError.monthUnknown(item.figures.name) }
      return [Assignment(field: monthKey.text, text: own.wanYuan)]
    }
    var keys = [(FieldKey(.done, months), sum)]
    if last > 1, stated != nil { keys.append((monthKey, own)) }
    if record.money(.done, whole) != nil, item.yearReaches {
      keys.append((FieldKey(.done, whole), sum))
    }
    return keys.map { Assignment(field: $0.0.text, text: $0.1.wanYuan) }
  }
}
