/// Which projects are put forward for a register that a person confirms (双百项目候选规则).
package struct CandidateRule: Hashable, Sendable {
  /// A sum of a project that is at least so much.
  package struct Clause: Hashable, Sendable {
    package let field: Field
    package let least: Money
  }

  package let register: String
  /// Any of them is enough.
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

  /// What of a project the rule rests on; empty when it puts the project forward by nothing.
  package func grounds(of record: Record) -> [Clause] {
    clauses.filter { clause in record.money(clause.field).map { $0 >= clause.least } ?? false }
  }
}

extension Catalogue {
  /// The rule of 双百 candidates in force; nil when there is none.
  package var candidateRule: CandidateRule? { CandidateRule(setting("double-hundred")) }
}
