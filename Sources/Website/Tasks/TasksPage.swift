import Ledger
import Operations
import Wording

/// 任务: the year's tasks by step, overdue ones first.
enum TasksPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let standing = try context.operations.standing(asOf: try context.asOf)
    let catalogue = try context.operations.catalogue()
    let today = try context.asOf ?? context.operations.today
    let (step, unit) = (context.query["step"], context.query["unit"])
    let tasks = catalogue.tasks(of: standing.year).filter { task in
      unit.map { unit in task.leads.contains { catalogue.name(of: .unit, $0) == unit } } ?? true
    }
    let shown = tasks.filter { task in
      step.map { step in step == "未登记" ? task.state == nil : task.state?.step.rawValue == step }
        ?? true
    }.sorted { late($0, today) ?? 0 > late($1, today) ?? 0 }
    let steps = TaskState.Step.allCases.map(\.rawValue)
    return try context.page(
      Page(
        "tasks", title: "任务", in: .tasks,
        View([
          "year": standing.year, "total": shown.count,
          "steps": (["未登记"] + steps).map { name in
            View([
              "step": name, "current": step == name,
              "count": tasks.count {
                name == "未登记" ? $0.state == nil : $0.state?.step.rawValue == name
              },
              "href": Address(
                "tasks", query: context.query.without("done").setting("step", to: name)),
            ])
          },
          "allHref": Address("tasks", query: context.query.without("step", "done")),
          "unit": unit,
          "rows": shown.map { row($0, today, catalogue) },
          "bookHref": Address("books", "tasks"),
        ])))
  }

  /// The number of days that an open task is overdue; nil if it is not.
  private static func late(_ task: TaskItem, _ day: PartialDate) -> Int? {
    guard task.state?.step != .closed, let deadline = task.deadline else { return nil }
    let days = day.lastDayNumber - deadline.lastDayNumber
    return days > 0 ? days : nil
  }

  private static func row(_ task: TaskItem, _ day: PartialDate, _ catalogue: Catalogue) -> View {
    View([
      "code": task.code, "task": task.summary, "href": Address("tasks", task.code),
      "leads": task.leads.map { name in
        let unit = catalogue.name(of: .unit, name)
        return View(["unit": unit, "href": Address("tasks", query: ["unit": unit])])
      },
      "deadline": task.deadline.map { $0.text }, "step": task.state?.step.rawValue,
      "when": task.state?.day.map { $0.text }, "note": task.state?.note,
      "late": late(task, day).map { "逾期 \($0) 天" },
    ])
  }

  /// One task: its text, its state and the next step.
  static func task(_ context: PageContext) throws -> WebResponse {
    let standing = try context.operations.standing(asOf: try context.asOf)
    let catalogue = try context.operations.catalogue()
    guard let task = catalogue.tasks(of: standing.year).first(where: { $0.code == context["task"] })
    else { throw Failure.nowhere }
    let today = try context.asOf ?? context.operations.today
    let chains = catalogue.chains.filter { $0.task == task.code }
    return try context.page(
      Page(
        "task", title: "任务 \(task.code)", in: .tasks,
        View([
          "row": row(task, today, catalogue), "mode": task.mode,
          "document": task.state?.document,
          "chains": chains.map {
            View(["chain": $0.name, "href": Address("chains", $0.name)])
          },
          "steps": TaskState.Step.allCases.map {
            View(["step": $0.rawValue, "current": $0 == task.state?.step])
          },
          "action": Address("tasks", task.code), "today": today.text,
          "mayAdvance": mayAdvance(task, context),
        ])))
  }

  private static func mayAdvance(_ task: TaskItem, _ context: PageContext) -> Bool {
    let reach = context.permissions.reach(of: .tasks)
    return reach.isEverything || task.leads.contains(where: reach.units.contains)
  }

  static func advance(_ context: PageContext) throws -> WebResponse {
    let entry = try context.operations.advance(
      task: context["task"], to: context.form["step"] ?? "", note: context.form["note"],
      document: context.form["document"], on: context.day("date"))
    return .seeOther(
      Address("tasks", context["task"], query: ["done": String(entry.number)]))
  }
}
