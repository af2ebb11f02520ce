import Foundation
package import Ledger
import Storage

/// The milestones or problems of a filter's projects, sorted by due day.
package struct MatterList: Sendable {
  package let field: Field
  /// The day on which they are overdue or not.
  package let day: PartialDate
  package let items: [Item]
  package let filter: ProjectFilter
  package let catalogue: Catalogue

  /// One milestone or problem with its project.
  package struct Item: Hashable, Sendable {
    package let project: ProjectID
    package let projectName: String
    package let named: NamedMatter
    /// Nil if it is done or not overdue.
    package let daysOverdue: Int?
  }
}

/// Which milestones or problems to list.
package enum MatterChoice: Sendable {
  case open
  case overdue
  case all
}

extension LedgerOperations {
  /// The milestones (`.milestones`) or problems (`.problemLog`) of a filter's projects, or of one project.
  /// Overdue is measured on the filter's day, else at the end of its month, else today.
  package func matters(
    _ field: Field, _ choice: MatterChoice, of project: String?, _ options: QuestionOptions
  ) throws -> MatterList {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      let today = try today
      let day = filter.day(recordedAt: now()) ?? today
      let only = try project.map { try Self.resolve($0, store) }
      let items = try store.projects(filter, having: field).flatMap {
        project -> [MatterList.Item] in
        guard only ?? project.id == project.id else { return [] }
        let matters =
          filter.month == nil
          ? project.record.matters(field) : project.record.matters(field, on: day)
        return matters.map { named in
          MatterList.Item(
            project: project.id, projectName: project.record.text(.name) ?? "", named: named,
            daysOverdue: named.matter.daysOverdue(on: day))
        }
      }
      return MatterList(
        field: field, day: day,
        items: items.filter { choice.includes($0) }.sorted {
          ($0.named.matter.sortDay, $0.project, $0.named.name)
            < ($1.named.matter.sortDay, $1.project, $1.named.name)
        }, filter: filter, catalogue: catalogue)
    }
  }
}

extension MatterList {
  /// The day and the items with their projects, as JSON.
  package var json: JSON {
    .object([
      ("day", .string(day.text)),
      (
        field.id,
        .array(
          items.map { item in
            .object([
              ("project", .integer(item.project)), ("project_name", .string(item.projectName)),
              ("name", .string(item.named.name)),
              ("state", ProjectJSON.value(.matter(item.named.matter), field: field, catalogue)),
              ("days_overdue", item.daysOverdue.map { .count($0) } ?? .null),
            ])
          })
      ),
    ])
  }
}

extension MatterChoice {
  fileprivate func includes(_ item: MatterList.Item) -> Bool {
    switch self {
    case .open: item.named.matter.isOpen
    case .overdue: item.daysOverdue != nil
    case .all: true
    }
  }
}
