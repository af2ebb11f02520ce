import Engine
import Ledger

/// The question of a scan.
struct RowQuestion {
  let restrictions: [FilterRestriction]
  /// The filter's conditions on the properties of facets.
  let values: [FacetValues]
  let filter: ProjectFilter
  let scope: Scan.Scope
  let figures: FigureReader
  let context: FacetContext

  /// Creates a question on the columns of a state, or on the rows that a session reads.
  init(
    _ filter: ProjectFilter, scope: Scan.Scope, _ held: ColumnState?, _ session: Session
  ) throws {
    let catalogue = try CatalogueTable.catalogue(session)
    restrictions = filter.restrictions(for: session.sight)
    values = FilterProperty.facets.compactMap { $0.facet?(filter, catalogue) }
    self.filter = filter
    self.scope = scope
    figures = FigureReader(
      year: try filter.year ?? filter.month.map { Int($0.year) } ?? held?.year
        ?? (held == nil ? Scan.latestYear(session) : nil),
      through: filter.month.map { Int($0.lastMonth) })
    context = FacetContext(
      catalogue: catalogue, items: try held?.items ?? ItemNumbers(session), session: session)
  }

  /// The indices of the properties in the filter, and of those that can exclude rows.
  var asked: [Int] { values.indices.filter { values[$0].isAsked } }
  var judged: [Int] { values.indices.filter { values[$0].restricts } }

  /// The basis of status lights and works.
  func measure() throws -> LightMeasure {
    try LightMeasure(filter, context.catalogue, context.items, context.session)
  }

  /// The item numbers of the conditions that exclude a package with its parts.
  var ended: [Int64] {
    filter.excludedConditions(in: context.catalogue).compactMap {
      context.items.number(of: $0, kind: .condition)
    }
  }
}
