import Intake
import Ledger
import Operations
import Reports
import Storage
import Wording

/// The acts on a unit's reporting page.
enum UnitDueActs {
  static func act(_ context: PageContext) throws -> WebResponse {
    let time = try context.time
    let due = try context.operations.due(QuestionOptions(filter: time.values(without: [])))
    guard let part = due.part(named: context["unit"]) else { throw Failure.nowhere }
    guard try UnitDuePage.isFillable(due, context) else {
      throw Failure(422, "\(due.monthWord)的数不在这里填。", "以前月份的数到项目页修改；还没有到的月份到时再填。")
    }
    if context.form["all"] != nil { return try unchanged(due, part, context) }
    guard let id = context.form["project"].flatMap({ Int64($0) }),
      let item = try context.operations.dueItems([id], of: due).first(where: part.holds)
    else { throw Failure(422, "这个项目不在应报之列。", "回到催报页面再选。") }
    return try report(item, due, part, context)
  }

  /// Reports one project's month: an amount and 形象进度, or no change; also fills in missing fields.
  private static func report(
    _ item: MonthlyDue.Item, _ due: MonthlyDue, _ part: MonthlyDue.Part, _ context: PageContext
  ) throws -> WebResponse {
    let form = context.form
    let own =
      form["unchanged"] == nil
      ? try form["amount"].flatMap { try context.operations.amount($0) } : .zero
    let report = MonthReport(
      own: own, progress: form["progress"],
      gaps: form.items.compactMap { field in
        guard field.name.hasPrefix("v."), !field.value.isEmpty else { return nil }
        return Assignment(field: String(field.name.dropFirst(2)), text: field.value)
      }, revision: form["revision"].flatMap { Int64($0) }, seen: form.all("looked"))
    if report.isEmpty { throw Failure(422, "没有填本月的数。", "填当月完成投资，或者点“本月无变化”。") }
    do {
      let outcome = try context.operations.report(
        report, on: item, of: due, reason: reason(due, context))
      return try .done(outcome, at: try place(behind: item, part, due, context), context)
    } catch OperationError.unseenRemarks(let remarks) {
      return try context.site.ledger.reading(at: context.operations) { operations in
        try UnitDuePage.show(
          context.at(operations),
          asked: UnitDueRow.Asked(project: item.figures.id, remarks: remarks, typed: form))
      }
    } catch StorageError.stale {
      let sum = item.done.map { "\(Figures.wan($0)) 万元" } ?? "还没有"
      throw Failure(
        409, "「\(item.figures.name)」在你打开页面之后有人改过，没有写入；现在累计\(sum)。",
        "看过现在的数再填。")
    } catch OperationError.rejectedValues(let findings) {
      throw Failure.refused(
        findings.map { finding in
          let key = finding.field.map { "v." + $0.text }
          return FieldFault(
            field: form.items.first { $0.name == key }?.name ?? "amount",
            sentence: FindingGroup.groups(of: [finding]).first?.sentence(due.edition.catalogue)
              ?? finding.raw)
        })
    }
  }

  /// Reports no change for all open rows that were shown, as one entry.
  private static func unchanged(
    _ due: MonthlyDue, _ part: MonthlyDue.Part, _ context: PageContext
  ) throws -> WebResponse {
    let looked = context.form.all("looked").compactMap { text -> (ProjectID, Int64)? in
      let halves = text.split(separator: ":").compactMap { Int64($0) }
      return halves.count == 2 ? (halves[0], halves[1]) : nil
    }
    let own = Set(
      try context.operations.dueItems(looked.map(\.0), of: due).filter(part.holds).map(\.figures.id)
    )
    do {
      let outcome = try context.operations.reportUnchanged(
        Dictionary(looked.filter { own.contains($0.0) }) { first, _ in first }, of: due,
        reason: reason(due, context) + "，本月无变化")
      return try .done(
        outcome,
        at: Address("due", context["unit"], query: context.query.only(["show", "month"])), context)
    } catch StorageError.stale {
      throw Failure(409, "你打开页面之后有人改过其中的项目，都没有写入。", "看过现在的数再点。")
    }
  }

  private static func reason(_ due: MonthlyDue, _ context: PageContext) -> String {
    "\(due.monthWord)填报（\(context["unit"])）"
  }

  /// Returns to the form's row; on the page of open rows, where the reported row disappears, to the next one.
  private static func place(
    behind item: MonthlyDue.Item, _ part: MonthlyDue.Part, _ due: MonthlyDue,
    _ context: PageContext
  ) throws -> Address {
    let place = Address(
      "due", context["unit"], query: context.query.only(["show", "page", "month", "only"]))
    guard DueShown(context.query) == .open, context.query["only"] == nil else {
      return place.at("p\(item.figures.id)")
    }
    let open = try context.operations.dueProjects(due, of: part, reported: false)
    return open.first { $0 > item.figures.id }.map { place.at("p\($0)") } ?? place
  }
}
