import Ledger

/// The content of a column in memory.
enum ColumnKey: Hashable {
  case facet(FacetShape)
  case number(SortKey.Source)
  case text(Field)
  case figures(year: Int?, through: Int?)
  case light(year: Int?, month: Int?, through: Int?, day: PartialDate?)
  case lateness(PartialDate)
  case judgement(String)
  case passes(FilterRestriction, year: Int?, through: Int?)
}

/// The fields that a property reads, without the values that a filter selects.
enum FacetShape: Hashable {
  case items([Field])
  case itemWithOthers(Field, Field)
  case lists([Field])
  case text(Field)
  case flag(Field)
  case registers
  case batches

  init(_ values: FacetValues) {
    self =
      switch values {
      case .items(let fields, _): .items(fields.map(\.field))
      case .item(let field, let others?, _): .itemWithOthers(field, others)
      case .item(let field, nil, _): .items([field])
      case .lists(let fields, _): .lists(fields)
      case .text(let field, _): .text(field)
      case .flag(let field, _): .flag(field)
      case .registers: .registers
      case .batches: .batches
      }
  }

  /// The property with no values selected.
  var values: FacetValues {
    switch self {
    case .items(let fields): .items(fields.map { (field: $0, asked: []) }, excluded: [])
    case .itemWithOthers(let field, let others): .item(field, others: others, asked: [])
    case .lists(let fields): .lists(fields, asked: [])
    case .text(let field): .text(field, asked: [])
    case .flag(let field): .flag(field, asked: nil)
    case .registers: .registers(asked: [], year: nil)
    case .batches: .batches(asked: [], year: nil)
    }
  }
}
