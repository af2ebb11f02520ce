import Ledger
import Operations
import Storage
import Wording

/// 转段, 节点, 问题: acts on a project, each with a date and a document.
enum ActsPage {
  static func move(_ context: PageContext) throws -> WebResponse {
    let view = try context.project(for: .edit)
    let stages = view.catalogue.stages
    let present = stages.firstIndex { $0.code == view.project.record.reference(.stage) }
    let next = min(present.map { $0 + 1 } ?? 0, max(0, stages.count - 1))
    let today = try context.operations.today
    return try context.page(
      Page(
        "move", title: "转段", in: .projects,
        View([
          "name": view.project.record.text(.name) ?? "（未命名）",
          "back": Address.project(view.project.id),
          "action": Address("projects", String(view.project.id), "move"),
          "stages": stages.enumerated().map {
            View(["stage": $0.element.name, "current": $0.offset == next])
          },
          "today": today.text,
          "batches": [today.year, today.year + 1].flatMap { year -> [String] in
            view.catalogue.batches.map { BatchClause(name: $0, year: year).text }
          }.map { View(["batch": $0]) },
        ])))
  }

  static func doMove(_ context: PageContext) throws -> WebResponse {
    let form = context.form
    let outcome = try context.operations.move(
      context["project"],
      StageMove(
        stage: form["stage"] ?? "", date: try context.day("date"), evidence: form["evidence"],
        batch: form["batch"], reason: form["reason"]))
    return try after(outcome, context)
  }

  static func matters(_ context: PageContext) throws -> WebResponse {
    let view = try context.project(for: .edit)
    func lines(_ field: Field) -> [View] {
      view.project.record.matters(field).map {
        View([
          "matter": $0.name, "state": $0.matter.words(of: field, view.catalogue),
          "open": $0.matter.isOpen,
        ])
      }
    }
    return try context.page(
      Page(
        "acts", title: "节点和问题", in: .projects,
        View([
          "name": view.project.record.text(.name) ?? "（未命名）",
          "back": Address.project(view.project.id),
          "action": Address("projects", String(view.project.id), "matters"),
          "milestones": lines(.milestones), "problems": lines(.problemLog),
          "today": try context.operations.today.text,
        ])))
  }

  static func doMatter(_ context: PageContext) throws -> WebResponse {
    let form = context.form
    guard let name = form["name"] else { throw Failure(422, "没有写是什么。", "写节点或问题，一句话。") }
    var act = MatterAct()
    act.due = try context.day("due")
    act.person = form["person"]
    act.document = form["document"]
    act.reason = form["reason"]
    act.isRemoved = form["do"] == "remove"
    let isProblem = form["kind"] == "problem"
    if isProblem {
      act.unit = form["unit"]
      act.isClosed = form["do"] == "done"
      act.date = try context.day("date")
      return try after(context.operations.problem(context["project"], name, act).edit, context)
    }
    if form["do"] == "done" { act.done = try context.day("date") ?? context.operations.today }
    return try after(context.operations.milestone(context["project"], name, act).edit, context)
  }

  private static func after(
    _ outcome: EditOutcome, _ context: PageContext
  ) throws -> WebResponse {
    try .done(
      outcome, at: Address("projects", outcome.project.map { String($0) } ?? context["project"]),
      context)
  }
}
