import Ledger
import Operations
import Storage
import Wording

/// The facets beside a list: the values that it can be filtered by, each with its number of projects.
struct FacetRail {
  private static let shown = 8

  private let facets: [Facet]
  private let lights: [(light: LightRule.Light, count: Int)]
  private let state: ProjectsQuery
  private let facetNames: FacetConditions
  /// What stands before and behind one more condition in a link to this list: the same for every value.
  private let start: Markup
  private let end: Markup

  init(
    facets: [Facet], lights: [(light: LightRule.Light, count: Int)], state: ProjectsQuery
  ) {
    (self.facets, self.lights, self.state) = (facets, lights, state)
    facetNames = FacetConditions(filter: state.filter, catalogue: state.catalogue)
    let conditions = state.conditions.encoded
    let shape = state.shape.encoded
    start = Markup { $0.text("/projects?" + (conditions.isEmpty ? "" : conditions + "&")) }
    end = Markup { $0.text(shape.isEmpty ? "" : "&" + shape) }
  }

  var markup: Markup {
    Markup { html in
      for facet in facets where !facet.values.isEmpty { write(facet, &html) }
      writeLights(&html)
    }
  }

  /// 进度灯: computed for the month of the figures, so not a facet of stored values.
  private func writeLights(_ html: inout Markup) {
    let shown = lights.filter { $0.count > 0 }
    if shown.isEmpty { return }
    let name = FilterOption.light.rawValue
    html.element(
      "<section class=\"facet\"><h3>进度灯 <span class=\"note\">", String(shown.count),
      "</span></h3>\n<ul>\n")
    for (light, count) in shown {
      let word = state.catalogue.lightRule.word(light)
      let isChosen = state.filter.lights.contains(light)
      let asked = state.conditions.all(name).filter { $0 != word && $0 != light.rawValue }
      html.raw(isChosen ? "<li class=\"chosen\">" : "<li>")
      html.link(
        state.address(state.conditions.setting(name, to: isChosen ? asked : asked + [word])),
        isChosen ? word + " ✕" : word)
      html.raw("<a class=\"count\" href=\"")
      html.text(state.address(state.conditions.setting(name, to: word)).text)
      html.element("\" data-count=\"", String(count), "\">")
      html.element("<span class=\"unseen\">只看", word, " </span>")
      html.element("", String(count), "</a></li>\n")
    }
    html.raw("</ul>\n</section>\n")
  }

  private func write(_ facet: Facet, _ html: inout Markup) {
    // Selected values come first. While any is selected, another value is added to them; its number links to it alone.
    let isNarrowed = facet.values.contains(where: \.isSelected)
    let values = facet.values.filter(\.isSelected) + facet.values.filter { !$0.isSelected }
    html.element("<section class=\"facet\"><h3>", facet.property.title, " ")
    html.element("<span class=\"note\">", String(values.count), "</span></h3>\n")
    list(values.prefix(Self.shown), of: facet.property, isNarrowed, &html)
    if values.count > Self.shown {
      html.raw("<details><summary>更多</summary>")
      list(values.dropFirst(Self.shown), of: facet.property, isNarrowed, &html)
      html.raw("</details>")
    }
    html.raw("</section>\n")
  }

  private func list(
    _ values: ArraySlice<Facet.Count>, of property: FilterProperty, _ isNarrowed: Bool,
    _ html: inout Markup
  ) {
    html.raw("<ul>\n")
    for count in values { write(count, of: property, isNarrowed, &html) }
    html.raw("</ul>\n")
  }

  private func write(
    _ count: Facet.Count, of property: FilterProperty, _ isNarrowed: Bool, _ html: inout Markup
  ) {
    let step = step(count, of: property)
    let isChosen = if case .without = step { true } else { count.isSelected }
    html.raw(isChosen ? "<li class=\"chosen\">" : "<li>")
    let words = count.value.words(state.catalogue)
    if let step {
      html.raw("<a href=\"")
      switch step {
      case .to(let conditions), .without(let conditions):
        html.text(state.address(conditions).text)
      case .adding(let more):
        html.append(start)
        html.text(more.encoded)
        html.append(end)
      }
      if !isChosen, !isNarrowed || step.isWhole {
        html.element("\" data-count=\"", String(count.count), "")
      }
      html.element("\">", words, isChosen ? " ✕</a>" : "</a>")
    } else {
      html.element("<span>", words, "</span>")
    }
    if isNarrowed, let alone = alone(count, of: property) {
      html.raw("<a class=\"count\" href=\"")
      html.text(state.address(alone).text)
      html.element("\" data-count=\"", String(count.count), "\">")
      html.element("<span class=\"unseen\">只看", words, " </span>")
      html.element("", String(count.count), "</a></li>\n")
    } else {
      html.element("<span class=\"count\">", String(count.count), "</span></li>\n")
    }
  }

  /// Returns the conditions with only this value of its facet; nil if it cannot be filtered by.
  private func alone(_ count: Facet.Count, of property: FilterProperty) -> Query? {
    guard let (option, values) = facetNames.condition(count.value, of: property) else { return nil }
    let rest = property.option.map { state.conditions.without($0.rawValue) } ?? state.conditions
    return rest.setting(
      option.rawValue, to: rest.all(option.rawValue).filter { !values.contains($0) } + values)
  }

  /// How a click on a value changes the conditions.
  private enum Step {
    case adding(Query)
    case without(Query)
    case to(Query)

    /// Whether it replaces the selected values.
    var isWhole: Bool { if case .to = self { true } else { false } }
  }

  /// Returns the change that selects or deselects the value; nil if it cannot be filtered by.
  private func step(_ count: Facet.Count, of property: FilterProperty) -> Step? {
    guard let (option, values) = facetNames.condition(count.value, of: property) else { return nil }
    let asked = state.conditions.all(option.rawValue)
    if values.allSatisfy(asked.contains) {
      return .without(
        state.conditions.setting(
          option.rawValue, to: asked.filter { !values.contains($0) }))
    }
    guard !count.isSelected else { return nil }
    let more = Query(values.map { Query.Item(name: option.rawValue, value: $0) })
    // No project both has a value and lacks it, so "not filled in" replaces the selected values.
    if count.value == .none, let own = property.option?.rawValue,
      !state.conditions.all(own).isEmpty
    {
      return .to(state.conditions.without(own) + more)
    }
    return .adding(more)
  }
}

extension FilterProperty {
  /// The option that asks for its values.
  var option: FilterOption? { FilterOption(rawValue: id) }
}
