import Ledger
import Operations
import Wording

/// Milestones or problems as a table.
struct MatterListWords {
  private let list: MatterList
  private let choice: MatterChoice

  init(_ list: MatterList, _ choice: MatterChoice) {
    self.list = list
    self.choice = choice
  }

  private var isProblems: Bool { list.field == .problemLog }
  private var end: String { list.field.doneWord }
  private var thing: String {
    let state =
      switch choice {
      case .open: "未\(end)的"
      case .overdue: "已逾期的"
      case .all: ""
      }
    return state + list.field.matterWord
  }

  var lines: [String] {
    guard !list.items.isEmpty else { return ["没有\(thing)（截至\(list.day.words)）。"] }
    var table = TextTable(
      [
        ("编号", .right), ("项目名称", .left), (list.field.matterWord, .left),
      ] + (isProblems ? [("提出", .left), ("移交单位", .left)] : [])
        + [("应\(end)", .left), ("\(end)", .left), ("责任人", .left), ("逾期（天）", .right)])
    for item in list.items { table.add(row(item)) }
    let late = list.items.count { $0.daysOverdue != nil }
    return table.lines + [
      "",
      "共 \(list.items.count) 个\(thing)"
        + (choice == .overdue ? "" : "，其中逾期 \(late) 个") + "（截至\(list.day.words)）。",
      "口径：\(list.filter.sentence(list.catalogue))",
    ]
  }

  private func row(_ item: MatterList.Item) -> [String] {
    let matter = item.named.matter
    let handing = [
      matter.raised?.text ?? "",
      matter.unit.map { TextTable.cut(list.catalogue.name(of: .unit, $0), to: 24) } ?? "",
    ]
    return [
      String(item.project), TextTable.cut(item.projectName, to: 40),
      TextTable.cut(item.named.name, to: 40),
    ] + (isProblems ? handing : [])
      + [
        matter.due?.text ?? "", matter.done?.text ?? "", matter.person ?? "",
        item.daysOverdue.map { String($0) } ?? "",
      ]
  }
}
