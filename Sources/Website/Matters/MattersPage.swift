import Ledger
import Operations
import Wording

/// 节点, 问题: the milestones or problems of all filtered projects, earliest due date first.
enum MattersPage {
  private static let pageSize = 200

  static func show(_ field: Field, _ context: PageContext) throws -> WebResponse {
    let shown = context.query["show"]
    let choice: MatterChoice =
      switch shown {
      case "overdue": .overdue
      case "all": .all
      default: .open
      }
    let options = QuestionOptions(filter: context.query.values(without: ["show", "page", "done"]))
    let list = try context.operations.matters(field, choice, of: nil, options)
    let page = max(1, min(context.query["page"].flatMap { Int($0) } ?? 1, 100_000))
    let items = list.items.dropFirst((page - 1) * pageSize).prefix(pageSize)
    func address(_ name: String, _ value: String?) -> Address {
      let rest = context.query.without(name, "page", "done")
      return Address(path: context.request.path, query: value.map { rest.adding(name, $0) } ?? rest)
    }
    return try context.page(
      Page(
        "matters", title: field.matterWord, in: nil,
        View([
          "heading": field.matterWord, "total": list.items.count,
          "choices": [("未完成", nil), ("逾期", "overdue"), ("全部", "all")].map { label, value in
            View([
              "label": field == .problemLog && value == nil ? "未办结" : label,
              "href": address("show", value), "current": shown == value,
            ])
          },
          "items": items.map { item in
            View([
              "matter": item.named.name,
              "state": item.named.matter.words(of: field, list.catalogue),
              "late": item.daysOverdue.map { "逾期 \($0) 天" }, "project": item.projectName,
              "href": Address.project(item.project, asOf: list.filter.asOf),
            ])
          },
          "next": list.items.count > page * pageSize
            ? address("page", String(page + 1)) : nil,
          "basis": "按 \(list.day.text) 算是否逾期；\(list.filter.sentence(list.catalogue))",
        ])))
  }
}
