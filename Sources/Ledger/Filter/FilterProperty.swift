/// What projects are chosen or counted by.
///
/// All about a property stands in its file in `Properties`: how people write it, what its condition
/// says, and which values of a project it looks at. An engine turns that into its own language.
package struct FilterProperty: Sendable {
  /// Its name for programs.
  package let id: String
  /// What people call it, as a heading of its facet; empty where it has none.
  package let title: String
  let options: [Option]
  /// What the filter asks of it, in words: part of what projects must be, or a proviso behind.
  let clause: @Sendable (ProjectFilter, Catalogue) -> String?
  let isProviso: Bool
  /// The values that its facet counts, with those that the filter asks for; nil without a facet.
  package let facet: (@Sendable (ProjectFilter, Catalogue) -> FacetValues)?
  /// What it asks of projects beside a facet.
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

  /// In the order in which a filter is written.
  package static let all: [FilterProperty] = [
    .chain, .unit, .stage, .condition, .area, .register, .nature, .industrial, .investment, .search,
    .leader, .responsible, .dates, .starts, .due, .rate, .light, .year, .asOf, .month, .counting,
    .ended,
    .has,
    .missing, .updatedSince,
  ]

  /// All names that a filter is written with, in that order.
  static let options: [Option] = all.flatMap(\.options)

  /// Where each stands among them.
  static let places = Dictionary(
    options.enumerated().map { ($0.element.name.rawValue, $0.offset) }, uniquingKeysWith: { $1 })

  /// Those that projects are counted by, each by the others' filters but not its own, in the order of
  /// screens.
  package static let facets: [FilterProperty] = [
    .chain, .stage, .condition, .area, .unit, .register, .nature, .industrial,
  ]

  /// In the order of a sentence.
  static let spoken: [FilterProperty] = [
    .register, .chain, .unit, .leader, .responsible, .stage, .condition, .area, .nature,
    .industrial,
    .investment, .dates, .starts, .due, .rate, .light, .search, .has, .missing, .updatedSince,
    .year, .month,
    .asOf, .ended, .counting,
  ]
}

extension FilterProperty: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
