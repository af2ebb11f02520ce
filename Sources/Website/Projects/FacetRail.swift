import Ledger
import Operations
import Storage
import Wording

/// The facets at the left of a list: what projects can be narrowed by, each value with how many there are.
struct FacetRail {
  private static let shown = 8

  let facets: [Facet]
  let state: ProjectsQuery

  var markup: Markup {
    Markup { html in
      for facet in facets where !facet.values.isEmpty { write(facet, &html) }
    }
  }

  private func write(_ facet: Facet, _ html: inout Markup) {
    // What is chosen stays on top.
    let values = facet.values.filter(\.isSelected) + facet.values.filter { !$0.isSelected }
    html.element("<section class=\"facet\"><h3>", facet.property.title, " ")
    html.element("<span class=\"note\">", String(values.count), "</span></h3>\n")
    list(values.prefix(Self.shown), of: facet.property, &html)
    if values.count > Self.shown {
      html.raw("<details><summary>更多</summary>")
      list(values.dropFirst(Self.shown), of: facet.property, &html)
      html.raw("</details>")
    }
    html.raw("</section>\n")
  }

  private func list(
    _ values: ArraySlice<Facet.Count>, of property: FilterProperty, _ html: inout Markup
  ) {
    html.raw("<ul>\n")
    for count in values { write(count, of: property, &html) }
    html.raw("</ul>\n")
  }

  private func write(
    _ count: Facet.Count, of property: FilterProperty, _ html: inout Markup
  ) {
    html.raw(count.isSelected ? "<li class=\"chosen\">" : "<li>")
    let words = count.value.words(state.catalogue)
    if let conditions = toggled(count, of: property) {
      html.raw("<a href=\"")
      html.text(state.address(conditions).text)
      if !count.isSelected { html.element("\" data-count=\"", String(count.count), "") }
      html.element("\">", words, count.isSelected ? " ✕</a>" : "</a>")
    } else {
      html.element("<span>", words, "</span>")
    }
    html.element("<span class=\"count\">", String(count.count), "</span></li>\n")
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
