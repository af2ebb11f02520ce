import Ledger

/// The column of a field in the balance.
struct ProjectColumn: Sendable {
  /// The tables of a project: fields for queries, fields for display, and its places on registers.
  enum Table: String, Sendable {
    case project
    case detail = "project_detail"
    case membership
  }

  let field: Field
  let table: Table

  /// A column has its field's name; a place on a register is a row with the register's name.
  var name: String { table == .membership ? "register" : field.id }

  /// Every field's column, in the order of the fields.
  static let all: [ProjectColumn] = Field.allCases.map { field in
    ProjectColumn(field: field, table: table(of: field))
  }

  /// The columns of one table, in the order of the fields.
  static func columns(of table: Table) -> [ProjectColumn] { all.filter { $0.table == table } }

  private static func table(of field: Field) -> Table {
    switch field {
    case .chain, .stage, .condition, .district, .zone, .isIndustrial, .totalInvestment, .nature,
      .leadUnits, .responsibleUnits, .cooperatingUnits, .plan, .done, .otherChains, .package,
      .name:
      .project
    case .registers: .membership
    default: .detail
    }
  }
}
