import Ledger

/// The columns of the two project tables in the order in which rows are bound and read.
enum ProjectLayout {
  /// Columns of `project` that are not fields.
  enum Own: Int, CaseIterable {
    case id
    case created
    case revision
    case reach
  }

  /// All columns of `project`: its own, then its fields.
  static let project =
    ["id", "created", "revision", "reach"] + ProjectColumn.columns(of: .project).map(\.name)

  /// All columns of `project_detail`: the project, then its fields.
  static let detail = ["project"] + ProjectColumn.columns(of: .detail).map(\.name)

  /// All columns of `membership`.
  static let membership = ["project", "year", "register", "state", "batch", "class"]

  /// All columns of `project_search` and `project_sound`.
  static let search = ["project", "text"]

  /// The column of each field, by `Field.rawValue`; places on registers have rows of their own.
  static let places: [(table: ProjectColumn.Table, index: Int)] = {
    let asked = ProjectColumn.columns(of: .project).map(\.field)
    let shown = ProjectColumn.columns(of: .detail).map(\.field)
    return ProjectColumn.all.map { column in
      switch column.table {
      case .project:
        (.project, (asked.firstIndex(of: column.field) ?? 0) + Own.allCases.count)
      case .detail: (.detail, (shown.firstIndex(of: column.field) ?? 0) + 1)
      case .membership: (.membership, 0)
      }
    }
  }()
}
