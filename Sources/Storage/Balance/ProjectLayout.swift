import Ledger

/// The columns of the two project tables in the order in which rows are bound and read.
enum ProjectLayout {
  /// Columns of `project` that are no field.
  enum Own: Int, CaseIterable {
    case id
    case created
    case revision
    case reach

    var name: String { "\(self)" }
  }

  /// All columns of `project`: its own, then its fields.
  static let project = Own.allCases.map(\.name) + ProjectColumn.columns(of: .project).map(\.name)

  /// All columns of `project_detail`: the project, then its fields.
  static let detail = ["project"] + ProjectColumn.columns(of: .detail).map(\.name)

  /// Where each field stands, by `Field.rawValue`.
  static let places: [(table: ProjectColumn.Table, index: Int)] = {
    let asked = ProjectColumn.columns(of: .project).map(\.field)
    let shown = ProjectColumn.columns(of: .detail).map(\.field)
    return Field.allCases.map { field in
      if let index = asked.firstIndex(of: field) { return (.project, index + Own.allCases.count) }
      return (.detail, (shown.firstIndex(of: field) ?? 0) + 1)
    }
  }()

  static func insert(into table: String, _ columns: [String]) -> String {
    """
    INSERT INTO \(table) (\(columns.joined(separator: ", ")))
    VALUES (\(columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")))
    """
  }

  /// Rewrites a whole row; its key is the first column.
  static func update(_ table: String, _ columns: [String]) -> String {
    """
    UPDATE \(table)
    SET \(columns.enumerated().dropFirst().map { "\($1) = ?\($0 + 1)" }.joined(separator: ", "))
    WHERE \(columns[0]) = ?1
    """
  }
}
