import Ledger

/// What a filter asks of properties that SQL can judge as well: rows that fail are not even read.
///
/// A facet ignores its own filter, so each of these properties then has a second, narrow pass over the
/// rows that fail by it.
struct ScanConditions {
  private let conditions: [(facet: Int, condition: ScanQuery.Condition)]

  init(_ coders: [FacetCoder]) {
    conditions = coders.enumerated().compactMap { index, coder in
      coder.condition.map { (index, $0) }
    }
  }

  /// The facets of the properties, by their places.
  var facets: [Int] { conditions.map(\.facet) }

  /// All of them must hold.
  ///
  /// Projects of a chain are named by the index of chains, but read in the order in which they stand:
  /// the index has them by what they are worth, and would turn every page over many times.
  func all() -> [ScanQuery.Condition] {
    conditions.map { facet, condition in
      FilterProperty.facets[facet] == .chain
        ? ScanQuery.Condition(
          sql: "p.id IN (SELECT id FROM project AS p WHERE \(condition.sql))",
          values: condition.values) : condition
    }
  }

  /// All but one must hold, and that one must not.
  func failing(_ facet: Int) -> [ScanQuery.Condition] {
    conditions.map {
      $0.facet == facet
        ? ScanQuery.Condition(sql: "\($0.condition.sql) IS NOT TRUE", values: $0.condition.values)
        : $0.condition
    }
  }
}
