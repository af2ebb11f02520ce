import Ledger
import Wording

/// 任务总台账: the year's sub-tasks with lead units, deadline, their projects, and their step in
/// 交办—落实—督办—反馈—办结.
package struct TasksBook: Sendable {
  private let source: BookSource

  package init(_ source: BookSource) { self.source = source }

  package static let title = "重点任务总台账"

  private struct Line {
    let task: TaskItem
    let projects: FigureSums
  }

  package var sheets: [ReportSheet] {
    let groups = groups
    return [
      table(of: groups.flatMap(\.rows)).sheet(
        .init(
          name: "任务", title: source.title("\(source.year)年重点工作任务总台账"), words: [sentence],
          unit: "万元",
          nothing: "\(source.year)年任务未下达"), source.edition, groups: groups,
        captions: [
          "关联项目：任务所属产业链的项目、任务所属清单的项目和报告点名的项目，每个项目在一项任务里只计一次",
          "环节分为\(TaskState.Step.allCases.map(\.rawValue).joined(separator: "、"))，由牵头单位或督查室登记；未登记的为空白，各项任务都没有登记的内容不列",
        ])
    ]
  }

  private func table(of lines: [Line]) -> ReportTable<Line> {
    // Columns about the steps appear once somebody has recorded one.
    let states = lines.compactMap(\.task.state)
    let loop: [(ReportTable<Line>.Column, Bool)] = [
      (.centred("环节", 8...8) { $0.task.state?.step.rawValue }, !states.isEmpty),
      (
        .centred("登记时间", 14...16) { $0.task.state?.day?.words }, states.contains { $0.day != nil }
      ),
      (.text("进展说明", 20...36) { $0.task.state?.note }, states.contains { $0.note != nil }),
      (.text("文件", 12...24) { $0.task.state?.document }, states.contains { $0.document != nil }),
    ]
    let projects: [ReportTable<Line>.Column] =
      lines.allSatisfy { $0.projects.count == 0 }
      ? []
      : [
        .cell("关联项目", 9...10) { .countOrBlank($0.projects.count) },
        .cell("总投资", 10...15) { .number($0.projects.total?.double(in: .wanYuan), .wan) },
      ]
    return ReportTable(
      columns: [
        .centred("任务号", 8...8) { $0.task.code }, .text("任务", 30...44) { $0.task.summary },
        .centred("牵头单位", 16...28) { line in
          line.task.leads.map { source.catalogue.name(of: .unit, $0) }.joined(separator: "、")
        },
        .centred("方式", 8...14) { $0.task.mode }, .centred("时限", 12...24) { deadline($0.task) },
      ] + projects + loop.filter(\.1).map(\.0))
  }

  private var groups: [ReportTable<Line>.Group] {
    let linker = TaskProjects(source)
    let lines = source.catalogue.tasks(of: source.year).map { task in
      Line(task: task, projects: FigureSums(linker.projects(of: task)))
    }
    let byItem = Dictionary(grouping: lines) { $0.task.code.prefix { $0 != "." } }
    return byItem.keys.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }.map { item in
      let name = itemNames[String(item)]
      return .init(heading: "\(item)．\(name ?? "")", rows: byItem[item] ?? [])
    }
  }

  /// The names of the items that sub-tasks belong to.
  private var itemNames: [String: String] {
    let sections = source.catalogue.setting("task-outline")?["sections"]?.items ?? []
    let items = sections.flatMap { $0["items"]?.items ?? [] }
    return Dictionary(
      items.compactMap { item in
        item["number"]?.text.flatMap { number in item["name"]?.text.map { (number, $0) } }
      }
    ) { first, _ in first }
  }

  private func deadline(_ task: TaskItem) -> String? {
    let date = task.deadline.map(day)
    let kinds = source.catalogue.setting("task-words")?["deadline_kinds"]
    guard let words = kinds?[task.deadlineKind]?.text else { return date }
    return words.contains("{date}") ? date.map { words.replacing("{date}", with: $0) } : words
  }

  /// 12月底 for the last day of a month; the year only if it differs from the book's.
  private func day(_ date: PartialDate) -> String {
    let year = date.year == source.year ? "" : "\(date.year)年"
    switch date.precision {
    case .month(let month): return "\(year)\(month)月底"
    case .day(let month, let day):
      let end = PartialDate(year: date.year, .month(month))?.lastDay
      return "\(year)\(month)月" + (end == date.lastDay ? "底" : "\(day)日")
    case .year, .half, .quarter: return date.text
    }
  }

  private var sentence: String {
    let tasks = source.catalogue.tasks(of: source.year)
    let drafts = tasks.count(where: \.isDraft)
    if drafts == tasks.count {
      return "\(source.year)年任务未下达\(drafts == 0 ? "" : "，以下\(drafts)项沿用上年，供核定")。"
    }
    let steps = TaskState.Step.allCases.compactMap { step -> String? in
      let count = tasks.count { $0.state?.step == step }
      return count == 0 ? nil : "\(step.rawValue)\(count)项"
    }
    let open = tasks.count { $0.state == nil }
    let words = steps + (open == 0 ? [] : ["未登记\(open)项"])
    return "共\(tasks.count)项任务：\(words.joined(separator: "，"))"
      + (drafts == 0 ? "。" : "；其中\(drafts)项沿用上年，未下达。")
  }
}
