import Ledger
import Operations
import Reports
import Wording

/// A project's row on a unit's reporting page.
struct UnitDueRow {
  let due: MonthlyDue
  let shown: DueShown
  let asked: Asked?

  /// A question about a row before it is written, with what was typed into it.
  struct Asked {
    let project: ProjectID
    let remarks: [String]
    let typed: Query
  }

  /// `before` and `after` are the adjacent rows.
  func view(
    _ item: MonthlyDue.Item, isFillable: Bool, before: ProjectID?, after: ProjectID?
  ) -> View {
    let id = item.figures.id
    let asked = asked.flatMap { $0.project == id ? $0 : nil }
    let missing = item.missing.compactMap(key)
    return View([
      "fillable": isFillable, "id": id, "revision": item.revision,
      "keep": "\(due.month?.text ?? "")-\(id)",
      "name": item.figures.name,
      "href": Address.project(id, asOf: due.edition.filter.asOf),
      "before": item.doneBefore.map { Figures.wan($0) },
      "monthDone": item.doneInMonth.map { Figures.wan($0) },
      "monthBeforeDone": item.doneInMonthBefore.map { Figures.wan($0) },
      "done": item.done.map { Figures.wan($0) },
      "plan": item.figures.plan.map { Figures.wan($0) },
      "rate": item.rate.map(Figures.percent), "progress": item.figures.record.text(.progress),
      "isReported": item.isReported, "isApart": item.isApart,
      "hasGap": item.isApart && !item.isCarriable,
      "amount": asked?.typed["amount"], "typedProgress": asked?.typed["progress"],
      "isUnchanged": asked?.typed["unchanged"] != nil,
      "remarks": (asked?.remarks ?? []).map { View(["remark": $0]) },
      "isAsked": asked != nil,
      "missing": item.missing.isEmpty
        ? nil : item.missing.map(\.label).joined(separator: "、"),
      "missingCount": item.missing.count, "showsGaps": shown == .gaps || asked != nil,
      "gaps": missing.map { key in
        View([
          "key": key.text, "label": key.field.label, "value": asked?.typed["v." + key.text],
          "hint": hint(key.field),
        ])
      },
      "hasGaps": !missing.isEmpty && isFillable,
      "previousRow": before, "nextRow": after,
    ])
  }

  /// The key that a missing field is filled in under; nil if it is filled in elsewhere.
  private func key(_ field: Field) -> FieldKey? {
    switch field.kind {
    case .series where field != .done: Period.year(due.edition.year).map { FieldKey(field, $0) }
    case .series, .texts, .matters, .memberships: nil
    default: FieldKey(field)
    }
  }

  private func hint(_ field: Field) -> String {
    switch field.kind {
    case .money, .series: "万元"
    case .date: "如 2026-06"
    default: ""
    }
  }
}
