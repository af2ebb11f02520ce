/// What stands beside a project's stage: whether it goes on, rests, or has left (状态).
package struct Condition: Hashable, Sendable {
  package let code: String
  package let name: String
  package let english: String
  package let meaning: String
  /// Whether such projects are part of counts and sums unless somebody asks otherwise.
  package let countsInTotals: Bool
  /// Status in the Open Contracting for Infrastructure Data Standard, when it overrules the stage's.
  package let oc4ids: String?

  init(_ item: CatalogueItem) {
    code = item.code
    name = item.name
    english = item.attributes["english"]?.text ?? item.name
    meaning = item.attributes["meaning"]?.text ?? ""
    countsInTotals = item.attributes["counts_in_totals"]?.text != "false"
    oc4ids = item.attributes["oc4ids"]?.text
  }
}

extension Catalogue {
  /// The conditions in their order.
  package var conditions: [Condition] { items(of: .condition).map { Condition($0) } }

  /// The conditions that leave a project out of every number (终止, 退库).
  package var endedConditions: [Condition] { conditions.filter { !$0.countsInTotals } }
}
