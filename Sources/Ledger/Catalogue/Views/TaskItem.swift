/// One of the year's sub-tasks, such as 2.1 (分任务).
package struct TaskItem: Hashable, Sendable {
  /// The code without the year, such as `2.1`; the number before the point is the item's.
  package let code: String
  /// Whether it was copied from another year and not yet confirmed for this one.
  package let isDraft: Bool
  /// A summary of the task.
  package let summary: String
  package let leads: [String]
  /// 牵头, 按职责分别牵头 or 分别负责.
  package let mode: String
  package let deadline: PartialDate?
  /// The kind of deadline: `complete`, `annual_task` or `ongoing`.
  package let deadlineKind: String
  /// Whether it is about investment projects.
  package let concernsProjects: Bool
  /// The state in the loop; nil if none was recorded.
  package let state: TaskState?

  init(_ item: CatalogueItem) {
    code = item.codeOfAllYears
    isDraft = item.isDraft
    summary = item.name
    leads = item.attributes["leads"]?.texts ?? []
    mode = item.attributes["mode"]?.text ?? ""
    deadline = item.attributes["deadline"]?.text.flatMap { PartialDate($0) }
    deadlineKind = item.attributes["deadline_kind"]?.text ?? ""
    let attributes = item.attributes
    concernsProjects = attributes["projects"]?.isTrue ?? false
    state = attributes["state"].flatMap { TaskState($0) }
  }
}

extension Catalogue {
  /// The sub-tasks of a year in the report's order.
  package func tasks(of year: Int) -> [TaskItem] {
    items(of: .task).filter { $0.year == year }.map { TaskItem($0) }
  }
}
