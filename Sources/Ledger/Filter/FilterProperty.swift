/// A property by which projects are filtered or counted.
///
/// Each property is defined in its own file in `Properties`: its options, the wording of its
/// condition, and the values of a project it uses. Engines translate that into their own language.
package struct FilterProperty: Sendable {
  /// The identifier for programs.
  package let id: String
  /// The Chinese heading of its facet; empty if it has none.
  package let title: String
  let options: [Option]
  /// The Chinese wording of its condition: a part of the description, or a proviso at the end.
  let clause: @Sendable (ProjectFilter, Catalogue) -> String?
  let isProviso: Bool
  /// The values that its facet counts, with those the filter asks for; nil without a facet.
  package let facet: (@Sendable (ProjectFilter, Catalogue) -> FacetValues)?
  /// The conditions on projects apart from the facet.
  package let restrictions: @Sendable (ProjectFilter) -> [FilterRestriction]

  init(
    _ id: String, title: String = "", options: [Option], isProviso: Bool = false,
    facet: (@Sendable (ProjectFilter, Catalogue) -> FacetValues)? = nil,
    restrictions: @escaping @Sendable (ProjectFilter) -> [FilterRestriction] = { _ in [] },
    clause: @escaping @Sendable (ProjectFilter, Catalogue) -> String?
  ) {
    self.id = id
    self.title = title
    self.options = options
    self.clause = clause
    self.isProviso = isProviso
    self.facet = facet
    self.restrictions = restrictions
  }

  /// All properties, in the order in which a filter is written.
  package static let all: [FilterProperty] = [
    .chain, .unit, .stage, .condition, .area, .register, .batch, .nature, .industrial, .investment,
    .search, .leader, .responsible, .dates, .starts, .due, .rate, .reached, .light, .year, .asOf,
    .month,
    .counting,
    .ended,
    .has,
    .missing, .updatedSince,
  ]

  /// All options, in the same order.
  static let options: [Option] = all.flatMap(\.options)

  /// The index of each option by name.
  static let places = Dictionary(
    options.enumerated().map { ($0.element.name.rawValue, $0.offset) }, uniquingKeysWith: { $1 })

  /// The properties with facets, in display order; each facet is counted under the filters of the
  /// others, without its own.
  package static let facets: [FilterProperty] = [
    .chain, .stage, .condition, .area, .unit, .register, .nature, .industrial, .batch,
  ]

  /// All properties, in the order of a sentence.
  static let spoken: [FilterProperty] = [
    .register, .batch, .chain, .unit, .leader, .responsible, .stage, .condition, .area, .nature,
    .industrial,
    .investment, .dates, .starts, .due, .rate, .reached, .light, .search, .has, .missing,
    .updatedSince,
    .year, .month,
    .asOf, .ended, .counting,
  ]
}

extension FilterProperty: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
