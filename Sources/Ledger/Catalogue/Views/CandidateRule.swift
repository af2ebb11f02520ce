/// Which projects are proposed for a register that a person confirms (双百项目候选规则).
package struct CandidateRule: Hashable, Sendable {
  /// A condition: an amount of at least `least`.
  package struct Clause: Hashable, Sendable {
    package let field: Field
    package let least: Money
  }

  package let register: String
  /// The conditions; one of them suffices.
  package let clauses: [Clause]

  init?(_ setting: Attribute?) {
    guard let setting, let register = setting["register"]?.text else { return nil }
    self.register = register
    clauses = (setting["conditions"]?.items ?? []).compactMap { condition in
      guard let field = condition["field"]?.text.flatMap({ Field(id: $0) }),
        let unit = MoneyUnit(rawValue: condition["unit"]?.text ?? "万元"),
        let least = condition["value"]?.text.flatMap({ Money($0, unit: unit) })
      else { return nil }
      return Clause(field: field, least: least)
    }
  }

  /// The conditions that a project meets; empty if it is no candidate.
  package func grounds(of record: Record) -> [Clause] {
    clauses.filter { clause in record.money(clause.field).map { $0 >= clause.least } ?? false }
  }
}

extension Catalogue {
  /// The current rule for 双百 candidates; nil if there is none.
  package var candidateRule: CandidateRule? { CandidateRule(setting("double-hundred")) }
}
