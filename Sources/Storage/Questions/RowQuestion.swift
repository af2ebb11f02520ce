import Engine
import Ledger

/// What a scan is asked.
struct RowQuestion {
  let restrictions: [FilterRestriction]
  /// What is asked of the properties that facets count by.
  let values: [FacetValues]
  let filter: ProjectFilter
  let scope: Scan.Scope
  let figures: FigureReader
  let context: FacetContext

  /// A question about the columns of a state, or about the rows that a session reads.
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

  /// The properties that the filter asks about, and those by which rows fail, by their places.
  var asked: [Int] { values.indices.filter { values[$0].isAsked } }
  var judged: [Int] { values.indices.filter { values[$0].restricts } }

  /// What lights and works are measured against.
  func measure() throws -> LightMeasure {
    try LightMeasure(filter, context.catalogue, context.items, context.session)
  }

  /// The numbers of the conditions that leave a package out, and its parts with it.
  var ended: [Int64] {
    filter.excludedConditions(in: context.catalogue).compactMap {
      context.items.number(of: $0, kind: .condition)
    }
  }
}
