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
