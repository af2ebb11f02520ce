import Ledger

/// Where a field's value stands in the balance.
struct ProjectColumn: Sendable {
  /// The two tables of a project: what is asked by, and what is only shown.
  enum Table: String, Sendable {
    case project
    case detail = "project_detail"
  }

  let field: Field
  let table: Table

  /// A column is named like its field.
  var name: String { field.id }

  /// Every field's column, in the order of the fields.
  static let all: [ProjectColumn] = Field.allCases.map { field in
    ProjectColumn(field: field, table: isShownOnly(field) ? .detail : .project)
  }

  /// The columns of one table, in the order of the fields.
  static func columns(of table: Table) -> [ProjectColumn] { all.filter { $0.table == table } }

  private static func isShownOnly(_ field: Field) -> Bool {
    switch field {
    case .chain, .stage, .condition, .district, .zone, .isIndustrial, .totalInvestment, .nature,
      .leadUnits, .responsibleUnits, .cooperatingUnits, .registers, .plan, .done, .otherChains,
      .package, .name:
      false
    default: true
    }
  }
}
