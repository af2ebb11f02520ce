/// A project's condition beside its stage: active, suspended or ended (状态).
package struct Condition: Hashable, Sendable {
  package let code: String
  package let name: String
  package let english: String
  package let meaning: String
  /// Whether such projects are included in counts and sums by default.
  package let countsInTotals: Bool
  /// Status in the Open Contracting for Infrastructure Data Standard, if it overrides the stage's.
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

  /// The conditions that exclude a project from all counts and sums (终止, 退库).
  package var endedConditions: [Condition] { conditions.filter { !$0.countsInTotals } }
}
