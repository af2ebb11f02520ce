import Ledger
import Storage

/// One page: its template, its view, and its section of the site.
struct Page: Sendable {
  /// The name of the template.
  let template: String
  /// The title of the window.
  let title: String
  let section: Section?
  let view: View
  var status = 200
  /// The list on which the page depends, if it depends on nothing else.
  var follows: ListedPage?

  init(_ template: String, title: String, in section: Section?, _ view: View, status: Int = 200) {
    self.template = template
    self.title = title
    self.section = section
    self.view = view
    self.status = status
  }

  /// The sections in the navigation bar, in display order.
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

    /// The right that the section requires.
    var right: Right { self == .imports ? .import : .see }

    /// Whether the section can be shown as of an earlier day.
    var isOfLedger: Bool { self != .imports }
  }
}
