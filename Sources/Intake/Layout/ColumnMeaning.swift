package import Ledger

/// The meaning of a column of a list.
package enum ColumnMeaning: Hashable, Sendable {
  /// A serial number; not stored.
  case sequence
  /// The project, and its revision, of a row of a 核对表.
  case mark
  /// A field without parts.
  case field(Field)
  /// A figure of a series, or the progress text of a month.
  case series(Field, Period)
  /// One cell with start and end: 建设起止年限.
  case period
  /// One cell with a name and a telephone number.
  case contactAndPhone
  /// One cell with a name and a project code.
  case nameAndCode
  /// One cell with a name and the content of the project.
  case nameAndContent
  /// A yes/no column: yes puts the project on the register of this code.
  case register(String)
  /// A header without a field.
  case unmapped

  /// The name used in interchange: `total_investment`, `plan.2026`, `start_planned/finish_planned`.
  package func text(_ catalogue: Catalogue) -> String {
    switch self {
    case .sequence: "seq"
    case .mark: "mark"
    case .field(let field): field.id
    case .series(let field, let period): "\(field.id).\(period.text)"
    case .period: "start_planned/finish_planned"
    case .contactAndPhone: "contact/phone"
    case .nameAndCode: "name/code"
    case .nameAndContent: "name/content"
    case .register(let code): "registers:\(catalogue.name(of: .register, code))"
    case .unmapped: ""
    }
  }

  /// The field whose rules its cells follow; nil for serial numbers, periods and yes/no columns.
  package var field: Field? {
    switch self {
    case .field(let field), .series(let field, _): field
    default: nil
    }
  }

  /// The key of its values, for columns of exactly one field.
  package var key: FieldKey? {
    switch self {
    case .field(let field) where !field.kind.hasParts: FieldKey(field)
    case .series(let field, let period): FieldKey(field, period)
    default: nil
    }
  }

  /// Whether its cells hold the projects' names.
  package var namesProjects: Bool {
    self == .field(.name) || self == .nameAndCode || self == .nameAndContent
  }

  /// Whether its cells are money or quantities, which totals add up.
  var isNumeric: Bool {
    switch field?.kind {
    case .money, .series, .quantity: true
    default: false
    }
  }
}
