package import Ledger

/// A column of 全字段明细. The workbook, CSV and JSON Lines have the same ones, in this order.
package enum RawColumn: Hashable, Sendable {
  /// The project's number.
  case id
  case key(FieldKey)
  /// A field whose values share one cell.
  case joined(Field)
  /// A column without values, whose label states that the table holds sample data.
  case samples

  /// The id, the name, then every other field, a series by its periods.
  ///
  /// `seriesKeys` are the keys of series that get a column; `untold` are fields that get none.
  package static func all(seriesKeys: [FieldKey], without untold: Set<Field>) -> [RawColumn] {
    let fields = [Field.name] + Field.allCases.filter { $0 != .name }
    let columns = fields.flatMap { field -> [RawColumn] in
      if untold.contains(field) { return [] }
      switch field.kind {
      case .series: return seriesKeys.filter { $0.field == field }.map { .key($0) }
      case .memberships, .matters, .texts: return [.joined(field)]
      default: return [.key(FieldKey(field))]
      }
    }
    return [.id] + columns
  }

  /// The position of the name in `all`.
  static let placeOfName = 1

  /// The label for people: 总投资（万元）, 年度计划投资[2026]（万元）.
  package var label: String {
    switch self {
    case .id: "编号"
    case .joined(let field): field.label
    case .samples: "含示例数据"
    case .key(let key):
      key.field.label + (key.period.map { "[\($0.text)]" } ?? "") + (isMoney ? "（万元）" : "")
    }
  }

  /// The name for programs: the field's identifier, `_fen` after that of a sum, then the period: `name`,
  /// `total_investment_fen`, `plan_fen.2026`.
  package var name: String {
    switch self {
    case .id: "id"
    case .joined(let field): field.id
    case .samples: "holds_samples"
    case .key(let key):
      key.field.id + (isMoney ? "_fen" : "") + (key.period.map { ".\($0.text)" } ?? "")
    }
  }

  /// The width of the printed column, in characters.
  var width: Double {
    switch self {
    case .id: 8
    case .joined(let field): Double(field.declaration.width)
    case .samples: 12
    case .key(let key): Double(key.field.declaration.width)
    }
  }

  private var isMoney: Bool {
    guard case .key(let key) = self else { return false }
    return key.field.kind == .money || key.field.kind == .series
  }
}
