import Ledger
import Operations
import Storage

/// How the value of a facet is asked for.
struct FacetConditions {
  let filter: ProjectFilter
  let catalogue: Catalogue

  /// The option with its values; nil for what cannot be asked for.
  func condition(
    _ value: Facet.Value, of property: FilterProperty
  ) -> (FilterOption, [String])? {
    let names = FilterQuery(filter, catalogue)
    switch value {
    case .none where property == .batch: return (.batch, [BatchClause.none.text])
    case .none:
      let fields = property.facet?(filter, catalogue).emptyFields ?? []
      return fields.isEmpty ? nil : (.missing, fields.map { names.value(.missing, $0.id) })
    case .item(let kind, let code):
      switch kind {
      case .district: return (.area, [names.value(.area, "district:\(code)")])
      case .zone: return (.area, [names.value(.area, "zone:\(code)")])
      case .register:
        let clause = RegisterClause(register: code).text
        return (.register, [names.value(.register, clause)])
      default:
        return property.option.map { ($0, [names.value($0, code)]) }
      }
    case .text(let text): return property.option.map { ($0, [text]) }
    case .flag(let flag): return property.option.map { ($0, [flag ? "yes" : "no"]) }
    }
  }
}

extension FacetValues {
  /// The fields that a project lacks which is counted as not filled in; none where that cannot be asked for.
  fileprivate var emptyFields: [Field] {
    switch self {
    case .items(let fields, _): fields.map(\.field)
    case .item(let field, _, _), .text(let field, _), .flag(let field, _): [field]
    case .lists(let fields, _): fields
    case .registers(_, let year): year == nil ? [.registers] : []
    case .batches: []
    }
  }
}
