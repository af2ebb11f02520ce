import Ledger
import Storage

/// One page: which template shows which view, and where it stands among the others.
struct Page: Sendable {
  /// The name of its template.
  let template: String
  /// What the window is called.
  let title: String
  let section: Section?
  let view: View
  var status = 200
  /// The list that it shows, where it follows from nothing else.
  var follows: ListedPage?

  init(_ template: String, title: String, in section: Section?, _ view: View, status: Int = 200) {
    self.template = template
    self.title = title
    self.section = section
    self.view = view
    self.status = status
  }

  /// The entries of the bar at the top of every page, in their order.
  enum Section: String, CaseIterable, Sendable {
    case overview, projects, chains, due, imports, books, targets, tasks, entries

    var label: String {
      switch self {
      case .overview: "总览"
      case .projects: "项目"
      case .chains: "产业链"
      case .due: "催报"
      case .imports: "导入"
      case .books: "报表"
      case .targets: "目标"
      case .tasks: "任务"
      case .entries: "凭证"
      }
    }

    var address: Address { self == .overview ? Address() : Address(rawValue) }

    /// What it is no good without.
    var right: Right { self == .imports ? .import : .see }

    /// Whether it shows the ledger, and so can show it as it was.
    var isOfLedger: Bool { self != .imports }
  }
}
