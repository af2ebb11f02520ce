import Engine
import Ledger

/// What a filter asks of properties that SQL can judge as well: rows that fail are not even read.
///
/// A facet ignores its own filter, so each of these properties then has a second, narrow pass over the
/// rows that fail by it.
struct ScanConditions {
  private let conditions: [(facet: Int, condition: SQLCondition)]

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
  func all() -> [SQLCondition] {
    conditions.map { facet, condition in
      FilterProperty.facets[facet] == .chain
        ? SQLCondition(
          "p.id IN (SELECT id FROM project AS p WHERE \(condition.sql))", condition.values)
        : condition
    }
  }

  /// All but one must hold, and that one must not.
  func failing(_ facet: Int) -> [SQLCondition] {
    conditions.map {
      $0.facet == facet
        ? SQLCondition("\($0.condition.sql) IS NOT TRUE", $0.condition.values)
        : $0.condition
    }
  }
}
