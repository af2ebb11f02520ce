import Ledger
import Operations
import Storage
import Wording

/// The facets at the left of a list: what projects can be narrowed by, each value with how many there are.
struct FacetRail {
  private static let shown = 8

  let facets: [Facet]
  let state: ProjectsQuery

  var views: [View] {
    facets.filter { !$0.values.isEmpty }.map { facet in
      // What is chosen stays on top.
      let values = facet.values.filter(\.isSelected) + facet.values.filter { !$0.isSelected }
      let views = values.map { view($0, of: facet.property) }
      return View([
        "facet": facet.property.title, "distinct": facet.values.count,
        "values": Array(views.prefix(Self.shown)),
        "more": views.count > Self.shown
          ? View(["rest": Array(views.dropFirst(Self.shown))]) : nil,
      ])
    }
  }

  private func view(_ count: Facet.Count, of property: FilterProperty) -> View {
    View([
      "value": count.value.words(state.catalogue), "count": count.count,
      "href": toggled(count, of: property).map { state.address($0) },
      "chosen": count.isSelected,
    ])
  }

  /// The conditions with this value asked for, or no longer; nil for one that cannot be asked for.
  private func toggled(_ count: Facet.Count, of property: FilterProperty) -> Query? {
    guard let (option, values) = condition(count.value, of: property) else { return nil }
    let asked = state.conditions.all(option.rawValue)
    if values.allSatisfy(asked.contains) {
      return state.conditions.setting(
        option.rawValue, to: asked.filter { !values.contains($0) })
    }
    guard !count.isSelected else { return nil }
    return values.reduce(state.conditions) { $0.adding(option.rawValue, $1) }
  }

  private func condition(
    _ value: Facet.Value, of property: FilterProperty
  ) -> (FilterOption, [String])? {
    let names = FilterQuery(state.filter, state.catalogue)
    switch value {
    case .none:
      let fields = property.emptyFields
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

extension FilterProperty {
  /// The option that asks for its values.
  fileprivate var option: FilterOption? { FilterOption(rawValue: id) }

  /// The fields that projects lack which its facet counts as not filled in.
  fileprivate var emptyFields: [Field] {
    switch id {
    case "chain": [.chain]
    case "stage": [.stage]
    case "condition": [.condition]
    case "area": [.district, .zone]
    case "unit": [.leadUnits, .responsibleUnits, .cooperatingUnits]
    case "nature": [.nature]
    case "industrial": [.isIndustrial]
    default: []
    }
  }
}
