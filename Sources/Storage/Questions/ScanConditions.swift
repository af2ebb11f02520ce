import Engine
import Ledger

/// The filter's conditions on properties that SQL can evaluate: rows that fail are not read.
///
/// A facet ignores its own filter, so each of these properties needs a second, narrow pass over the rows that fail by
/// it.
struct ScanConditions {
  private let conditions: [(facet: Int, condition: SQLCondition)]

  init(_ coders: [FacetCoder]) {
    conditions = coders.enumerated().compactMap { index, coder in
      coder.condition.map { (index, $0) }
    }
  }

  /// The indices of the facets.
  var facets: [Int] { conditions.map(\.facet) }

  /// The conditions for rows that pass all.
  ///
  /// Projects of a chain are found by the index on chains, but read in the order of the table: the index is sorted by
  /// investment, so following it would read every page many times.
  func all() -> [SQLCondition] {
    conditions.map { facet, condition in
      FilterProperty.facets[facet] == .chain
        ? SQLCondition(
          "p.id IN (SELECT id FROM project AS p WHERE \(condition.sql))", condition.values)
        : condition
    }
  }

  /// The conditions for rows that fail one facet's condition and pass all others.
  func failing(_ facet: Int) -> [SQLCondition] {
    conditions.map {
      $0.facet == facet
        ? SQLCondition("\($0.condition.sql) IS NOT TRUE", $0.condition.values)
        : $0.condition
    }
  }
}
